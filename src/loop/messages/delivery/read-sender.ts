import type { Reader } from '../../../platform/database/index.ts'
import { dkimRecord } from '../../../platform/mail/index.ts'
import type { Settings } from '../../../platform/settings.ts'
import { type SenderDomain, SenderFinding } from '../../../vocabulary/index.ts'
import { dailyLimit, daysBetween, type Standing } from './daily-limit.ts'
import { domainOf } from './domain-groups.ts'
import { complaintTally } from './queries/reports.ts'
import { senderRow, sentLately } from './queries/senders.ts'
import { COMPLAINT_DAYS } from './watch-complaints.ts'

type House = Pick<Settings, 'smtpUrl' | 'demo'>
type Row = Awaited<ReturnType<typeof senderRow>>

/** Whether mails end in the catcher: then nobody judges the sender. */
export const isCaught = ({ smtpUrl, demo }: House): boolean => smtpUrl === null || demo

/** How well the sender proves who it is, the records to publish, and how many mails may leave. */
export async function readSender(reader: Reader, house: House, at: Date): Promise<SenderDomain> {
  const row = await senderRow(reader)
  const domain = row.sender_address ? domainOf(row.sender_address) : null
  const standing = standingOf(row, at)
  const limit = domain && !isCaught(house) ? dailyLimit(standing) : null
  return {
    domain,
    caught: isCaught(house),
    checkedAt: row.checked_at?.toISOString() ?? null,
    findings: SenderFinding.array().parse(row.findings ?? []),
    dkim: domain && row.selector && row.public_key ? dkimOf(row, domain) : null,
    proven: row.proven_at !== null,
    override: row.override_at
      ? { at: row.override_at.toISOString(), by: row.override_by, note: row.override_note ?? '' }
      : null,
    sentLately: await sentLately(reader, at),
    dailyLimit: limit?.most ?? null,
    limitedBy: limit?.reason ?? null,
    warmUp:
      row.warm_up_first && row.warm_up_on
        ? { first: row.warm_up_first, startedOn: dayOf(row.warm_up_on), day: standing.warmUpDay + 1 }
        : null,
    complaints: { ...(await complaintTally(reader, COMPLAINT_DAYS, at)), days: COMPLAINT_DAYS },
  }
}

/** What decides the daily limit of a workspace. */
export function standingOf(row: Row, at: Date): Standing {
  return {
    trusted: row.sender_address === null || row.proven_at !== null || row.override_at !== null,
    warmUpFirst: row.warm_up_first,
    warmUpDay: row.warm_up_on ? daysBetween(dayOf(row.warm_up_on), localDay(at, row.time_zone)) : 0,
  }
}

/** The date in a zone. */
export const localDay = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)

const dkimOf = (row: Row, domain: string) => ({
  record: {
    name: `${row.selector}._domainkey.${domain}`,
    type: 'TXT' as const,
    value: dkimRecord(row.public_key ?? ''),
  },
  publishedAt: row.dkim_published_at?.toISOString() ?? null,
})

// A `date` column comes as text or, through some drivers, as midnight here.
const dayOf = (date: Date | string): string => (typeof date === 'string' ? date.slice(0, 10) : localDay(date, 'UTC'))
