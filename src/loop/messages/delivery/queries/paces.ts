import { sql } from 'kysely'
import type { Database, Reader, Tx } from '../../../../platform/database/index.ts'
import type { Claim } from '../../queries/gate.ts'

/** What a workspace set or learnt about the mailboxes of a domain. */
export type PaceRow = {
  domain: string
  perMinute: number | null
  concurrent: number | null
  backedOffUntil: Date | null
}

export async function paceRows(reader: Reader): Promise<PaceRow[]> {
  const { rows } = await sql<PaceRow>`
    select domain, per_minute as "perMinute", concurrent, backed_off_until as "backedOffUntil" from domain_paces`.execute(
    reader as Tx,
  )
  return rows
}

/** Waiting mails by domain. */
export const waitingByDomain = (reader: Reader) =>
  reader
    .selectFrom('messages')
    .select(eb => [
      sql<string>`lower(split_part(address, '@', 2))`.as('domain'),
      eb.fn.countAll<number>().as('messages'),
    ])
    .where('channel', '=', 'email')
    .where('state', 'in', ['queued', 'deferred'])
    .groupBy(sql`1`)
    .execute()

export async function upsertPace(
  tx: Tx,
  domain: string,
  pace: { perMinute: number | null; concurrent: number | null },
) {
  const values = { per_minute: pace.perMinute, concurrent: pace.concurrent, next_slot_at: null }
  await tx
    .insertInto('domain_paces')
    .values({ domain, ...values })
    .onConflict(conflict => conflict.columns(['workspace_id', 'domain']).doUpdateSet(values))
    .execute()
}

/**
 * Reserves the next `wanted` moments of a domain, one every 60/`perMinute` seconds; returns the first of them.
 * What was not used while nothing was sent is lost, so that no burst follows a pause.
 */
export async function reserveSlots(tx: Tx, domain: string, perMinute: number, wanted: number, at: Date): Promise<Date> {
  const seconds = (60 / perMinute) * wanted
  const { rows } = await sql<{ first: Date }>`
    insert into domain_paces (domain, next_slot_at) values (${domain}, ${at}::timestamptz + make_interval(secs => ${seconds}))
    on conflict (workspace_id, domain) do update
      set next_slot_at = greatest(domain_paces.next_slot_at, ${at}::timestamptz) + make_interval(secs => ${seconds})
    returning next_slot_at - make_interval(secs => ${seconds}) as first`.execute(tx)
  return rows[0]?.first ?? at
}

/** Notes that a domain asked to wait; the more often in a row, the longer (`minutes` by number of failures). */
export async function backOffDomain(tx: Tx, domain: string, minutes: readonly number[], at: Date): Promise<void> {
  await sql`
    insert into domain_paces (domain, failures, failed_at) values (${domain}, 1, ${at})
    on conflict (workspace_id, domain) do update set failed_at = ${at},
      failures = case when domain_paces.failed_at > ${at}::timestamptz - interval '6 hours' then least(domain_paces.failures + 1, 100) else 1 end`.execute(
    tx,
  )
  await sql`
    update domain_paces set backed_off_until = ${at}::timestamptz
      + make_interval(mins => (${minutes}::int[])[least(failures - 2, ${minutes.length})])
    where domain = ${domain} and failures > 2
      and (backed_off_until is null or backed_off_until <= ${at})`.execute(tx)
}

/** Why and until when the messages in hand were put off the last time. */
export async function putOffBefore(
  tx: Tx,
  claims: Claim[],
): Promise<Map<string, { reason: string | null; notBefore: Date }>> {
  const rows = await tx
    .selectFrom('messages')
    .select(['message_id', 'reason', 'not_before'])
    .where(
      'message_id',
      'in',
      claims.map(claim => claim.messageId),
    )
    .execute()
  return new Map(rows.map(row => [row.message_id, { reason: row.reason, notBefore: row.not_before }]))
}

/** Puts messages in hand back into the queue until their moments, all at once. */
export async function putOff(tx: Tx, messages: { claim: Claim; notBefore: Date; reason: string }[]): Promise<void> {
  if (messages.length === 0) return
  await sql`
    update messages m set state = 'queued', lease_until = null, changed_at = now(), reason = c.reason, not_before = c.moment,
      expires_at = greatest(m.expires_at, least(c.moment + interval '12 hours', m.created_at + interval '14 days'))
    from unnest(${messages.map(one => one.claim.messageId)}::uuid[], ${messages.map(one => one.claim.fence)}::bigint[],
      ${messages.map(one => one.notBefore)}::timestamptz[], ${messages.map(one => one.reason)}::text[]) as c (id, fence, moment, reason)
    where m.message_id = c.id and m.fence = c.fence and m.state = 'claimed'`.execute(tx)
}

/** Domains of all workspaces that are paced or asked to wait, for a look before each portion. */
export async function pacedDomains(database: Database, at: Date): Promise<(PaceRow & { workspaceId: string })[]> {
  const { rows } = await database.pool.query<PaceRow & { workspaceId: string }>(
    `select workspace_id as "workspaceId", domain, per_minute as "perMinute", concurrent, backed_off_until as "backedOffUntil"
     from domain_paces where per_minute is not null or concurrent is not null or backed_off_until > $1`,
    [at],
  )
  return rows
}

/** When the oldest mail of the last 24 hours left. */
export async function oldestLately(reader: Reader, at: Date): Promise<Date | null> {
  const { rows } = await sql<{ oldest: Date | null }>`
    select min(gated_at) as oldest from messages where channel = 'email' and state in ('gate', 'accepted', 'unknown')
      and gated_at > ${at}::timestamptz - interval '24 hours'`.execute(reader as Tx)
  return rows[0]?.oldest ?? null
}
