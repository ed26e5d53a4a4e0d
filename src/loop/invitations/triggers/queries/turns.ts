import { sql } from 'kysely'
import type { Database, Reader, Tx } from '../../../../platform/database/index.ts'
import type { TriggerTurnState } from '../../../../vocabulary/index.ts'

/** The touchpoint that something happened to. */
export const touchpointRow = (reader: Reader, touchpointId: string) =>
  reader
    .selectFrom('touchpoints')
    .select(['touchpoint_id', 'person_id', 'kind', 'state', 'occurred_at'])
    .where('touchpoint_id', '=', touchpointId)
    .executeTakeFirst()

/** A turn for a touchpoint; the second for the same one is none. */
export async function insertTurn(
  tx: Tx,
  turn: { trigger_id: string; touchpoint_id: string; person_id: string; due_at: Date },
): Promise<void> {
  await tx
    .insertInto('trigger_turns')
    .values(turn)
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Calls off what waits for a person, of touchpoints until a moment. */
export async function cancelWaiting(tx: Tx, triggerId: string, personId: string, until: Date, at: Date): Promise<void> {
  await sql`
    update trigger_turns t set state = 'cancelled', reason = 'contrary_event', turned_at = ${at}
    from touchpoints p
    where t.trigger_id = ${triggerId} and t.person_id = ${personId} and t.state = 'waiting'
      and p.touchpoint_id = t.touchpoint_id and p.occurred_at <= ${until}`.execute(tx)
}

/** Takes back what waits, because the trigger was stopped. */
export async function cancelAllWaiting(tx: Tx, triggerId: string, at: Date): Promise<void> {
  await tx
    .updateTable('trigger_turns')
    .set({ state: 'cancelled', reason: 'trigger_stopped', turned_at: at })
    .where('trigger_id', '=', triggerId)
    .where('state', '=', 'waiting')
    .execute()
}

type TriggerAt = { workspaceId: string; triggerId: string }

/** A trigger that has a turn to ask, of any workspace. */
export async function triggerWithDueTurns(database: Database, at: Date): Promise<TriggerAt | null> {
  const { rows } = await database.pool.query<TriggerAt>(
    `select t.workspace_id as "workspaceId", t.trigger_id as "triggerId" from trigger_turns t
     join triggers g on g.workspace_id = t.workspace_id and g.trigger_id = t.trigger_id and g.started_at is not null
     join surveys s on s.workspace_id = g.workspace_id and s.survey_id = g.survey_id and s.archived_at is null
     where t.state = 'waiting' and t.due_at <= $1 order by t.due_at limit 1`,
    [at],
  )
  return rows[0] ?? null
}

/** A due turn with what decides about it: the touchpoint's state now, and whether the trigger asked this person lately. */
export type DueTurn = {
  touchpointId: string
  personId: string
  dueAt: Date
  state: string | null
  askedLately: boolean
}

export async function lockDueTurns(
  tx: Tx,
  triggerId: string,
  { at, since, most }: { at: Date; since: Date; most: number },
): Promise<DueTurn[]> {
  const { rows } = await sql<DueTurn>`
    select t.touchpoint_id as "touchpointId", t.person_id as "personId", t.due_at as "dueAt", p.state,
      exists (select from trigger_turns o where o.trigger_id = t.trigger_id and o.person_id = t.person_id
        and o.state = 'asked' and o.turned_at > ${since}) as "askedLately"
    from trigger_turns t join touchpoints p on p.touchpoint_id = t.touchpoint_id
    where t.trigger_id = ${triggerId} and t.state = 'waiting' and t.due_at <= ${at}
    order by t.due_at, t.touchpoint_id limit ${most} for update of t skip locked`.execute(tx)
  return rows
}

/** Writes what came of turns. */
export async function turnTurns(
  tx: Tx,
  triggerId: string,
  turns: { touchpointId: string; state: TriggerTurnState; reason: string | null; waveId: string | null }[],
  at: Date,
): Promise<void> {
  const column = <K extends keyof (typeof turns)[number]>(name: K) => turns.map(turn => turn[name])
  await sql`
    update trigger_turns t set state = n.state, reason = n.reason, wave_id = n.wave_id, turned_at = ${at}
    from unnest(${column('touchpointId')}::uuid[], ${column('state')}::text[], ${column('reason')}::text[],
      ${column('waveId')}::uuid[]) as n (touchpoint_id, state, reason, wave_id)
    where t.trigger_id = ${triggerId} and t.touchpoint_id = n.touchpoint_id and t.state = 'waiting'`.execute(tx)
}

/** What a trigger made of the last touchpoints, newest first. */
export async function newestTurns(
  reader: Reader,
  triggerId: string,
  most: number,
  before: { at: string; id: string } | null,
) {
  const { rows } = await sql<{
    touchpointId: string
    personId: string
    personName: string | null
    title: string
    touchpointState: string | null
    state: TriggerTurnState
    reason: string | null
    dueAt: Date
    createdAt: Date
    place: string
  }>`
    select t.touchpoint_id as "touchpointId", t.person_id as "personId", coalesce(p.name, p.email) as "personName", h.title,
      h.state as "touchpointState", t.state, t.reason, t.due_at as "dueAt", t.created_at as "createdAt", t.created_at::text as place
    from trigger_turns t
    join touchpoints h on h.touchpoint_id = t.touchpoint_id
    join people p on p.person_id = t.person_id
    where t.trigger_id = ${triggerId} and (${before?.at ?? null}::timestamptz is null
      or (t.created_at, t.touchpoint_id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid))
    order by t.created_at desc, t.touchpoint_id desc limit ${most}`.execute(reader)
  return rows
}
