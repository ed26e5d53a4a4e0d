import { sql } from 'kysely'
import { answersAt, partOf, partsOf } from '../../../loop/attributes/index.ts'
import type { Reader } from '../../../platform/database/index.ts'
import {
  type AttributeDefinitions,
  type DayRange,
  inBandOrder,
  type SplittingAttribute,
} from '../../../vocabulary/index.ts'
import { grouped } from '../../grouped.ts'
import { cutsOf } from './cuts.ts'
import { among, answersOf, countedAnswers, type Scope, type Whose, withinDays } from './scope.ts'

type Row = { score: number; count: number }

/** Compiling such short looks takes PostgreSQL longer than running them. */
export const withoutCompiling = (reader: Reader) => sql`select set_config('jit', 'off', true)`.execute(reader)

const countsOf = (rows: Row[]): number[] => {
  const counts = Array<number>(11).fill(0)
  for (const { score, count } of rows) counts[score] = (counts[score] ?? 0) + Number(count)
  return counts
}

/** All answers of the period, newest of each person or not. */
export async function answersWithin(reader: Reader, scope: Scope): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count ${countedAnswers({ ...scope, per: 'answer' })}`.execute(reader)
  return rows[0]?.count ?? 0
}

/** First and last day with an answer, in one survey or all. */
export async function everAnswered(reader: Reader, timeZone: string, whose: Whose & Pick<Scope, 'scale'>) {
  const own = among('r', { ...whose, segments: new Map() })
  const answers = answersOf(whose)
  const { rows } = await sql<{ first: string | null; last: string | null }>`
    select to_char((select min(r.answered_at) from ${answers} r where ${own}) at time zone ${timeZone}, 'YYYY-MM-DD') as first,
      to_char((select max(r.answered_at) from ${answers} r where ${own}) at time zone ${timeZone}, 'YYYY-MM-DD') as last`.execute(
    reader,
  )
  const [row] = rows
  return row?.first && row.last ? { first: row.first, last: row.last } : null
}

/** All confirmed answers of the workspace. */
export async function answersEver(reader: Reader): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from responses where state = 'confirmed'`.execute(reader)
  return rows[0]?.count ?? 0
}

/** In which of the stretches that begin on `starts` a moment lies; a search among moments is faster than calendar sums for each row. */
const stretchOf = (starts: readonly string[], timeZone: string) =>
  sql<number>`width_bucket(r.answered_at, array(select d::timestamp at time zone ${timeZone} from unnest(${starts}::date[]) with ordinality t(d, at) order by at))`

type Stretch = Row & { stretch: number }

const byStretch = (rows: Stretch[], starts: readonly string[]): number[][] => {
  const groups = grouped(rows, row => String(row.stretch))
  return starts.map((_, at) => countsOf(groups.get(String(at + 1)) ?? []))
}

/** How many gave each score in each stretch; every answer counts. */
export async function periodCounts(reader: Reader, scope: Scope, starts: readonly string[]): Promise<number[][]> {
  const { rows } = await sql<Stretch>`
    select ${stretchOf(starts, scope.timeZone)} as stretch, r.score, count(*)::int as count
    from ${answersOf(scope)} r where ${among('r', scope)} and ${withinDays('r', scope)} group by 1, 2`.execute(reader)
  return byStretch(rows, starts)
}

/** The same for each value of one attribute. */
export async function periodCountsBy(reader: Reader, scope: Scope, starts: readonly string[], attribute: string) {
  const part = partOf(scope.definitions, attribute, answersAt('r'))
  const { rows } = await sql<Stretch & { value: string }>`
    select ${part} as value, ${stretchOf(starts, scope.timeZone)} as stretch, r.score, count(*)::int as count
    from ${answersOf(scope)} r where ${among('r', scope)} and ${withinDays('r', scope)} and ${part} is not null
    group by 1, 2, 3`.execute(reader)
  return [...grouped(rows, row => row.value)].map(([value, own]) => ({
    value,
    n: own.reduce((sum, { count }) => sum + Number(count), 0),
    periods: byStretch(own, starts),
  }))
}

/** Attributes worth splitting by (two to thirty values among the newest answers) with their values, and those that are not. */
export async function splittingAttributes(reader: Reader, scope: Scope): Promise<Attributes> {
  const { rows } = await sql<{ attribute: string; values: string[] | null }>`
    with newest as (select r.attributes, r.answered_at ${countedAnswers({ ...scope, per: 'answer', scale: 'any' })} order by r.answered_at desc limit 2000)
    select entry.key as attribute, case when count(distinct entry.value) between 2 and 30
      then array_agg(distinct entry.value order by entry.value) end as values
    from newest cross join lateral ${partsOf(scope.definitions, answersAt('newest'))} entry where entry.value is not null
    group by entry.key order by 2 is null, entry.key`.execute(reader)
  const splitting = rows.flatMap(row => splittingBy(scope.definitions, row)).slice(0, 20)
  const names = new Set(splitting.map(row => row.attribute))
  return { splitting, others: rows.flatMap(row => (names.has(row.attribute) ? [] : [row.attribute])) }
}

function splittingBy(
  definitions: AttributeDefinitions,
  { attribute, values }: { attribute: string; values: string[] | null },
): SplittingAttribute[] {
  if (!values) return []
  const { label = null, parent = null, bands = null } = definitions.get(attribute) ?? {}
  const ordered = inBandOrder(definitions.get(attribute), values, value => value)
  return [{ attribute, values: ordered, label, parent, ordered: bands !== null }]
}

export type Attributes = { splitting: SplittingAttribute[]; others: string[] }
export type SegmentCounts = { attribute: string; value: string; counts: number[] }

/**
 * How many gave each score, in all and for every part of the attributes. Equal answers are counted together first
 * (bands in place of numbers, without attributes that are different for everybody), so that only the kinds of answers
 * are taken apart, not each answer.
 */
export async function scoreCounts(
  reader: Reader,
  scope: Scope,
  attributes: Attributes,
): Promise<{ counts: number[]; segments: SegmentCounts[] }> {
  const cuts = cutsOf(scope.definitions, attributes)
  const { rows } = await sql<Row & { attribute: string | null; value: string | null }>`
    with kind as materialized (select r.score, r.attributes - ${cuts.leftOut}::text[] as attributes, ${cuts.bands} as bands, count(*) as count
      ${countedAnswers(scope)} group by 1, 2, 3)
    select null as attribute, null as value, score, sum(count)::int as count from kind group by score
    union all
    select entry.key, entry.value, kind.score, sum(kind.count)::int from kind, jsonb_each_text(kind.attributes) entry
    where entry.key = any(${cuts.plain}) and entry.value is not null group by entry.key, entry.value, kind.score
    ${cuts.arms.length > 0 ? sql.join(cuts.arms, sql` `) : sql``}`.execute(reader)
  const named = rows.flatMap(({ attribute, value, ...row }) =>
    attribute === null || value === null ? [] : [{ ...row, attribute, value }],
  )
  const segments = [...grouped(named, row => JSON.stringify([row.attribute, row.value])).values()].flatMap(own =>
    own[0] ? [{ attribute: own[0].attribute, value: own[0].value, counts: countsOf(own) }] : [],
  )
  return { counts: countsOf(rows.filter(row => row.attribute === null)), segments }
}

/** Newly worded versions of a survey within the days: breaks of the trend. */
export async function wordingBreaks(reader: Reader, range: DayRange & { timeZone: string }, survey?: string) {
  const { rows } = await sql<{ start: string; version: number }>`
    select to_char(published_at at time zone ${range.timeZone}, 'YYYY-MM-DD') as start, version from survey_versions
    where version > 1 and published_at >= (${range.from}::date)::timestamp at time zone ${range.timeZone}
      and published_at < (${range.to}::date + 1)::timestamp at time zone ${range.timeZone}
      and (${survey ?? null}::uuid is null or survey_id = ${survey ?? null}::uuid) order by published_at desc limit 3`.execute(
    reader,
  )
  return rows
}
