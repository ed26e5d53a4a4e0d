import { openCases, requeueCase } from './cases/index.ts'
import type { Listeners } from './deliver-events.ts'

/** The whole loop on one page: what happened, and who cares. */
export const loop = {
  'response.received': [{ together: openCases }],
  'response.changed': [requeueCase],
} satisfies Listeners
