import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/index.ts'
import type { Numbered, SideEntry } from '../../../platform/side-log/index.ts'

/** Whether entries wait for the side log; outside a transaction, so that asking wakes nobody. */
export async function entriesWait(database: Database): Promise<boolean> {
  const { rows } = await database.pool.query<{ due: boolean }>('select exists (select from side_log_queue) as due')
  return rows[0]?.due ?? false
}

/** Takes waiting entries out; they are gone once this transaction commits. */
export async function takeEntries(tx: Tx, most: number): Promise<SideEntry[]> {
  const { rows } = await sql<{
    workspaceId: string
    kind: string
    at: Date
    facts: Record<string, unknown>
    id: number
  }>`
    with next as (select workspace_id, entry_id from side_log_queue order by entry_id limit ${most} for update skip locked)
    delete from side_log_queue q using next where q.workspace_id = next.workspace_id and q.entry_id = next.entry_id
    returning q.workspace_id as "workspaceId", q.kind, q.noted_at as at, q.facts, q.entry_id as id`.execute(tx)
  return rows
    .sort((a, b) => a.id - b.id)
    .map(({ workspaceId, kind, at, facts }) => ({ workspaceId, kind, at: at.toISOString(), facts }))
}

/** Up to where the side log is contained in this database; null when it never was kept here. */
export async function sideLogMark(tx: Tx): Promise<number | null> {
  const row = await tx.selectFrom('instance').select('side_log_mark').executeTakeFirstOrThrow()
  return row.side_log_mark === null ? null : Number(row.side_log_mark)
}

export const setSideLogMark = (tx: Tx, mark: number) =>
  sql`update instance set side_log_mark = ${mark} where side_log_mark is distinct from ${mark}`.execute(tx)

/** Nothing is sent until an admin confirms. */
export const holdSending = (tx: Tx, reason: string) =>
  sql`update instance set sending_held_at = coalesce(sending_held_at, now()),
    sending_held_reason = case when sending_held_at is null then ${reason} else concat_ws(' ', sending_held_reason, ${reason}::text) end`.execute(
    tx,
  )

/** Brings addresses to what the log says last about them, never to less protection; returns how many stood otherwise. */
export async function reapplySuppressions(tx: Tx, final: Numbered[]): Promise<number> {
  const of = (entries: Numbered[]) => sql`unnest(${entries.map(e => e.workspaceId)}::uuid[],
    ${entries.map(e => String(e.facts.channel))}::text[], ${entries.map(e => String(e.facts.addressKey))}::text[],
    ${entries.map(e => reasonOf(e))}::text[], ${entries.map(e => e.at)}::timestamptz[]) as e (workspace_id, channel, key, reason, at)`
  const suppressed = await sql`
    insert into addresses (workspace_id, channel, address_key, suppressed_at, suppression_reason)
    select e.workspace_id, e.channel, decode(e.key, 'hex'), e.at, e.reason
    from ${of(final.filter(e => reasonOf(e) !== null))} join workspaces w on w.workspace_id = e.workspace_id
    on conflict (workspace_id, channel, address_key) do update
      set suppressed_at = coalesce(addresses.suppressed_at, excluded.suppressed_at), suppression_reason = excluded.suppression_reason
      where addresses.suppressed_at is null or (excluded.suppression_reason in ('erasure', 'complaint')
        and addresses.suppression_reason not in ('erasure', 'complaint'))`.execute(tx)
  // A complaint counts for every workspace, also for those that are made later (guarantee G5).
  await sql`
    insert into complained_addresses (channel, address_key, complained_at)
    select e.channel, decode(e.key, 'hex'), e.at from ${of(final.filter(e => reasonOf(e) === 'complaint'))}
    on conflict do nothing`.execute(tx)
  const readmitted = await sql`
    update addresses a set suppressed_at = null, suppression_reason = null
    from ${of(final.filter(e => reasonOf(e) === null))}
    where a.workspace_id = e.workspace_id and a.channel = e.channel and a.address_key = decode(e.key, 'hex')
      and a.suppression_reason = 'objection' and a.suppressed_at <= e.at`.execute(tx)
  return Number(suppressed.numAffectedRows ?? 0) + Number(readmitted.numAffectedRows ?? 0)
}

const reasonOf = ({ facts }: Numbered): string | null => (typeof facts.reason === 'string' ? facts.reason : null)

/** Marks what left as gone, and counts what this database has no row for, so that nobody hears twice; returns how many. */
export async function reapplySends(tx: Tx, entries: Numbered[]): Promise<number> {
  const text = (name: string) => entries.map(({ facts }) => (facts[name] == null ? null : String(facts[name])))
  const left = entries.map(({ at, facts }) => (typeof facts.gatedAt === 'string' ? facts.gatedAt : at))
  const sent = sql`unnest(${entries.map(e => e.workspaceId)}::uuid[], ${text('messageId')}::uuid[], ${text('personId')}::uuid[],
    ${text('purpose')}::text[], ${text('channel')}::text[], ${text('addressKey')}::text[], ${text('state')}::text[],
    ${left}::timestamptz[]) as e (workspace_id, message_id, person_id, purpose, channel, key, state, gated_at)`
  const turned = await sql`
    update messages m set state = e.state, reason = 'restored', gated_at = e.gated_at, changed_at = now(),
      accepted_at = case when e.state = 'accepted' then e.gated_at end
    from ${sent} where m.workspace_id = e.workspace_id and m.message_id = e.message_id and m.resent_at is null
      and m.state in ('planned', 'queued', 'claimed', 'gate', 'deferred', 'expired')`.execute(tx)
  const missing = await sql`
    insert into messages (workspace_id, message_id, purpose, person_id, channel, address, address_key, state, reason, not_before,
      expires_at, gated_at, accepted_at)
    select distinct on (e.workspace_id, e.message_id) e.workspace_id, e.message_id, e.purpose, p.person_id, e.channel, '',
      decode(e.key, 'hex'), e.state, 'restored', e.gated_at, e.gated_at, e.gated_at,
      case when e.state = 'accepted' then e.gated_at end
    from ${sent} join workspaces w on w.workspace_id = e.workspace_id
    left join people p on p.workspace_id = e.workspace_id and p.person_id = e.person_id
    order by e.workspace_id, e.message_id, e.state
    on conflict (workspace_id, message_id) do nothing`.execute(tx)
  return Number(turned.numAffectedRows ?? 0) + Number(missing.numAffectedRows ?? 0)
}

/** Which of these people are there although they were erased. */
export async function stillThere(
  tx: Tx,
  entries: Numbered[],
): Promise<{ workspaceId: string; personId: string; answers: string }[]> {
  const { rows } = await sql<{ workspaceId: string; personId: string; answers: string }>`
    select distinct on (p.workspace_id, p.person_id) p.workspace_id as "workspaceId", p.person_id as "personId", e.answers
    from unnest(${entries.map(e => e.workspaceId)}::uuid[], ${entries.map(e => String(e.facts.personId))}::uuid[],
      ${entries.map(e => String(e.facts.answers ?? 'nothing'))}::text[]) as e (workspace_id, person_id, answers)
    join people p on p.workspace_id = e.workspace_id and p.person_id = e.person_id`.execute(tx)
  return rows
}
