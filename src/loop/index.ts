import { hearReply, openCases, requeueCase } from './cases/index.ts'
import type { Listeners } from './deliver-events.ts'
import { noticeAnswers, noticeHistory } from './derivations/index.ts'
import { importedTurns, noticeTouchpoint } from './invitations/index.ts'

/** The whole loop on one page: what happened, and who cares. */
export const loop = {
  'person.added': [noticeHistory],
  // Computed attributes first: a trigger chooses by them.
  'touchpoint.recorded': [noticeHistory, noticeTouchpoint],
  'touchpoint.removed': [noticeHistory],
  'response.received': [noticeAnswers, { together: openCases }],
  'response.changed': [noticeAnswers, requeueCase],
  'response.commented': [noticeAnswers],
  'response.extended': [noticeAnswers],
  'reply.received': [hearReply],
  'import.finished': [importedTurns.notice],
} satisfies Listeners
