import { sql } from 'kysely'
import { answersAt, partsOf } from '../../loop/attributes/index.ts'
import type { Reader } from '../../platform/database/index.ts'
import { among, answersOf, countedAnswers, type Scope, withinDays } from '../pulse/queries/scope.ts'

export type RatingRow = { rating: number | null; count: number }

/** How many gave each rating. */
export const ratingCounts = async (reader: Reader, scope: Scope): Promise<RatingRow[]> =>
  (await sql<RatingRow>`select r.rating, count(*)::int as count ${countedAnswers(scope)} group by 1`.execute(reader))
    .rows

/** How many gave each rating in each of the stretches that begin on `starts`; every answer counts. */
export async function ratingCountsByStretch(reader: Reader, scope: Scope, starts: readonly string[]) {
  const { rows } = await sql<RatingRow & { stretch: number }>`
    select width_bucket(r.answered_at, array(select d::timestamp at time zone ${scope.timeZone}
        from unnest(${starts}::date[]) with ordinality t(d, at) order by at)) as stretch, r.rating, count(*)::int as count
    from ${answersOf(scope)} r where ${among('r', scope)} and ${withinDays('r', scope)} group by 1, 2`.execute(reader)
  return rows
}

/** How many gave each rating for each value of the attributes. */
export async function ratingCountsByValue(reader: Reader, scope: Scope, attributes: readonly string[]) {
  const { rows } = await sql<RatingRow & { attribute: string; value: string }>`
    with counted as (select r.rating, r.attributes, r.answered_at ${countedAnswers(scope)})
    select entry.key as attribute, entry.value, counted.rating, count(*)::int as count
    from counted cross join lateral ${partsOf(scope.definitions, answersAt('counted'))} entry
    where entry.key = any(${attributes}) and entry.value is not null group by 1, 2, 3 order by 1, 2`.execute(reader)
  return rows
}

/** The newest wording of a survey with its questions. */
export async function newestWording(reader: Reader, surveyId: string): Promise<unknown> {
  const row = await reader
    .selectFrom('survey_versions')
    .select('wording')
    .where('survey_id', '=', surveyId)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row?.wording ?? null
}

/** One line for each batch of answers to a question: an answer of its own, or of an anonymous survey what was shown together. */
export type QuestionRow = {
  questionId: string
  batch: string
  rating: number | null
  option: string | null
  count: number
}
export type AskedRow = { questionId: string; batch: string; n: number }
export type WordsRow = { questionId: string; batch: string; text: string; language: string | null }

/** What the further questions got, with the moment of its batch; words that their giver changed since are left out. */
const further = (scope: Scope) => (scope.sealed ? releasedFurther(scope) : namedFurther(scope))

const namedFurther = (scope: Scope) =>
  sql`(select '' as batch, a.answered_at as said_at, r.language, a.question_id, a.rating, a.choices, a.words
    from (select r.response_id, r.language ${countedAnswers(scope)}) r join response_answers a on a.response_id = r.response_id)`

const releasedFurther = (scope: Scope) =>
  sql`(select a.released_at::text as batch, a.released_at as said_at, null::text as language, f."questionId" as question_id,
      f.rating, f.choices, case when since.words = f.words then f.words end as words
    from released_answers a join responses k on k.response_id = a.response_id and k.state = 'confirmed'
    cross join jsonb_to_recordset(a.further) as f("questionId" text, rating int, choices text[], words text)
    left join response_answers since on since.response_id = a.response_id and since.question_id = f."questionId"
    where a.survey_id = ${scope.survey ?? null} and ${scope.segments.size === 0} and ${withinDays('a', scope, 'released_at')})`

/** How many answered each question, batch by batch, oldest first. */
export const askedCounts = async (reader: Reader, scope: Scope): Promise<AskedRow[]> =>
  (
    await sql<AskedRow>`select question_id as "questionId", batch, count(*)::int as n from ${further(scope)} further
      where rating is not null or cardinality(choices) > 0 or words is not null group by 1, 2 order by 2`.execute(
      reader,
    )
  ).rows

/** How many gave each rating and chose each option, batch by batch. */
export const givenCounts = async (reader: Reader, scope: Scope): Promise<QuestionRow[]> =>
  (
    await sql<QuestionRow>`select question_id as "questionId", batch, rating, option, count(*)::int as count
      from ${further(scope)} further left join unnest(further.choices) option on true
      where rating is not null or option is not null group by 1, 2, 3, 4`.execute(reader)
  ).rows

/** The newest words of each question. */
export const newestWords = async (reader: Reader, scope: Scope, each: number): Promise<WordsRow[]> =>
  (
    await sql<WordsRow>`select "questionId", batch, text, language from (
      select question_id as "questionId", batch, words as text, language,
        row_number() over (partition by question_id order by said_at desc) as place
      from ${further(scope)} further where words is not null) newest where place <= ${each} order by place`.execute(
      reader,
    )
  ).rows
