import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import { type AnswerRule, takesOpening } from '../../../vocabulary/index.ts'
import type { Derived } from './rules.ts'

const LONGEST_WORDS = 500

/** What the answer `r` says to the question of a rule, and when it said so: no row where it says nothing. */
export function saidIn(rule: AnswerRule): RawBuilder<unknown> {
  if (takesOpening(rule)) {
    return sql`select coalesce(to_jsonb(r.score), to_jsonb(r.rating), to_jsonb(left(r.comment, ${LONGEST_WORDS}))) as value,
        coalesce(r.changed_at, r.answered_at) as said_at
      where r.opening <> 'free' or r.comment is not null`
  }
  return sql`select coalesce(to_jsonb(a.rating), to_jsonb(a.choices[1]), to_jsonb(left(nullif(a.words, ''), ${LONGEST_WORDS}))) as value,
      a.answered_at as said_at
    from response_answers a where a.response_id = r.response_id and a.question_id = ${rule.questionId}
      and (a.rating is not null or cardinality(a.choices) > 0 or a.words <> '')`
}

/**
 * Takes over what these people said last. What a member entered after that stands; what import or API gave before waits
 * beneath and comes back when nothing is said any more.
 */
export async function takeFromAnswers(
  tx: Tx,
  personIds: readonly string[],
  derived: Derived<AnswerRule>,
): Promise<void> {
  const { name, rule } = derived
  await sql`
    with wanted as (
      select person_id, attributes from people where person_id = any(${personIds}::uuid[]) order by person_id for update
    ), said as (
      select w.person_id, w.attributes, s.value, s.response_id, s.said_at, o.source, coalesce(o.given, w.attributes -> ${name}) as given
      from wanted w
      left join lateral (
        select v.value, v.said_at, r.response_id from responses r cross join lateral (${saidIn(rule)}) v
        where r.person_id = w.person_id and r.survey_id = ${rule.surveyId} and r.state = 'confirmed'
        order by r.answered_at desc, r.response_id desc limit 1) s on true
      left join lateral (select * from attribute_origins where person_id = w.person_id and name = ${name} offset 0) o on true
      where (s.value is not null or o.source = 'answer') and (o.source is distinct from 'member' or s.said_at > o.said_at)
    ), forgotten as (
      delete from attribute_origins o using said s where s.value is null and o.person_id = s.person_id and o.name = ${name}
    ), noted as (
      insert into attribute_origins (person_id, name, source, response_id, said_at, given)
      select person_id, ${name}, 'answer', response_id, said_at, case when source is null then given end from said where value is not null
      on conflict (workspace_id, person_id, name) do update
        set source = 'answer', response_id = excluded.response_id, said_at = excluded.said_at
        where (attribute_origins.source, attribute_origins.response_id, attribute_origins.said_at)
          is distinct from ('answer', excluded.response_id, excluded.said_at)
    ), found as (
      select person_id, case when value is not null then attributes || jsonb_build_object(${name}::text, value)
        else jsonb_strip_nulls(attributes - ${name}::text || jsonb_build_object(${name}::text, given)) end as attributes
      from said
    )
    update people p set attributes = f.attributes, changed_at = now()
    from found f where p.person_id = f.person_id and p.person_id = any(${personIds}::uuid[]) and p.attributes is distinct from f.attributes`.execute(
    tx,
  )
}

/** Answers that say something to the question keep what they said as their own snapshot. */
export const keepInAnswersOf = (tx: Tx, personIds: readonly string[], { name, rule }: Derived<AnswerRule>) =>
  sql`update responses r set attributes = r.attributes || jsonb_build_object(${name}::text, said.value)
    from (
      select r.response_id, v.value from unnest(${personIds}::uuid[]) as wanted (person_id)
      cross join lateral (select * from responses where person_id = wanted.person_id and survey_id = ${rule.surveyId} offset 0) r
      cross join lateral (${saidIn(rule)}) v
    ) said
    where r.response_id = said.response_id and r.person_id = any(${personIds}::uuid[]) and r.attributes -> ${name} is distinct from said.value`.execute(
    tx,
  )

/** The same for these answers; one that says nothing has what stood at the person, unless that was said later. */
export const keepInAnswers = (tx: Tx, responseIds: readonly string[], { name, rule }: Derived<AnswerRule>) =>
  sql`update responses r set attributes = now.attributes
    from (
      select r.response_id, jsonb_strip_nulls(r.attributes - ${name}::text
        || jsonb_build_object(${name}::text, coalesce(v.value, case when o.said_at is null or o.said_at <= r.answered_at
          then p.attributes -> ${name} end))) as attributes
      from unnest(${responseIds}::uuid[]) as wanted (response_id)
      cross join lateral (select * from responses where response_id = wanted.response_id and survey_id = ${rule.surveyId} offset 0) r
      cross join lateral (select attributes from people where person_id = r.person_id offset 0) p
      left join lateral (select said_at from attribute_origins where person_id = r.person_id and name = ${name} offset 0) o on true
      left join lateral (${saidIn(rule)}) v on true
    ) now
    where r.response_id = now.response_id and r.response_id = any(${responseIds}::uuid[]) and r.attributes is distinct from now.attributes`.execute(
    tx,
  )

/** Attributes that a person, or a member for them, said something else about after a moment. */
export async function saidAfter(reader: Reader, personId: string, at: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('attribute_origins')
    .select('name')
    .where('person_id', '=', personId)
    .where('said_at', '>', sql<Date>`${at}::timestamptz`)
    .execute()
  return rows.map(({ name }) => name)
}
