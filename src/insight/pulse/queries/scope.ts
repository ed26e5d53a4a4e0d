import { type RawBuilder, sql } from 'kysely'
import { answersAt, isOneOf } from '../../../loop/attributes/index.ts'
import type { Reader } from '../../../platform/database/index.ts'
import type { AttributeDefinitions, DayRange } from '../../../vocabulary/index.ts'

/** Of which survey, and whether it is an anonymous one, whose answers are seen in batches only. */
export type Whose = { survey?: string; sealed: boolean }

/** Which answers are counted: the days, the survey, the segment, and whether only the newest of each person. */
export type Scope = DayRange &
  Whose & {
    timeZone: string
    segments: Segments
    /** What attributes mean: how they are cut. */
    definitions: AttributeDefinitions
    per: 'person' | 'answer'
    /** Only answers to the NPS question, or whatever the survey opens with. */
    scale?: 'nps' | 'any'
  }

/** By attribute, what is asked of the answers of a table: either of its values; all of the attributes together. */
export type Segments = Map<string, (alias: string) => RawBuilder<boolean>>

/** `['size:small', 'size:large', 'country:FI']` as conditions; values are parts as attributes are cut. */
export function segmentsOf(wishes: readonly string[], definitions: AttributeDefinitions): Segments {
  const values = new Map<string, string[]>()
  for (const wish of wishes) {
    const at = wish.indexOf(':')
    if (at > 0) values.set(wish.slice(0, at), [...(values.get(wish.slice(0, at)) ?? []), wish.slice(at + 1)])
  }
  return new Map(
    [...values].map(([name, own]) => [name, alias => isOneOf(definitions, name, own, answersAt(alias))] as const),
  )
}

const midnight = (day: string, timeZone: string, plus = 0) =>
  sql`((${day}::date + ${plus}::int)::timestamp at time zone ${timeZone})`

/** The days of a range as moments, on a column of table `alias`. */
export const withinDays = (
  alias: string,
  { from, to, timeZone }: DayRange & { timeZone: string },
  column = 'answered_at',
): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${alias}.${column}`)} >= ${midnight(from, timeZone)} and ${sql.ref(`${alias}.${column}`)} < ${midnight(to, timeZone, 1)}`

/** Answers of anonymous surveys as they were shown: their moment is that of their batch, so that a range of days holds whole batches. */
const RELEASED = sql`(select a.released_answer_id as response_id, a.survey_id, null::uuid as person_id, a.opening, a.score, a.rating,
  case when k.comment = a.comment then a.comment end as comment, '{}'::jsonb as attributes, null::text as language,
  'confirmed' as state, a.released_at as answered_at
  from released_answers a join responses k on k.response_id = a.response_id and k.state = 'confirmed')`

/** Where the answers stand: `responses`, or of an anonymous survey what was released. */
export const answersOf = ({ sealed }: Whose): RawBuilder<unknown> => (sealed ? RELEASED : sql`responses`)

/** No answer of an anonymous survey: those are only ever read through `answersOf`. */
export const named = (alias: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${alias}.survey_id`)} not in (select survey_id from surveys where anonymous)`

/** Conditions on the survey and the attributes of table `alias`; only answers to the NPS question count, unless told otherwise. */
export function among(
  alias: string,
  scope: Pick<Scope, 'survey' | 'segments' | 'sealed' | 'scale'>,
): RawBuilder<boolean> {
  const conditions = [sql<boolean>`${sql.ref(`${alias}.state`)} = 'confirmed'`]
  if (scope.scale !== 'any') conditions.push(sql`${sql.ref(`${alias}.score`)} is not null`)
  if (!scope.sealed) conditions.push(named(alias))
  if (scope.survey) conditions.push(sql`${sql.ref(`${alias}.survey_id`)} = ${scope.survey}`)
  for (const holds of scope.segments.values()) conditions.push(holds(alias))
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

/** The answers a scope counts, as `from … where …` over `r`. */
export function countedAnswers(scope: Scope): RawBuilder<unknown> {
  const own = sql`from ${answersOf(scope)} r where ${among('r', scope)} and ${withinDays('r', scope)}`
  if (scope.per === 'answer' || scope.sealed) return own
  return sql`${own} and not exists (select 1 from responses newer where newer.person_id = r.person_id
    and (newer.answered_at, newer.response_id) > (r.answered_at, r.response_id)
    and ${among('newer', { ...scope, segments: new Map() })} and ${withinDays('newer', scope)})`
}

/** A survey's name and kind; `waiting` are answers of an anonymous one that are not shown yet. */
export async function surveyOfScope(reader: Reader, survey: string) {
  const { rows } = await sql<{ name: string; opening: string; anonymous: boolean; shownFrom: number; waiting: number }>`
    select s.name, s.opening, s.anonymous, s.anonymous_threshold as "shownFrom", case when s.anonymous then (
      select count(*)::int from responses r where r.survey_id = s.survey_id and r.state = 'confirmed'
        and not exists (select from released_answers a where a.response_id = r.response_id)) else 0 end as waiting
    from surveys s where s.survey_id = ${survey}`.execute(reader)
  return rows[0] ?? null
}
