import { nps } from '../nps.ts'
import { npsVariance } from '../nps-variance.ts'
import { at } from '../special/at.ts'
import { mergeTallies, sizeOf, type Tally } from '../tally.ts'

/** A control chart of NPS: periods outside the limits are `signals` (positions, from 0). */
export type ShewhartChart = {
  centre: number
  nps: (number | null)[]
  upper: (number | null)[]
  lower: (number | null)[]
  signals: number[]
}

/**
 * Control chart of NPS for periods of unequal size: centre is the pooled NPS, limits ± `sigmas` (3) of its own
 * standard error at each period's n. A period without answers is a gap (null), never a 0. null without any answer.
 * `baseline`: how many of the first periods set the centre and spread (default: all).
 * Source: Montgomery, Introduction to Statistical Quality Control, charts for unequal samples.
 * @example shewhartChart([{ promoters: 60, passives: 0, detractors: 40 }])?.centre // => 0.2
 */
export const shewhartChart = (
  periods: readonly Tally[],
  options: { sigmas?: number; baseline?: number } = {},
): ShewhartChart | null => {
  const pooled = mergeTallies(...periods.slice(0, options.baseline ?? periods.length))
  const centre = nps(pooled)
  if (centre === null) return null
  const variance = npsVariance(pooled) ?? 0
  const reach = periods.map(period => (options.sigmas ?? 3) * Math.sqrt(variance / sizeOf(period)))
  const values = periods.map(nps)
  const limit = (side: number) => values.map((value, i) => (value === null ? null : centre + side * at(reach, i)))
  const [upper, lower] = [limit(1), limit(-1)]
  const signals = values.flatMap((value, i) => (value !== null && Math.abs(value - centre) > at(reach, i) ? [i] : []))
  return { centre, nps: values, upper, lower, signals }
}

/**
 * Each period's distance from `centre` in its own standard errors: what EWMA and CUSUM of unequal periods run on.
 * null for periods without answers and where the spread is 0.
 * @example standardised([{ promoters: 50, passives: 0, detractors: 50 }], { centre: 0.2, variance: 1 }) // => [-2]
 */
export const standardised = (
  periods: readonly Tally[],
  { centre, variance }: { centre: number; variance: number },
): (number | null)[] =>
  periods.map(period => {
    const value = nps(period)
    return value === null || !(variance > 0) ? null : (value - centre) / Math.sqrt(variance / sizeOf(period))
  })
