import { sql } from 'kysely'
import type { Reader, Tx } from '../../../../platform/database/index.ts'
import type { Channel, SuppressionReason } from '../../../../vocabulary/index.ts'

/** Which suppressed addresses to list. */
export type SuppressionFilter = { reason?: SuppressionReason; channel?: 'email' | 'sms'; addressKey?: Buffer }

type Row = {
  channel: Channel
  addressKey: Buffer
  reason: SuppressionReason
  suppressedAt: Date
  until: Date | null
  address: string | null
  personId: string | null
  personName: string | null
  note: string | null
  by: string | null
  cursor: string
}

/** Suppressed addresses, the latest first; who it was comes from the last message that still says it. */
export async function suppressionRows(
  reader: Reader,
  { reason, channel, addressKey }: SuppressionFilter,
  after: { at: string; key: string } | null,
  most: number,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select a.channel, a.address_key as "addressKey", a.suppression_reason as reason, a.suppressed_at as "suppressedAt",
      a.suppressed_until as until, a.suppressed_at::text as cursor, who.address, who.person_id as "personId", p.name as "personName",
      c.note, c.changed_by as by
    from (
      select * from addresses where suppressed_at is not null
        and ${reason ? sql`suppression_reason = ${reason}` : sql`true`} and ${channel ? sql`channel = ${channel}` : sql`true`}
        and ${addressKey ? sql`address_key = ${addressKey}` : sql`true`}
        and ${after ? sql`(suppressed_at, address_key) < (${after.at}::timestamptz, decode(${after.key}, 'base64'))` : sql`true`}
      order by suppressed_at desc, address_key desc limit ${most}) a
    left join lateral (select m.address, m.person_id from messages m where m.workspace_id = a.workspace_id
      and m.address_key = a.address_key and m.channel = a.channel order by m.created_at desc limit 1) who on a.suppression_reason <> 'erasure'
    left join people p on p.workspace_id = a.workspace_id and p.person_id = who.person_id
    left join lateral (select note, changed_by from suppression_changes s where s.workspace_id = a.workspace_id
      and s.channel = a.channel and s.address_key = a.address_key and s.change = 'added' order by s.change_id desc limit 1) c on true
    order by a.suppressed_at desc, a.address_key desc`.execute(reader as Tx)
  return rows
}

/** How many addresses are suppressed for which reason. */
export const suppressionTally = (reader: Reader) =>
  reader
    .selectFrom('addresses')
    .select(eb => ['suppression_reason as reason', eb.fn.countAll<number>().as('addresses')])
    .where('suppressed_at', 'is not', null)
    .groupBy('suppression_reason')
    .execute()

/** Suppresses many addresses at once; those that are already keep their reason. Returns how many are new. */
export async function suppressMany(
  tx: Tx,
  channel: Channel,
  reason: SuppressionReason,
  keys: Buffer[],
): Promise<number> {
  const result = await sql`
    insert into addresses (channel, address_key, suppressed_at, suppression_reason)
    select ${channel}, key, now(), ${reason} from unnest(${keys}::bytea[]) as k (key) order by key
    on conflict (workspace_id, channel, address_key) do update
      set suppressed_at = now(), suppression_reason = excluded.suppression_reason, suppressed_until = null
      where addresses.suppressed_at is null`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

/** Locks a suppressed address as the gate does, and says why it is. */
export const lockSuppressed = (tx: Tx, channel: Channel, key: Buffer) =>
  tx
    .selectFrom('addresses')
    .select(['suppression_reason as reason'])
    .where('channel', '=', channel)
    .where('address_key', '=', key)
    .where('suppressed_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst()

export const unsuppress = (tx: Tx, channel: Channel, key: Buffer) =>
  tx
    .updateTable('addresses')
    .set({ suppressed_at: null, suppression_reason: null, suppressed_until: null })
    .where('channel', '=', channel)
    .where('address_key', '=', key)
    .execute()

/** Notes who added or lifted a suppression by hand, and why. */
export async function noteSuppression(
  tx: Tx,
  change: { channel: Channel; keys: Buffer[]; change: 'added' | 'lifted'; reason: string; note: string | null },
): Promise<void> {
  await sql`
    insert into suppression_changes (channel, address_key, change, reason, note)
    select ${change.channel}, key, ${change.change}, ${change.reason}, ${change.note} from unnest(${change.keys}::bytea[]) as k (key)`.execute(
    tx,
  )
}
