import { at } from '../special/at.ts'
import { criticalZ } from '../special/critical-z.ts'
import { twoSidedP } from '../special/normal.ts'
import type { SurvivalCurve } from './kaplan-meier.ts'

/** Average time a customer stayed within the first `until` time units. */
export type RestrictedMean = { mean: number; se: number; lower: number; upper: number; until: number }

/**
 * Restricted mean time: the area under the retention curve up to `until` (default: the longest observed time).
 * Holds whether or not the hazards are proportional. null when `until` lies beyond the longest observed time or is ≤ 0.
 * Source: Royston & Parmar (2013); variance as print(survfit, rmean) of R's survival.
 * @example restrictedMean(kaplanMeier([1, 2, 2, 3, 5], [1, 1, 0, 1, 0]), 3)?.mean // => 2.4
 */
export const restrictedMean = (
  curve: SurvivalCurve,
  until: number = curve.longest,
  options: { conf?: number } = {},
): RestrictedMean | null => {
  if (!(until > 0 && until <= curve.longest)) return null
  const edges = [0, ...curve.times.filter(time => time < until), until]
  let area = 0
  let variance = 0
  for (let i = edges.length - 2; i >= 0; i--) {
    const height = i === 0 ? 1 : at(curve.survival, i - 1)
    area += (at(edges, i + 1) - at(edges, i)) * height
    const [there, left] = [at(curve.atRisk, i - 1), at(curve.events, i - 1)]
    if (i > 0 && there > left) variance += area * area * (left / (there * (there - left)))
  }
  const se = Math.sqrt(variance)
  if (!Number.isFinite(se)) return null
  const reach = criticalZ(options.conf ?? 0.95) * se
  return { mean: area, se, lower: Math.max(0, area - reach), upper: Math.min(until, area + reach), until }
}

/**
 * Difference of two restricted means, a − b, over the time both groups were observed (or `until`).
 * The report to prefer over a hazard ratio when the curves cross. null when either mean is null; p null without spread.
 * @example restrictedMeanDifference(kaplanMeier([4, 4], [1, 1]), kaplanMeier([2, 2], [1, 1]), 2)?.difference // => 0
 */
export const restrictedMeanDifference = (
  a: SurvivalCurve,
  b: SurvivalCurve,
  until: number = Math.min(a.longest, b.longest),
  options: { conf?: number } = {},
): { difference: number; se: number; lower: number; upper: number; p: number | null; until: number } | null => {
  const [left, right] = [restrictedMean(a, until, options), restrictedMean(b, until, options)]
  if (!left || !right) return null
  const difference = left.mean - right.mean
  const se = Math.hypot(left.se, right.se)
  const reach = criticalZ(options.conf ?? 0.95) * se
  const p = se > 0 ? twoSidedP(difference / se) : null
  return { difference, se, lower: difference - reach, upper: difference + reach, p, until }
}
