import { UNKNOWN_USER } from '../smtp-problem.ts'

/** Statuses that say the mailbox is not there and will not be (RFC 3463): unknown, wrong, moved, closed. */
const GONE = /^5\.(1\.(1|2|3|6|10)|2\.1)$/

/** What a failure means: hard when the address does not exist, soft for everything that may pass; the words may know more than the status. */
export function bounceKind(
  status: string | null,
  words: string | null,
): { kind: 'hard_bounce' | 'soft_bounce'; status: string | null } {
  const spoken = words?.match(/\b[45]\.\d{1,3}\.\d{1,3}\b/)?.[0] ?? null
  const code = status === null || /^[45]\.0\.0$/.test(status) ? (spoken ?? status) : status
  if (code?.startsWith('4.') || code?.startsWith('5.7.')) return { kind: 'soft_bounce', status: code }
  const saysNothing = code === null || /^5\.[01]\.0$/.test(code)
  const gone = saysNothing ? UNKNOWN_USER.test(words ?? '') : GONE.test(code)
  return { kind: gone ? 'hard_bounce' : 'soft_bounce', status: code }
}
