import { sql } from 'kysely'
import type { Reader } from '../../../../platform/database/index.ts'
import type { TriggerTrial } from '../../../../vocabulary/index.ts'

type Heard = { kind: string; states: readonly string[]; since: Date; most: number }

/** Touchpoints of a kind and the people of those whose state counts, and the states that occur at all. */
export async function touchpointsSince(
  reader: Reader,
  { kind, states, since, most }: Heard,
): Promise<Omit<TriggerTrial, 'days'>> {
  const wanted = states.map(state => state.toLowerCase())
  const { rows } = await sql<Omit<TriggerTrial, 'days'>>`
    with lately as materialized (
      select person_id, lower(state) as state from touchpoints
      where kind = ${kind} and occurred_at >= ${since} and occurred_at <= now()
    ),
    heard as (select person_id from lately where cardinality(${wanted}::text[]) = 0 or state = any(${wanted}::text[])),
    occurring as (
      select state, count(*) as n from lately where state is not null group by state order by n desc, state limit ${most}
    )
    select count(*)::int as touchpoints, count(distinct person_id)::int as people,
      coalesce((select jsonb_agg(state order by n desc, state) from occurring), '[]') as states
    from heard`.execute(reader)
  return rows[0] ?? { touchpoints: 0, people: 0, states: [] }
}
