import type { Interval } from './interval.ts'
import { checkShare } from './share-interval.ts'
import { betaQuantile } from './special/beta.ts'
import { criticalZ } from './special/critical-z.ts'

const tailOf = (conf: number): number => {
  criticalZ(conf)
  return (1 - conf) / 2
}

/**
 * Clopper-Pearson interval for x of n: never covers less than `conf`, wider than needed. `null` at n = 0.
 * Throws RangeError unless 0 ≤ x ≤ n. Source: Clopper & Pearson (1934); R stats::binom.test.
 * @example clopperPearson(0, 20)?.upper // => 0.168433470983085
 */
export const clopperPearson = (x: number, n: number, conf = 0.95): Interval | null => {
  checkShare(x, n)
  if (n === 0) return null
  const tail = tailOf(conf)
  const lower = x === 0 ? 0 : betaQuantile(tail, x, n - x + 1)
  const upper = x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x)
  return { lower, upper, method: 'clopper-pearson', conf }
}

/**
 * Jeffreys interval for x of n, with 0 and 1 as limits at the edges. `null` at n = 0; throws RangeError unless
 * 0 ≤ x ≤ n. Source: Brown, Cai & DasGupta (2001), Statistical Science 16:101.
 * @example jeffreys(81, 263)?.lower // => 0.254521934991023
 */
export const jeffreys = (x: number, n: number, conf = 0.95): Interval | null => {
  checkShare(x, n)
  if (n === 0) return null
  const tail = tailOf(conf)
  const lower = x === 0 ? 0 : betaQuantile(tail, x + 0.5, n - x + 0.5)
  const upper = x === n ? 1 : betaQuantile(1 - tail, x + 0.5, n - x + 0.5)
  return { lower, upper, method: 'jeffreys', conf }
}
