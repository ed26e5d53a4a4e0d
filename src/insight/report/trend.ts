import { level, mergeTallies, nps, npsInterval, sizeOf, type Tally, tallyOf } from '../../stats/index.ts'
import type { ReportPeriod, TREND_UNITS } from '../../vocabulary/index.ts'
import type { Counts } from './counts.ts'
import { hundredfold } from './scale.ts'

type Unit = (typeof TREND_UNITS)[number]
const DAY_MS = 86_400_000

/** Periods from the first to the last answer, empty ones included, in a unit that keeps them readable. */
export function trendOf(byDay: Map<string, Counts>): ReportPeriod[] {
  const days = [...byDay.keys()].sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const unit = unitFor((Date.parse(last) - Date.parse(first)) / DAY_MS)
  const tallies = new Map<string, Tally>(periodsBetween(first, last, unit).map(from => [from, EMPTY]))
  for (const [day, counts] of byDay) {
    const from = startOf(day, unit)
    tallies.set(from, mergeTallies(tallies.get(from) ?? EMPTY, tallyOf(counts)))
  }
  const periods = [...tallies].map(([from, tally]) => ({ from, tally }))
  const smooth = level(periods)
  return periods.map(({ from, tally }, i) => {
    const interval = npsInterval(tally)
    return {
      from,
      unit,
      n: sizeOf(tally),
      ...tally,
      nps: hundredfold(nps(tally)),
      lower: hundredfold(interval?.lower ?? null),
      upper: hundredfold(interval?.upper ?? null),
      level: hundredfold(smooth.level[i] ?? null),
      levelLower: hundredfold(smooth.lower[i] ?? null),
      levelUpper: hundredfold(smooth.upper[i] ?? null),
    }
  })
}

const EMPTY: Tally = { promoters: 0, passives: 0, detractors: 0 }

const unitFor = (days: number): Unit => (days <= 200 ? 'week' : 'month')

/** The first day of the period that a day belongs to; weeks begin on Monday. */
function startOf(day: string, unit: Unit): string {
  if (unit === 'month') return `${day.slice(0, 7)}-01`
  const time = Date.parse(day)
  return isoDay(time - ((new Date(time).getUTCDay() + 6) % 7) * DAY_MS)
}

function periodsBetween(first: string, last: string, unit: Unit): string[] {
  const starts: string[] = []
  const end = startOf(last, unit)
  for (let from = startOf(first, unit); from <= end; from = next(from, unit)) starts.push(from)
  return starts
}

function next(from: string, unit: Unit): string {
  const date = new Date(from)
  if (unit === 'week') return isoDay(date.getTime() + 7 * DAY_MS)
  return isoDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1))
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10)
