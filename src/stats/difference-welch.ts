import type { DifferenceInterval } from './difference-mover.ts'
import { npsPoint } from './nps-variance.ts'
import { studentTQuantile, studentTTwoSidedP } from './special/student-t.ts'
import type { Tally } from './tally.ts'

/** Welch's t test on answers coded 1, 0, −1. */
export type WelchTest = DifferenceInterval & { t: number; df: number; p: number }

/**
 * Welch's t test of a − b on answers coded 1, 0, −1; for comparison with other tools. `null` with fewer than two
 * answers on a side or when neither side varies. Source: R stats::t.test; Lewis & Sauro (2021).
 * @example welchDifference({ promoters: 50, passives: 30, detractors: 20 }, { promoters: 37, passives: 41, detractors: 22 })?.df // => 197.742394093549
 */
export const welchDifference = (a: Tally, b: Tally, conf = 0.95): WelchTest | null => {
  if (!(conf > 0 && conf < 1)) throw new RangeError(`conf must be between 0 and 1, such as 0.95, got ${conf}`)
  const [one, other] = [npsPoint(a), npsPoint(b)]
  if (!one?.sampleVariance && !other?.sampleVariance) return null
  if (one?.sampleVariance == null || other?.sampleVariance == null) return null
  const [v1, v2] = [one.sampleVariance / one.n, other.sampleVariance / other.n]
  const se = Math.sqrt(v1 + v2)
  const df = (v1 + v2) ** 2 / (v1 ** 2 / (one.n - 1) + v2 ** 2 / (other.n - 1))
  const difference = one.nps - other.nps
  const t = difference / se
  const reach = studentTQuantile((1 + conf) / 2, df) * se
  const p = studentTTwoSidedP(t, df)
  return { difference, t, df, p, lower: difference - reach, upper: difference + reach, method: 'welch', conf }
}
