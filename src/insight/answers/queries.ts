import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { AnswersQuery, Opening } from '../../vocabulary/index.ts'

export type AnswerRow = {
  response_id: string
  opening: Opening
  score: number | null
  rating: number | null
  comment: string | null
  language: string | null
  channel: string
  state: string
  survey_id: string
  survey: string
  answered_at: Date
  /** The same moment to the microsecond: answers of one commit differ in less, or in nothing. */
  place: string
  person_id: string | null
  name: string | null
  company: string | null
  attributes: Record<string, unknown>
  case_id: string | null
  evidence: string | null
  entered_by: string | null
}

export type AnswerSearch = Omit<AnswersQuery, 'segment' | 'cursor'> & {
  segments: Map<string, string[]>
  timeZone: string
  after: { answeredAt: string; responseId: string } | null
}

/** Answers, newest first, one more than asked for so that the caller knows whether there are further ones. */
export async function answerRows(reader: Reader, search: AnswerSearch): Promise<AnswerRow[]> {
  const conditions = [sql`r.state = ${search.state}`]
  if (search.survey) conditions.push(sql`r.survey_id = ${search.survey}`)
  if (search.from)
    conditions.push(sql`r.answered_at >= (${search.from}::date)::timestamp at time zone ${search.timeZone}`)
  if (search.to)
    conditions.push(sql`r.answered_at < (${search.to}::date + 1)::timestamp at time zone ${search.timeZone}`)
  if (search.score.length > 0) conditions.push(sql`r.score = any(${search.score}::int[])`)
  if (search.comment === 'with') conditions.push(sql`r.comment is not null`)
  if (search.comment === 'without') conditions.push(sql`r.comment is null`)
  if (search.language) conditions.push(sql`r.language = ${search.language}`)
  if (search.search) conditions.push(sql`r.comment ilike ${`%${search.search.replace(/[\\%_]/g, '\\$&')}%`}`)
  for (const [attribute, values] of search.segments)
    conditions.push(sql`r.attributes ->> ${attribute} = any(${values})`)
  if (search.after)
    conditions.push(
      sql`(r.answered_at, r.response_id) < (${search.after.answeredAt}::timestamptz, ${search.after.responseId}::uuid)`,
    )
  const { rows } = await sql<AnswerRow>`
    select r.response_id, r.opening, r.score, r.rating, r.comment, r.language, r.channel, r.state, r.survey_id, s.name as survey,
      r.answered_at, r.answered_at::text as place,
      r.person_id, p.name, p.company, r.attributes, k.case_id, r.evidence, e.name as entered_by
    from responses r join surveys s on s.survey_id = r.survey_id
    left join people p on p.person_id = r.person_id left join cases k on k.response_id = r.response_id
    left join accounts e on e.account_id = r.entered_by
    where ${sql.join(conditions, sql` and `)}
    order by r.answered_at desc, r.response_id desc limit ${search.limit + 1}`.execute(reader)
  return rows
}

/** The languages answers are in, most frequent first, for the filter. */
export async function answerLanguages(reader: Reader): Promise<string[]> {
  const { rows } = await sql<{ language: string }>`
    select language from (select language from responses where language is not null order by answered_at desc limit 5000) newest
    group by language order by count(*) desc, language limit 12`.execute(reader)
  return rows.map(row => row.language)
}
