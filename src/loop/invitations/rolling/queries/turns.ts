import { sql } from 'kysely'
import type { Database, Reader, Tx } from '../../../../platform/database/index.ts'
import type { Audience } from '../../../../vocabulary/index.ts'
import { inAudience } from '../../../people/index.ts'

/** What lays out turns: whom, from which day, how often, and which days are looked at. */
export type Layout = {
  planId: string
  audience: Audience
  startsFrom: string
  everyDays: number
  firstAfterDays: number
  /** Turns that fall on an earlier day are never made up for. */
  from: string
  /** The last day that is looked at. */
  until: string
}
/** A turn that has no row yet. */
export type OpenTurn = {
  personId: string
  period: number
  fallsOn: string
  zone: string | null
  name: string | null
  email: string | null
}

/** The day from which a person's turns are counted, as a date; null where there is none. */
function firstDay(startsFrom: string) {
  if (startsFrom === 'first_seen') return sql`people.created_at::date`
  if (startsFrom === 'first_purchase') {
    return sql`(select min(t.occurred_at)::date from touchpoints t where t.person_id = people.person_id and t.kind = 'order')`
  }
  const value = sql`(people.attributes ->> ${startsFrom.replace(/^attributes\./, '')})`
  // Days are counted from the first of the month, so that the 31st of a short month is no error.
  return sql`case when ${value} ~ '^(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])'
    then make_date(substr(${value}, 1, 4)::int, substr(${value}, 6, 2)::int, 1) + substr(${value}, 9, 2)::int - 1 end`
}

/** The latest turn of each person up to a day, where it falls into the span and nobody has laid it out yet. */
export async function openTurns(reader: Reader, layout: Layout, after: string, most: number): Promise<OpenTurn[]> {
  const chosen = await inAudience(reader, layout.audience)
  const { rows } = await sql<OpenTurn>`
    with counted as (
      select people.person_id, people.time_zone, people.name, people.email, people.created_at::date as known_on,
        ${firstDay(layout.startsFrom)} + ${layout.firstAfterDays}::int as first_turn
      from people where people.person_id > ${after}::uuid and ${chosen}
    ), latest as (
      select *, floor((${layout.until}::date - first_turn) / ${layout.everyDays}::numeric)::int + 1 as period
      from counted where first_turn <= ${layout.until}::date
    ), turns as (
      select *, first_turn + (period - 1) * ${layout.everyDays}::int as falls_on from latest
    )
    select person_id as "personId", period, falls_on::text as "fallsOn", time_zone as zone, name, email from turns
    where falls_on >= greatest(${layout.from}::date, known_on) and not exists (
      select from rolling_turns t where t.plan_id = ${layout.planId} and t.person_id = turns.person_id
        and (t.period = turns.period or t.falls_on > turns.falls_on - ${layout.everyDays}::int / 2))
    order by person_id limit ${most}`.execute(reader)
  return rows
}

/** How many people an audience has, and how many of them have a day to count from. */
export async function countedPeople(reader: Reader, audience: Audience, startsFrom: string) {
  const chosen = await inAudience(reader, audience)
  const { rows } = await sql<{ people: number; counted: number }>`
    select count(*)::int as people, count(${firstDay(startsFrom)})::int as counted from people where ${chosen}
  `.execute(reader)
  return rows[0] ?? { people: 0, counted: 0 }
}

/** Lays out turns; one that stands stays as it is. */
export async function insertTurns(
  tx: Tx,
  planId: string,
  turns: { personId: string; period: number; fallsOn: string; dueAt: Date }[],
): Promise<void> {
  await sql`
    insert into rolling_turns (plan_id, person_id, period, falls_on, due_at)
    select ${planId}, t.* from unnest(${turns.map(turn => turn.personId)}::uuid[], ${turns.map(turn => turn.period)}::int[],
      ${turns.map(turn => turn.fallsOn)}::date[], ${turns.map(turn => turn.dueAt)}::timestamptz[]) as t
    on conflict do nothing`.execute(tx)
}

export const markLaidOut = (tx: Tx, planId: string, day: string) =>
  tx.updateTable('rolling_plans').set({ laid_out_on: day }).where('plan_id', '=', planId).execute()

type PlanAt = { workspaceId: string; planId: string }

/** A plan whose turns are not laid out up to a day, of any workspace. */
export async function planToLayOut(database: Database, day: string): Promise<PlanAt | null> {
  const { rows } = await database.pool.query<PlanAt>(
    `select p.workspace_id as "workspaceId", p.plan_id as "planId" from rolling_plans p
     join surveys s on s.workspace_id = p.workspace_id and s.survey_id = p.survey_id and s.archived_at is null
     where p.started_at is not null and (p.laid_out_on is null or p.laid_out_on < $1::date) limit 1`,
    [day],
  )
  return rows[0] ?? null
}

/** A plan that has a turn to ask, of any workspace. */
export async function planWithDueTurns(database: Database, at: Date): Promise<PlanAt | null> {
  const { rows } = await database.pool.query<PlanAt>(
    `select t.workspace_id as "workspaceId", t.plan_id as "planId" from rolling_turns t
     join rolling_plans p on p.workspace_id = t.workspace_id and p.plan_id = t.plan_id and p.started_at is not null
     join surveys s on s.workspace_id = p.workspace_id and s.survey_id = p.survey_id and s.archived_at is null
     where t.state = 'waiting' and t.due_at <= $1 order by t.due_at limit 1`,
    [at],
  )
  return rows[0] ?? null
}

/** Turns that are due, held until the end of the transaction. */
export async function lockDueTurns(tx: Tx, planId: string, at: Date, most: number) {
  const { rows } = await sql<{ personId: string; period: number; fallsOn: string; dueAt: Date; zone: string | null }>`
    select t.person_id as "personId", t.period, t.falls_on::text as "fallsOn", t.due_at as "dueAt", p.time_zone as zone
    from rolling_turns t join people p on p.person_id = t.person_id
    where t.plan_id = ${planId} and t.state = 'waiting' and t.due_at <= ${at}
    order by t.due_at limit ${most} for update of t skip locked`.execute(tx)
  return rows
}

/** Writes what came of turns. */
export async function turnTurns(
  tx: Tx,
  planId: string,
  turns: {
    personId: string
    period: number
    state: 'waiting' | 'asked' | 'left_out'
    reason: string | null
    waveId: string | null
    dueAt: Date
  }[],
  at: Date,
): Promise<void> {
  const column = <K extends keyof (typeof turns)[number]>(name: K) => turns.map(turn => turn[name])
  await sql`
    update rolling_turns t set state = n.state, reason = n.reason, wave_id = n.wave_id, due_at = n.due_at, turned_at = ${at}
    from unnest(${column('personId')}::uuid[], ${column('period')}::int[], ${column('state')}::text[], ${column('reason')}::text[],
      ${column('waveId')}::uuid[], ${column('dueAt')}::timestamptz[]) as n (person_id, period, state, reason, wave_id, due_at)
    where t.plan_id = ${planId} and t.person_id = n.person_id and t.period = n.period and t.state = 'waiting'`.execute(
    tx,
  )
}

/** Turns that are laid out already and due before a moment, with whose they are. */
export async function waitingTurns(reader: Reader, planId: string, until: Date) {
  const { rows } = await sql<{ personId: string; dueAt: Date; name: string | null; email: string | null }>`
    select t.person_id as "personId", t.due_at as "dueAt", p.name, p.email
    from rolling_turns t join people p on p.person_id = t.person_id
    where t.plan_id = ${planId} and t.state = 'waiting' and t.due_at < ${until} order by t.due_at`.execute(reader)
  return rows
}
