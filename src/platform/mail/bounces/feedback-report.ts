import type { Bounce } from './bounce.ts'
import { groupsOf } from './status-report.ts'

/** A mailbox provider passes on that its user called our mail spam (RFC 5965); other kinds of feedback are none. */
export function feedbackReport(part: string): Bounce | null {
  const [fields] = groupsOf(part)
  const type = fields?.get('feedback-type')?.toLowerCase()
  if (type !== 'abuse' && type !== 'fraud' && type !== 'opt-out') return null
  const from = fields?.get('original-mail-from')?.replace(/[<>]/g, '').trim()
  return { kind: 'complaint', status: null, words: fields?.get('user-agent') ?? null, sentTo: from ? [from] : [] }
}
