import type { EventName } from '../vocabulary/index.ts'
import { openCase, requeueCase } from './cases/index.ts'
import type { Listener } from './emit.ts'

/** The whole loop on one page: what happened, and who cares. */
export const loop = {
  'response.received': [openCase],
  'response.changed': [requeueCase],
} satisfies { [Name in EventName]?: Listener<Name>[] }
