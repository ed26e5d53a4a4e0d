import { betaCdf, betaUpper } from './beta.ts'
import { findRoot } from './find-root.ts'
import { normalCdf, normalQuantile } from './normal.ts'

// P(T > |t|), in whichever form of the incomplete beta function loses no digits.
const upperTail = (t: number, df: number): number => {
  if (!(df > 0)) throw new RangeError(`Student's t needs degrees of freedom above 0, got ${df}`)
  if (df > 1e10) return normalCdf(-t)
  const square = t * t
  return square < df
    ? 0.5 * betaUpper(square / (df + square), 0.5, df / 2)
    : 0.5 * betaCdf(df / (df + square), df / 2, 0.5)
}

/**
 * P(T ≤ t) of Student's t law with `df` degrees of freedom (need not be whole; the normal law above 1e10).
 * @example studentTCdf(2.228138851986274, 10) // => 0.975
 */
export const studentTCdf = (t: number, df: number): number => {
  const tail = upperTail(Math.abs(t), df)
  return t < 0 ? tail : 1 - tail
}

/**
 * Two-sided p-value of a t statistic.
 * @example studentTTwoSidedP(2.228138851986274, 10) // => 0.05
 */
export const studentTTwoSidedP = (t: number, df: number): number => Math.min(1, 2 * upperTail(Math.abs(t), df))

/**
 * The t below which a share `p` of Student's law lies. Throws RangeError outside [0, 1].
 * @example studentTQuantile(0.975, 10) // => 2.228138851986274
 */
export const studentTQuantile = (p: number, df: number): number => {
  const z = normalQuantile(p)
  if (z === 0 || !Number.isFinite(z)) return z
  const goal = Math.log(p < 0.5 ? p : 1 - p)
  const gap = (logT: number) => Math.log(Math.max(upperTail(Math.exp(logT), df), 1e-320)) - goal
  const t = Math.exp(findRoot(gap, Math.log(Math.abs(z)) - 2, 700, 1e-15))
  return p < 0.5 ? -t : t
}
