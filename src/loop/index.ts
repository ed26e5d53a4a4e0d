import { hearReply, openCases, requeueCase } from './cases/index.ts'
import type { Listeners } from './deliver-events.ts'
import { noticeTouchpoint } from './invitations/index.ts'

/** The whole loop on one page: what happened, and who cares. */
export const loop = {
  'touchpoint.recorded': [noticeTouchpoint],
  'response.received': [{ together: openCases }],
  'response.changed': [requeueCase],
  'reply.received': [hearReply],
} satisfies Listeners
