import { level, mergeTallies, nps, npsInterval, sizeOf, type Tally, tallyOf } from '../../stats/index.ts'
import type { ReportPeriod, TREND_UNITS } from '../../vocabulary/index.ts'
import type { Counts } from './attribute-tally.ts'
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

function unitFor(days: number): Unit {
  if (days <= 21) return 'day'
  if (days <= 200) return 'week'
  if (days <= 5 * 366) return 'month'
  return days <= 15 * 366 ? 'quarter' : 'year'
}

/** The first day of the period that a day belongs to; weeks begin on Monday. */
function startOf(day: string, unit: Unit): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  if (unit === 'day') return day
  if (unit === 'year') return `${year}-01-01`
  if (unit === 'month') return `${day.slice(0, 7)}-01`
  if (unit === 'quarter') return isoDay(Date.UTC(year, Math.floor((month - 1) / 3) * 3, 1))
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
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  if (unit === 'day' || unit === 'week') return isoDay(date.getTime() + (unit === 'day' ? 1 : 7) * DAY_MS)
  return isoDay(Date.UTC(year, month + { month: 1, quarter: 3, year: 12 }[unit], 1))
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10)
