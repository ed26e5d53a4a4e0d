import { sql } from 'kysely'
import type { Database, Tx } from '../../../../platform/database/index.ts'
import type { Channel, Outcome, ReportSource } from '../../../../vocabulary/index.ts'

/** What was reported, about which message or address. */
export type Report = {
  messageId: string | null
  channel: Channel
  addressKey: Buffer
  kind: Outcome
  source: ReportSource
  /** The same for the same report, however often it is told. */
  sourceId: string
  status: string | null
  words: string | null
}

/** A message as reports see it. */
export type ReportedMessage = { messageId: string; personId: string | null; channel: Channel; addressKey: Buffer }

/** Writes a report down; false when it was told before. */
export async function insertReport(tx: Tx, report: Report, at: Date): Promise<boolean> {
  const result = await tx
    .insertInto('delivery_reports')
    .values({
      message_id: report.messageId,
      channel: report.channel,
      address_key: report.addressKey,
      kind: report.kind,
      source: report.source,
      source_id: report.sourceId.slice(0, 300),
      status: report.status,
      words: report.words?.slice(0, 1000) ?? null,
      reported_at: at,
    })
    .onConflict(conflict => conflict.columns(['workspace_id', 'source', 'source_id']).doNothing())
    .returning('report_id')
    .executeTakeFirst()
  return result !== undefined
}

/** Lets the gravest outcome stand. */
export async function foldOutcome(tx: Tx, messageId: string, kind: Outcome): Promise<void> {
  const grave = sql`array['soft_bounce', 'delivered', 'hard_bounce', 'complaint']`
  await sql`
    update messages set outcome = ${kind}, changed_at = now() where message_id = ${messageId}
      and coalesce(array_position(${grave}, outcome), 0) < array_position(${grave}, ${kind}::text)`.execute(tx)
}

/** Somebody reports on a message whose fate was unknown: it left. False where nothing was unknown. */
export async function settleUnknown(tx: Tx, messageId: string, at: Date): Promise<boolean> {
  const result = await sql`
    with settled as (
      update messages set state = 'accepted', reason = null, accepted_at = ${at}, lease_until = null, changed_at = now()
      where message_id = ${messageId} and state = 'unknown' returning workspace_id, message_id)
    insert into message_turns (workspace_id, message_id, state, reason)
    select workspace_id, message_id, 'accepted', 'reported' from settled`.execute(tx)
  return Number(result.numAffectedRows ?? 0) > 0
}

/** The message of an id, where this workspace has it. */
export async function reportedMessage(tx: Tx, messageId: string): Promise<ReportedMessage | null> {
  const { rows } = await sql<ReportedMessage>`
    select message_id as "messageId", person_id as "personId", channel, address_key as "addressKey"
    from messages where message_id = ${messageId}`.execute(tx)
  return rows[0] ?? null
}

/** The latest message to an address in whose acceptance the server named this id. */
export async function messageByReply(tx: Tx, addressKey: Buffer, providerId: string): Promise<ReportedMessage | null> {
  const { rows } = await sql<ReportedMessage>`
    select message_id as "messageId", person_id as "personId", channel, address_key as "addressKey" from messages
    where address_key = ${addressKey} and position(${providerId} in provider_reply) > 0
    order by gated_at desc nulls last limit 1`.execute(tx)
  return rows[0] ?? null
}

/** Whether this workspace ever wrote to an address or stored it. */
export async function knowsAddress(tx: Tx, channel: Channel, addressKey: Buffer): Promise<boolean> {
  const row = await tx
    .selectFrom('addresses')
    .select('channel')
    .where('channel', '=', channel)
    .where('address_key', '=', addressKey)
    .executeTakeFirst()
  return row !== undefined
}

/** How many soft bounces in a row an address has had: since something arrived, of the last 90 days, without refusals of the sender. */
export async function softBouncesInRow(tx: Tx, channel: Channel, addressKey: Buffer, at: Date): Promise<number> {
  const { rows } = await sql<{ bounces: number }>`
    select count(*)::int as bounces from delivery_reports r
    where r.channel = ${channel} and r.address_key = ${addressKey} and r.kind = 'soft_bounce'
      and coalesce(r.status, '') not like '5.7.%' and r.reported_at > ${at}::timestamptz - interval '90 days'
      and not exists (select from delivery_reports d where d.address_key = r.address_key and d.channel = r.channel
        and d.kind = 'delivered' and d.report_id > r.report_id)`.execute(tx)
  return rows[0]?.bounces ?? 0
}

/** Lets an address rest, unless it is suppressed for a better reason. */
export async function restAddress(tx: Tx, channel: Channel, addressKey: Buffer, until: Date): Promise<boolean> {
  const result = await sql`
    insert into addresses (channel, address_key, suppressed_at, suppression_reason, suppressed_until)
    values (${channel}, ${addressKey}, now(), 'soft_bounce', ${until})
    on conflict (workspace_id, channel, address_key) do update
      set suppressed_at = now(), suppression_reason = 'soft_bounce', suppressed_until = excluded.suppressed_until
      where addresses.suppressed_at is null`.execute(tx)
  return Number(result.numAffectedRows ?? 0) > 0
}

/** Ends the rests whose time is over, in every workspace. */
export async function endRests(database: Database, at: Date): Promise<void> {
  await database.pool.query(
    `update addresses set suppressed_at = null, suppression_reason = null, suppressed_until = null
     where suppressed_until <= $1 and suppression_reason = 'soft_bounce'`,
    [at],
  )
}

/** From now on no workspace of this installation writes to the address. */
export async function insertComplained(tx: Tx, channel: Channel, addressKey: Buffer): Promise<void> {
  await tx
    .insertInto('complained_addresses')
    .values({ channel, address_key: addressKey })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Complaints and accepted mails of the last days, since an admin last let a paused sender go on. */
export async function complaintTally(
  reader: Pick<Tx, 'selectFrom' | 'selectNoFrom' | 'fn'>,
  days: number,
  at: Date,
): Promise<{ reported: number; accepted: number }> {
  const { rows } = await sql<{ reported: number; accepted: number }>`
    with since as (select greatest(${at}::timestamptz - make_interval(days => ${days}),
      coalesce((select complaints_from from sending_settings), '-infinity')) as moment)
    select (select count(*)::int from delivery_reports, since where kind = 'complaint' and channel = 'email'
        and reported_at >= moment) as reported,
      (select count(*)::int from messages, since where channel = 'email' and state in ('gate', 'accepted', 'unknown')
        and gated_at >= moment) as accepted`.execute(reader as Tx)
  return rows[0] ?? { reported: 0, accepted: 0 }
}

/** What a workspace decided about soft bounces. */
export const softBounceRule = (tx: Tx) =>
  tx.selectFrom('sending_settings').select(['soft_bounces', 'soft_bounce_days']).executeTakeFirst()

/** Workspaces whose id begins so; a return path carries no more of it. */
export async function workspacesByPrefix(database: Database, prefix: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ workspace_id: string }>(
    `select workspace_id from workspaces where left(workspace_id::text, 8) = $1`,
    [prefix],
  )
  return rows.map(row => row.workspace_id)
}
