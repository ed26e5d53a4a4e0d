import { type RawBuilder, sql } from 'kysely'
import type { DayRange } from '../../../vocabulary/index.ts'

/** Which answers are counted: the days, the survey, the segment, and whether only the newest of each person. */
export type Scope = DayRange & { timeZone: string; survey?: string; segments: Segments; per: 'person' | 'answer' }

/** Values by attribute: either of the values, all of the attributes. */
export type Segments = Map<string, string[]>

/** `['size:small', 'size:large', 'country:FI']` as values by attribute. */
export function segmentsOf(wishes: readonly string[]): Segments {
  const segments: Segments = new Map()
  for (const wish of wishes) {
    const at = wish.indexOf(':')
    if (at > 0) segments.set(wish.slice(0, at), [...(segments.get(wish.slice(0, at)) ?? []), wish.slice(at + 1)])
  }
  return segments
}

const midnight = (day: string, timeZone: string, plus = 0) =>
  sql`((${day}::date + ${plus}::int)::timestamp at time zone ${timeZone})`

/** The days of a range as moments, on the column of table `alias`. */
export const withinDays = (
  alias: string,
  { from, to, timeZone }: DayRange & { timeZone: string },
): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${alias}.answered_at`)} >= ${midnight(from, timeZone)} and ${sql.ref(`${alias}.answered_at`)} < ${midnight(to, timeZone, 1)}`

/** Conditions on the survey and the attributes of table `alias`; only answers to the NPS question count. */
export function among(alias: string, scope: Pick<Scope, 'survey' | 'segments'>): RawBuilder<boolean> {
  const conditions = [
    sql<boolean>`${sql.ref(`${alias}.state`)} = 'confirmed' and ${sql.ref(`${alias}.score`)} is not null`,
  ]
  if (scope.survey) conditions.push(sql`${sql.ref(`${alias}.survey_id`)} = ${scope.survey}`)
  for (const [attribute, values] of scope.segments) {
    conditions.push(sql`${sql.ref(`${alias}.attributes`)} ->> ${attribute} = any(${values})`)
  }
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

/** The answers a scope counts, as `from … where …` over `r`. */
export function countedAnswers(scope: Scope): RawBuilder<unknown> {
  const own = sql`from responses r where ${among('r', scope)} and ${withinDays('r', scope)}`
  if (scope.per === 'answer') return own
  return sql`${own} and not exists (select 1 from responses newer where newer.person_id = r.person_id
    and (newer.answered_at, newer.response_id) > (r.answered_at, r.response_id)
    and ${among('newer', { survey: scope.survey, segments: new Map() })} and ${withinDays('newer', scope)})`
}
