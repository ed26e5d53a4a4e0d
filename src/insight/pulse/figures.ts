import {
  compare,
  type Interval,
  isTooFew,
  level,
  nps,
  npsInterval,
  sizeOf,
  type Tally,
  tallyOf,
} from '../../stats/index.ts'
import type { NpsChange, NpsFigure, TrendFigure } from '../../vocabulary/index.ts'

/** Stats speak in −1 … 1, the product in points from −100 to 100. */
export const points = (value: number): number => value * 100

/** The score of eleven counts with its interval; null without answers. */
export function figureOf(counts: readonly number[]): NpsFigure | null {
  const tally = tallyOf(counts)
  const [value, interval] = [nps(tally), npsInterval(tally)]
  return value === null || interval === null ? null : figure(value, interval, tally)
}

const figure = (value: number, interval: Interval, tally: Tally): NpsFigure => ({
  nps: points(value),
  lower: points(interval.lower),
  upper: points(interval.upper),
  n: sizeOf(tally),
  method: interval.method,
})

/** Now against before, in points; null when a side is empty, without a verdict when one has too few answers to judge. */
export function changeOf(now: readonly number[], before: readonly number[]): NpsChange | null {
  const [one, other] = [tallyOf(now), tallyOf(before)]
  const found = compare(one, other)
  if (!found) return null
  const verdict = isTooFew(sizeOf(one), sizeOf(other)) ? 'unknown' : found.verdict
  return {
    ...found,
    verdict,
    difference: points(found.difference),
    lower: points(found.lower),
    upper: points(found.upper),
  }
}

/** Periods with their own score and the level behind them; a period without answers has neither. */
export function trendOf(periods: { start: string; counts: readonly number[] }[]): TrendFigure[] {
  const tallies = periods.map(({ counts }) => ({ tally: tallyOf(counts) }))
  const smooth = level(tallies)
  return periods.map(({ start, counts }, at) => {
    const tally = tallyOf(counts)
    const value = nps(tally)
    const shown = (series: (number | null)[]) => {
      const found = series[at]
      return value === null || found === null || found === undefined ? null : points(found)
    }
    return {
      start,
      n: sizeOf(tally),
      nps: value === null ? null : points(value),
      level: shown(smooth.level),
      lower: shown(smooth.lower),
      upper: shown(smooth.upper),
    }
  })
}
