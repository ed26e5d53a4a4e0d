import { readDefinitions } from '../../loop/attributes/index.ts'
import type { Reader } from '../../platform/database/index.ts'
import {
  type AttributeTrends,
  type AttributeTrendsQuery,
  type DayRange,
  inBandOrder,
  type Pulse,
} from '../../vocabulary/index.ts'
import { hiddenParts, keyOf } from '../hidden-parts.ts'
import { trendOf } from './figures.ts'
import { dayIn, daysAfter, lengthOf, periodOf } from './period.ts'
import { type Scope, segmentsOf, surveyOfScope } from './queries/scope.ts'
import { workspaceZone } from './queries/surroundings.ts'
import { everAnswered, periodCounts, periodCountsBy, withoutCompiling, wordingBreaks } from './queries/tallies.ts'

type Unit = 'week' | 'month'

const NOTHING = Array<number>(11).fill(0)

/** The first day of the week (Monday) or month a day lies in. */
export function startOf(day: string, unit: Unit): string {
  if (unit === 'month') return `${day.slice(0, 7)}-01`
  const weekday = (new Date(day).getUTCDay() + 6) % 7
  return daysAfter(day, -weekday)
}

const nextStart = (start: string, unit: Unit): string => startOf(daysAfter(start, unit === 'month' ? 32 : 7), unit)

/** Every week or month from the first to the last, so that empty ones stay in sight. */
export function startsBetween(range: DayRange, unit: Unit): string[] {
  const starts: string[] = []
  for (let start = startOf(range.from, unit); start <= range.to; start = nextStart(start, unit)) starts.push(start)
  return starts
}

/** How far back a trend looks: two years by month, half a year by week, never before the first answer. */
export function trendRange(to: string, first: string, asked: Unit | undefined): { unit: Unit; range: DayRange } {
  const unit = asked ?? (lengthOf({ from: first, to }) < 140 ? 'week' : 'month')
  const back = startOf(daysAfter(to, unit === 'month' ? -730 : -182), unit)
  return { unit, range: { from: back > first ? back : first, to } }
}

/** The trend up to the end of the period. */
export async function readTrend(
  reader: Reader,
  scope: Scope,
  ever: { first: string; last: string } | null,
  asked: Unit | undefined,
): Promise<Pulse['trend']> {
  if (!ever || ever.first > scope.to) return { unit: asked ?? 'month', periods: [], breaks: [] }
  const { unit, range } = trendRange(scope.to, ever.first, asked)
  const starts = startsBetween(range, unit)
  const counts = await periodCounts(reader, { ...scope, ...range }, starts)
  const periods = starts.map((start, at) => ({ start, counts: counts[at] ?? NOTHING }))
  return {
    unit,
    periods: trendOf(periods),
    breaks: await wordingBreaks(reader, { ...range, timeZone: scope.timeZone }, scope.survey),
  }
}

/** The trends of the six largest values of one attribute. */
export async function readAttributeTrends(
  reader: Reader,
  query: AttributeTrendsQuery,
  now: Date,
): Promise<AttributeTrends> {
  await withoutCompiling(reader)
  const timeZone = await workspaceZone(reader)
  const survey = query.survey ? await surveyOfScope(reader, query.survey) : null
  const whose = { survey: query.survey, sealed: survey?.anonymous === true }
  const ever = await everAnswered(reader, timeZone, whose)
  const period = periodOf(query, dayIn(now, timeZone), ever)
  if (!ever || ever.first > period.to) return { unit: 'month', trends: [] }
  const { unit, range } = trendRange(period.to, ever.first, undefined)
  const definitions = await readDefinitions(reader)
  const segments = segmentsOf(query.segment, definitions)
  const scope: Scope = { ...range, timeZone, ...whose, segments, definitions, per: 'answer' }
  const starts = startsBetween(range, unit)
  const values = await periodCountsBy(reader, scope, starts, query.attribute)
  const parts = values.map(part => ({ ...part, attribute: query.attribute }))
  const all = parts.reduce((sum, { n }) => sum + n, 0)
  const hidden = hiddenParts(parts, all, definitions)
  const largest = parts
    .filter(part => !hidden.has(keyOf(part)))
    .toSorted((a, b) => b.n - a.n)
    .slice(0, 6)
  return {
    unit,
    trends: inBandOrder(definitions.get(query.attribute), largest, ({ value }) => value).map(
      ({ value, n, periods }) => ({
        value,
        n,
        periods: trendOf(starts.map((start, at) => ({ start, counts: periods[at] ?? NOTHING }))),
      }),
    ),
  }
}
