import type { Interval } from './interval.ts'
import { criticalZ } from './special/critical-z.ts'
import { countable, within } from './special/within.ts'

/** Throws RangeError unless 0 ≤ x ≤ n and both are numbers that a survey can hold. */
export const checkShare = (x: number, n: number): void => {
  countable(n, 'n')
  within(x, 0, n, 'x')
}

/**
 * Wilson limits for x of n with the critical value `z`; n must be above 0.
 * @example wilsonLimits(0, 20, 1.959963984540054) // => [0, 0.161125158052819]
 */
export const wilsonLimits = (x: number, n: number, z: number): [lower: number, upper: number] => {
  const square = z * z
  const centre = x + square / 2
  const reach = z * Math.sqrt((x / n) * (n - x) + square / 4)
  const lower = x === 0 ? 0 : (centre - reach) / (n + square)
  const upper = x === n ? 1 : (centre + reach) / (n + square)
  return [Math.max(0, lower), Math.min(1, upper)]
}

/**
 * Wilson score interval for a share, x of n: the default for every percentage. `null` at n = 0; throws RangeError
 * unless 0 ≤ x ≤ n. Source: Wilson (1927); Newcombe (1998), Statistics in Medicine 17:857.
 * @example wilson(81, 263) // => { lower: 0.255288519878274, upper: 0.3662095769828, method: 'wilson', conf: 0.95 }
 */
export const wilson = (x: number, n: number, conf = 0.95): Interval | null => {
  checkShare(x, n)
  if (n === 0) return null
  const [lower, upper] = wilsonLimits(x, n, criticalZ(conf))
  return { lower, upper, method: 'wilson', conf }
}
