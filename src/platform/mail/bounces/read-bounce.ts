import type { Bounce } from './bounce.ts'
import { feedbackReport } from './feedback-report.ts'
import { type MailParts, mailParts } from './mail-parts.ts'
import { qmailReport } from './qmail-report.ts'
import { statusReport } from './status-report.ts'

const MOST_BYTES = 1_000_000
const ADDRESS = /[^\s<>,;:"@]{1,64}@[^\s<>,;:"@]{1,253}/g
const SENT_TO = ['delivered-to', 'x-original-to', 'x-envelope-to', 'envelope-to', 'to', 'apparently-to']

/** Reads a delivery report (RFC 3464), a complaint (RFC 5965) or a bounce of qmail; null for every other mail, and for bombs. */
export function readBounce(raw: Buffer): Bounce | null {
  const mail = mailParts(raw.subarray(0, MOST_BYTES))
  if (!mail) return null
  const part = (...types: string[]) => mail.parts.find(({ type }) => types.includes(type))?.text ?? ''
  const report =
    feedbackReport(part('message/feedback-report')) ??
    statusReport(part('message/delivery-status', 'message/global-delivery-status')) ??
    qmailReport(part('text/plain'))
  return report && { ...report, words: plain(report.words), sentTo: [...new Set([...sentTo(mail), ...report.sentTo])] }
}

const sentTo = ({ headers }: MailParts): string[] =>
  headers
    .filter(([name]) => SENT_TO.includes(name))
    .slice(0, 20)
    .flatMap(([, value]) => value.match(ADDRESS) ?? [])

/** One line of a server's words, fit to be stored and shown. */
function plain(words: string | null): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to go
  const line = words?.replace(/[\s\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim()
  return line ? line.slice(0, 500) : null
}
