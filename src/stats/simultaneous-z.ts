import { normalQuantile } from './special/normal.ts'
import { studentisedRangeQuantile } from './special/studentised-range.ts'

/** Critical values for `comparisons` intervals that hold together. */
export type SimultaneousZ = { sidak: number; bonferroni: number; tukey: number }

/**
 * How far intervals must reach so that all of them hold together with 1 − alpha: Šidák and Bonferroni for any number
 * of comparisons, Tukey (q/√2) for all pairs of `groups`. Throws RangeError for counts below 1 or groups below 2.
 * Source: R qnorm, qtukey(df = Inf).
 * @example simultaneousZ(3, 3).sidak // => 2.38773788707082
 */
export const simultaneousZ = (comparisons: number, groups: number, alpha = 0.05): SimultaneousZ => {
  if (!(comparisons >= 1)) throw new RangeError(`comparisons must be at least 1, got ${comparisons}`)
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must be between 0 and 1, got ${alpha}`)
  // 1 − (1 − alpha)^(1/k) without cancellation for many comparisons.
  const each = -Math.expm1(Math.log1p(-alpha) / comparisons)
  return {
    sidak: -normalQuantile(each / 2),
    bonferroni: -normalQuantile(alpha / comparisons / 2),
    tukey: studentisedRangeQuantile(1 - alpha, groups) / Math.SQRT2,
  }
}
