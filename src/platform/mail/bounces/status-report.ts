import type { Bounce } from './bounce.ts'
import { bounceKind } from './bounce-kind.ts'

/** The groups of `Name: value` lines of a delivery status: the mail's first, then one for each recipient (RFC 3464, 2.1). */
export const groupsOf = (part: string): Map<string, string>[] =>
  part
    .slice(0, 50_000)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, ' ')
    .split('\n\n', 50)
    .map(group => new Map(group.split('\n').flatMap(fieldOf)))
    .filter(group => group.size > 0)

function fieldOf(line: string): [string, string][] {
  const colon = line.indexOf(':')
  return colon > 0
    ? [
        [
          line.slice(0, colon).trim().toLowerCase(),
          line
            .slice(colon + 1)
            .trim()
            .slice(0, 2000),
        ],
      ]
    : []
}

/** What a message/delivery-status says about its worst recipient; our mails have one. */
export function statusReport(part: string): Bounce | null {
  const recipients = groupsOf(part).filter(group => group.has('action') || group.has('status'))
  const reports = recipients.flatMap(group => {
    const report = recipientReport(group)
    return report ? [report] : []
  })
  const worst = ['hard_bounce', 'soft_bounce', 'delayed', 'delivered']
  return reports.sort((a, b) => worst.indexOf(a.kind) - worst.indexOf(b.kind))[0] ?? null
}

function recipientReport(group: Map<string, string>): Bounce | null {
  const words = group.get('diagnostic-code')?.replace(/^[a-z0-9-]+;\s*/i, '') ?? null
  const status = group.get('status')?.match(/[245]\.\d{1,3}\.\d{1,3}/)?.[0] ?? null
  const facts = { status, words, sentTo: [] }
  switch (group.get('action')?.toLowerCase()) {
    case 'delivered':
      return { ...facts, kind: 'delivered' }
    case 'delayed':
      return { ...facts, kind: 'delayed' }
    // Passed on to a place that reports nothing, or to a list: neither arrival nor bounce.
    case 'relayed':
    case 'expanded':
      return null
    default:
      return { ...facts, ...bounceKind(status, words) }
  }
}
