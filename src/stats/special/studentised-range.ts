import { chiSquareQuantile } from './chi-square.ts'
import { findRoot } from './find-root.ts'
import { integrate } from './integrate.ts'
import { logGamma } from './log-gamma.ts'
import { normalCdf, normalDensity } from './normal.ts'

// P(range of k standard normals ≤ q).
const rangeCdf = (q: number, k: number): number =>
  q <= 0
    ? 0
    : Math.min(1, k * integrate(z => normalDensity(z) * (normalCdf(z) - normalCdf(z - q)) ** (k - 1), -8.5, 8.5 + q, 8))

/**
 * P(Q ≤ q) of the studentised range of k ≥ 2 groups; `df` of the variance, infinite when it is known.
 * Absolute error below 1e-10. Throws RangeError for k below 2 or df not above 0. Source: Copenhaver & Holland (1988).
 * @example studentisedRangeCdf(3.31449306931, 3) // => 0.95
 */
export const studentisedRangeCdf = (q: number, k: number, df = Number.POSITIVE_INFINITY): number => {
  if (!(k >= 2 && k < 1e6)) throw new RangeError(`groups must be at least 2, got ${k}`)
  if (!(df > 0)) throw new RangeError(`degrees of freedom must be above 0, got ${df}`)
  if (df > 1e6) return rangeCdf(q, k)
  const constant = Math.log(2) + (df / 2) * Math.log(df / 2) - logGamma(df / 2)
  const density = (s: number) => Math.exp(constant + (df - 1) * Math.log(s) - (df * s * s) / 2)
  const [low, high] = [1e-15, 1 - 1e-15].map(p => Math.sqrt(chiSquareQuantile(p, df) / df)) as [number, number]
  return Math.min(
    1,
    integrate(s => density(s) * rangeCdf(q * s, k), low, high, 6),
  )
}

/**
 * The q below which a share `p` of the studentised range lies; q/√2 is Tukey's critical value for all pairs.
 * @example studentisedRangeQuantile(0.95, 5) // => 3.8576555104
 */
export const studentisedRangeQuantile = (p: number, k: number, df = Number.POSITIVE_INFINITY): number => {
  if (!(p > 0 && p < 1)) throw new RangeError(`probability must be between 0 and 1, got ${p}`)
  let high = 8
  while (studentisedRangeCdf(high, k, df) < p && high < 1e6) high *= 2
  return findRoot(q => studentisedRangeCdf(q, k, df) - p, 0, high, 1e-12)
}
