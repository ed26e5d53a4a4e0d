import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'
import type { AnswerRule, HistoryRule, RuleTrial } from '../../../vocabulary/index.ts'
import { saidIn } from './answers.ts'
import { measureOf } from './history.ts'
import type { Calendar } from './rules.ts'

/** A trial answers while somebody types: more people are not looked at. */
const MOST_PEOPLE = 20_000
const MOST_VALUES = 5

/** What a rule over history would find. */
export const tryHistory = (reader: Reader, rule: HistoryRule, calendar: Calendar): Promise<RuleTrial> =>
  tallied(
    reader,
    sql`select to_jsonb(${measureOf(rule, calendar)}) as value from touchpoints t
      where t.person_id = p.person_id and t.occurred_at <= now() offset 0`,
  )

/** What a rule over answers would find. */
export const tryAnswers = (reader: Reader, rule: AnswerRule): Promise<RuleTrial> =>
  tallied(
    reader,
    sql`select v.value from responses r cross join lateral (${saidIn(rule)}) v
      where r.person_id = p.person_id and r.survey_id = ${rule.surveyId} and r.state = 'confirmed'
      order by r.answered_at desc, r.response_id desc limit 1`,
  )

async function tallied(reader: Reader, valueOfPerson: RawBuilder<unknown>): Promise<RuleTrial> {
  const { rows } = await sql<RuleTrial>`
    with looked_at as (select person_id from people order by person_id limit ${MOST_PEOPLE}),
    given as materialized (
      select found.value #>> '{}' as value from looked_at p left join lateral (${valueOfPerson}) found on true
    ),
    usual as (
      select value, count(*)::int as people from given where value is not null
      group by value order by people desc, value limit ${MOST_VALUES}
    )
    select count(*)::int as people, count(value)::int as found,
      coalesce((select jsonb_agg(to_jsonb(usual) order by people desc, value) from usual), '[]') as values
    from given`.execute(reader)
  return rows[0] ?? { people: 0, found: 0, values: [] }
}
