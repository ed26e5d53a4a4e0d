import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'
import type { DayRange } from '../../../vocabulary/index.ts'
import { grouped } from '../../grouped.ts'
import { among, countedAnswers, type Scope, withinDays } from './scope.ts'

type Row = { score: number; count: number }

/** Compiling such short looks takes PostgreSQL longer than running them. */
export const withoutCompiling = (reader: Reader) => sql`select set_config('jit', 'off', true)`.execute(reader)

const countsOf = (rows: Row[]): number[] => {
  const counts = Array<number>(11).fill(0)
  for (const { score, count } of rows) counts[score] = (counts[score] ?? 0) + Number(count)
  return counts
}

/** How many gave each score. */
export async function scoreCounts(reader: Reader, scope: Scope): Promise<number[]> {
  const { rows } =
    await sql<Row>`select r.score, count(*)::int as count ${countedAnswers(scope)} group by r.score`.execute(reader)
  return countsOf(rows)
}

/** All answers of the period, newest of each person or not. */
export async function answersWithin(reader: Reader, scope: Scope): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count ${countedAnswers({ ...scope, per: 'answer' })}`.execute(reader)
  return rows[0]?.count ?? 0
}

/** First and last day with an answer, and how many there are, in one survey or all. */
export async function everAnswered(reader: Reader, timeZone: string, survey?: string) {
  const { rows } = await sql<{ first: string | null; last: string | null; count: number }>`
    select to_char(min(r.answered_at) at time zone ${timeZone}, 'YYYY-MM-DD') as first,
      to_char(max(r.answered_at) at time zone ${timeZone}, 'YYYY-MM-DD') as last, count(*)::int as count
    from responses r where ${among('r', { survey, segments: new Map() })}`.execute(reader)
  const [row] = rows
  return { count: row?.count ?? 0, range: row?.first && row.last ? { first: row.first, last: row.last } : null }
}

/** How many gave each score in each week or month; every answer counts. */
export async function periodCounts(
  reader: Reader,
  scope: Scope,
  unit: 'week' | 'month',
): Promise<Map<string, number[]>> {
  const { rows } = await sql<Row & { start: string }>`
    select to_char(date_trunc(${sql.lit(unit)}, r.answered_at at time zone ${scope.timeZone}), 'YYYY-MM-DD') as start, r.score, count(*)::int as count
    from responses r where ${among('r', scope)} and ${withinDays('r', scope)} group by 1, 2`.execute(reader)
  const starts = grouped(rows, row => row.start)
  return new Map([...starts].map(([start, own]) => [start, countsOf(own)]))
}

/** The same for each value of one attribute. */
export async function periodCountsBy(reader: Reader, scope: Scope, unit: 'week' | 'month', attribute: string) {
  const { rows } = await sql<Row & { start: string; value: string }>`
    select r.attributes ->> ${attribute} as value, r.score, count(*)::int as count,
      to_char(date_trunc(${sql.lit(unit)}, r.answered_at at time zone ${scope.timeZone}), 'YYYY-MM-DD') as start
    from responses r where ${among('r', scope)} and ${withinDays('r', scope)} and r.attributes ->> ${attribute} is not null
    group by 1, 2, 4`.execute(reader)
  return [...grouped(rows, row => row.value)].map(([value, own]) => ({
    value,
    n: own.reduce((sum, { count }) => sum + Number(count), 0),
    periods: new Map([...grouped(own, row => row.start)].map(([start, rows]) => [start, countsOf(rows)])),
  }))
}

/** Attributes worth splitting by: at least two values and at most thirty among the newest answers. */
export async function splittingAttributes(reader: Reader, scope: Scope): Promise<string[]> {
  const { rows } = await sql<{ attribute: string }>`
    with newest as (select r.attributes ${countedAnswers({ ...scope, per: 'answer' })} order by r.answered_at desc limit 2000)
    select entry.key as attribute from newest, jsonb_each_text(newest.attributes) entry where entry.value is not null
    group by entry.key having count(distinct entry.value) between 2 and 30 order by entry.key limit 20`.execute(reader)
  return rows.map(row => row.attribute)
}

export type SegmentCounts = { attribute: string; value: string; counts: number[] }

/** How many gave each score, for every value of the attributes. */
export async function segmentCounts(
  reader: Reader,
  scope: Scope,
  attributes: readonly string[],
): Promise<SegmentCounts[]> {
  if (attributes.length === 0) return []
  const { rows } = await sql<Row & { attribute: string; value: string }>`
    select entry.key as attribute, entry.value, answer.score, count(*)::int as count
    from (select r.attributes, r.score ${countedAnswers(scope)}) answer, jsonb_each_text(answer.attributes) entry
    where entry.key = any(${attributes as string[]}) and entry.value is not null group by 1, 2, 3`.execute(reader)
  return [...grouped(rows, row => JSON.stringify([row.attribute, row.value])).values()].flatMap(own =>
    own[0] ? [{ attribute: own[0].attribute, value: own[0].value, counts: countsOf(own) }] : [],
  )
}

/** Newly worded versions of a survey within the days: breaks of the trend. */
export async function wordingBreaks(reader: Reader, range: DayRange & { timeZone: string }, survey?: string) {
  const { rows } = await sql<{ start: string; version: number }>`
    select to_char(published_at at time zone ${range.timeZone}, 'YYYY-MM-DD') as start, version from survey_versions
    where version > 1 and published_at >= ${range.from}::date and published_at < ${range.to}::date + 1
      and (${survey ?? null}::uuid is null or survey_id = ${survey ?? null}::uuid) order by published_at desc limit 3`.execute(
    reader,
  )
  return rows
}
