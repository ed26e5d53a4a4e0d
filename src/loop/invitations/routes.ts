import type { Endpoint } from '../../access/index.ts'
import { routes as coverageRoutes } from './reach/routes.ts'
import { routes as rollingRoutes } from './rolling/routes.ts'
import { routes as sampleRoutes } from './samples/routes.ts'
import { routes as sourceRoutes } from './sources/routes.ts'
import { routes as subjectRoutes } from './subjects/routes.ts'
import { routes as triggerRoutes } from './triggers/routes.ts'
import { routes as waveRoutes } from './waves/routes.ts'

/** Addresses of asking: rounds, and what begins them by itself. */
export const routes: Endpoint[] = [
  ...waveRoutes,
  ...sampleRoutes,
  ...subjectRoutes,
  ...rollingRoutes,
  ...triggerRoutes,
  ...sourceRoutes,
  ...coverageRoutes,
]
