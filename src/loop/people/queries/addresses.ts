import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { Channel, SuppressionReason } from '../../../vocabulary/index.ts'

/** Suppresses an address under the lock that the gate takes; false when it was suppressed for as good a reason before. */
export async function suppress(tx: Tx, channel: Channel, key: Buffer, reason: SuppressionReason): Promise<boolean> {
  const result = await sql`
    insert into addresses (channel, address_key, suppressed_at, suppression_reason)
    values (${channel}, ${key}, now(), ${reason})
    on conflict (workspace_id, channel, address_key) do update
      set suppressed_at = coalesce(addresses.suppressed_at, now()), suppression_reason = excluded.suppression_reason,
        suppressed_until = null
      where addresses.suppressed_at is null or (addresses.suppression_reason <> excluded.suppression_reason
        and (excluded.suppression_reason in ('erasure', 'complaint') or addresses.suppression_reason in ('hard_bounce', 'soft_bounce')))
  `.execute(tx)
  return Number(result.numAffectedRows ?? 0) > 0
}

/** The suppression of an address, if any. */
export const suppressionOf = (reader: Reader, channel: Channel, key: Buffer) =>
  reader
    .selectFrom('addresses')
    .select(['suppressed_at', 'suppression_reason'])
    .where('channel', '=', channel)
    .where('address_key', '=', key)
    .where('suppressed_at', 'is not', null)
    .executeTakeFirst()

/** Makes the row that sends and objections lock. */
export async function ensureAddress(tx: Tx, channel: Channel, key: Buffer): Promise<void> {
  await sql`insert into addresses (channel, address_key) values (${channel}, ${key}) on conflict do nothing`.execute(tx)
}
