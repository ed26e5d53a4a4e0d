import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../../../platform/database/index.ts'

/**
 * What triggers make of imported touchpoints since a moment: an old history asks nobody, because only what happened within
 * the delay of the trigger and one day more counts; so a question comes at its time, or at most one day late.
 */
const turnsSince = (since: RawBuilder<unknown>, at: RawBuilder<unknown>) => sql`
  from triggers g join touchpoints p on p.kind = g.touchpoint_kind
  where g.started_at is not null and p.source = 'import' and p.created_at >= ${since}
    and p.occurred_at >= ${at} - make_interval(hours => g.delay_hours + 24)
    and (cardinality(g.states) = 0 or lower(p.state) = any(array(select lower(one) from unnest(g.states) one)))`

/** How many turns the touchpoints of this transaction make. */
export async function countTurnsOfImport(reader: Reader): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n ${turnsSince(sql`now()`, sql`now()`)}`.execute(
    reader,
  )
  return rows[0]?.n ?? 0
}

/** Turns for what an import brought; the second for the same touchpoint is none. */
export const insertTurnsOfImport = (tx: Tx, importId: string, at: Date) =>
  sql`insert into trigger_turns (trigger_id, touchpoint_id, person_id, due_at)
    select g.trigger_id, p.touchpoint_id, p.person_id, p.occurred_at + make_interval(hours => g.delay_hours)
    ${turnsSince(sql`(select created_at from imports where import_id = ${importId})`, sql`${at}::timestamptz`)}
    on conflict do nothing`.execute(tx)

/** Calls off what waits where the file tells of something contrary that came later. */
export const cancelTurnsByImport = (tx: Tx, importId: string, at: Date) =>
  sql`update trigger_turns t set state = 'cancelled', reason = 'contrary_event', turned_at = ${at}
    from triggers g, touchpoints about, touchpoints contrary
    where t.state = 'waiting' and g.trigger_id = t.trigger_id and about.touchpoint_id = t.touchpoint_id
      and contrary.person_id = t.person_id and contrary.kind = g.touchpoint_kind and contrary.source = 'import'
      and contrary.created_at >= (select created_at from imports where import_id = ${importId})
      and contrary.occurred_at >= about.occurred_at
      and lower(contrary.state) = any(array(select lower(one) from unnest(g.contrary_states) one))`.execute(tx)
