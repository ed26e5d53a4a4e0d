import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { AnswersQuery, Opening } from '../../vocabulary/index.ts'
import { answersOf, named, type Segments } from '../pulse/queries/scope.ts'

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
  survey_version: number | null
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
  anonymous: boolean
}

export type AnswerSearch = Omit<AnswersQuery, 'segment' | 'cursor'> & {
  segments: Segments
  /** The survey is an anonymous one: its answers are seen as they were released. */
  sealed: boolean
  timeZone: string
  after: { answeredAt: string; responseId: string } | null
}

/** Answers, newest first, one more than asked for so that the caller knows whether there are further ones. */
export async function answerRows(reader: Reader, search: AnswerSearch): Promise<AnswerRow[]> {
  if (search.state === 'quarantined') return setAsideRows(reader, search)
  return search.sealed ? releasedRows(reader, search) : namedRows(reader, search)
}

function conditionsOf(search: AnswerSearch): RawBuilder<unknown> {
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
  for (const holds of search.segments.values()) conditions.push(holds('r'))
  if (search.after)
    conditions.push(
      sql`(r.answered_at, r.response_id) < (${search.after.answeredAt}::timestamptz, ${search.after.responseId}::uuid)`,
    )
  return sql.join(conditions, sql` and `)
}

const COLUMNS = sql`r.response_id, r.opening, r.score, r.rating, r.comment, r.language, r.channel, r.state, r.survey_id, s.name as survey,
  r.survey_version, r.answered_at, r.answered_at::text as place, r.person_id, p.name, p.company, r.attributes, k.case_id, r.evidence, e.name as entered_by,
  s.anonymous`
const BESIDE = sql`join surveys s on s.survey_id = r.survey_id
  left join people p on p.person_id = r.person_id left join cases k on k.response_id = r.response_id
  left join accounts e on e.account_id = r.entered_by`
const newestFirst = (limit: number) => sql`order by r.answered_at desc, r.response_id desc limit ${limit + 1}`

const namedRows = async (reader: Reader, search: AnswerSearch): Promise<AnswerRow[]> =>
  (
    await sql<AnswerRow>`select ${COLUMNS} from responses r ${BESIDE}
      where ${conditionsOf(search)} and ${named('r')} ${newestFirst(search.limit)}`.execute(reader)
  ).rows

/** Answers of an anonymous survey: what was said, by nobody, on the day its batch was shown. */
const releasedRows = async (reader: Reader, search: AnswerSearch): Promise<AnswerRow[]> =>
  (
    await sql<AnswerRow>`select r.response_id, r.opening, r.score, r.rating, r.comment, null as language, 'anonymous' as channel,
        r.state, r.survey_id, s.name as survey, null as survey_version, date_trunc('day', r.answered_at, 'UTC') as answered_at, r.answered_at::text as place,
        null as person_id, null as name, null as company, r.attributes, null as case_id, null as evidence, null as entered_by,
        true as anonymous
      from ${answersOf(search)} r join surveys s on s.survey_id = r.survey_id
      where ${conditionsOf(search)} ${newestFirst(search.limit)}`.execute(reader)
  ).rows

const NOTHING_SAID = {
  ...{ score: null, rating: null, comment: null, language: null },
  ...{ survey_version: null, channel: 'anonymous', entered_by: null },
}

/** What is set aside, to be judged by its evidence; of anonymous surveys without what was said, and by no filter on it. */
async function setAsideRows(reader: Reader, search: AnswerSearch): Promise<AnswerRow[]> {
  const looksInside = search.score.length > 0 || search.comment || search.language || search.search
  const { rows } = await sql<AnswerRow>`select ${COLUMNS} from responses r ${BESIDE}
    where ${conditionsOf(search)} ${looksInside ? sql`and ${named('r')}` : sql``} ${newestFirst(search.limit)}`.execute(
    reader,
  )
  return rows.map(row => (row.anonymous ? { ...row, ...NOTHING_SAID } : row))
}

/** The languages answers are in, most frequent first, for the filter. */
export async function answerLanguages(reader: Reader): Promise<string[]> {
  const { rows } = await sql<{ language: string }>`
    select language from (select r.language from responses r where r.language is not null and ${named('r')} order by answered_at desc limit 5000) newest
    group by language order by count(*) desc, language limit 12`.execute(reader)
  return rows.map(row => row.language)
}
