import type { Reader } from '../../../platform/database/index.ts'
import {
  cursorOf,
  LIFTABLE_REASONS,
  type Page,
  type PageQuery,
  readCursor,
  type Suppression,
  type SuppressionReason,
} from '../../../vocabulary/index.ts'
import { keysOfAddresses } from './keys-of-addresses.ts'
import { suppressionRows, suppressionTally } from './queries/suppressions.ts'

/** What a list of suppressed addresses can be asked for; an address is found by its HMAC alone. */
export type SuppressionQuery = { reason?: SuppressionReason; channel?: 'email' | 'sms'; address?: string }

/** Suppressed addresses page by page, the latest first. */
export async function listSuppressions(
  reader: Reader,
  { reason, channel, address, limit, cursor }: SuppressionQuery & PageQuery,
  secret: string,
): Promise<Page<Suppression>> {
  const [at, key] = readCursor(cursor) ?? []
  const after = at && key ? { at: String(at), key: String(key) } : null
  const wanted = address
    ? (await keysOfAddresses(reader, secret))(address.includes('@') ? 'email' : 'sms', address)
    : undefined
  const rows = await suppressionRows(reader, { reason, channel, addressKey: wanted }, after, limit + 1)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map(({ addressKey: found, cursor: _, suppressedAt, until, ...row }) => ({
      ...row,
      suppressionId: suppressionIdOf(row.channel, found),
      suppressedAt: suppressedAt.toISOString(),
      until: until?.toISOString() ?? null,
      liftable: LIFTABLE_REASONS.includes(row.reason),
    })),
    next: last ? cursorOf([last.cursor, last.addressKey.toString('base64')]) : null,
  }
}

/** How many addresses are suppressed for which reason. */
export async function tallySuppressions(reader: Reader): Promise<Record<string, number>> {
  const rows = await suppressionTally(reader)
  return Object.fromEntries(rows.map(row => [row.reason ?? '', row.addresses]))
}

export const suppressionIdOf = (channel: string, key: Buffer): string => `${channel}-${key.toString('base64url')}`
