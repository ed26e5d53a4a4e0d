import type { Interval } from './interval.ts'
import { checkShare, wilsonLimits } from './share-interval.ts'
import { criticalZ } from './special/critical-z.ts'
import { findRoot } from './special/find-root.ts'
import { twoSidedP } from './special/normal.ts'

/** x of n people of one group did something. */
export type Share = { x: number; n: number }

/** Difference of two shares, first minus second, with its limits. */
export type ShareDifference = Interval & { difference: number }

const haveData = (a: Share, b: Share): boolean => {
  checkShare(a.x, a.n)
  checkShare(b.x, b.n)
  return a.n > 0 && b.n > 0
}

/**
 * Difference of two independent shares (holdout: treated minus untreated) with Newcombe's hybrid score interval: the
 * default. `null` when a group is empty. Source: Newcombe (1998), Statistics in Medicine 17:873, method 10.
 * @example newcombeDifference({ x: 56, n: 70 }, { x: 48, n: 80 })?.lower // => 0.0524314724023649
 */
export const newcombeDifference = (a: Share, b: Share, conf = 0.95): ShareDifference | null => {
  if (!haveData(a, b)) return null
  const z = criticalZ(conf)
  const [here, there] = [a.x / a.n, b.x / b.n]
  const [lowA, highA] = wilsonLimits(a.x, a.n, z)
  const [lowB, highB] = wilsonLimits(b.x, b.n, z)
  const difference = here - there
  const lower = difference - Math.hypot(here - lowA, highB - there)
  const upper = difference + Math.hypot(highA - here, there - lowB)
  return { difference, lower: Math.max(-1, lower), upper: Math.min(1, upper), method: 'newcombe', conf }
}

/**
 * Agresti-Caffo interval: one success and one failure added to each group, then Wald. `null` when a group is empty.
 * Source: Agresti & Caffo (2000), The American Statistician 54:280.
 * @example agrestiCaffoDifference({ x: 9, n: 10 }, { x: 3, n: 10 })?.lower // => 0.1600008011004
 */
export const agrestiCaffoDifference = (a: Share, b: Share, conf = 0.95): ShareDifference | null => {
  if (!haveData(a, b)) return null
  const [p, q] = [(a.x + 1) / (a.n + 2), (b.x + 1) / (b.n + 2)]
  const reach = criticalZ(conf) * Math.sqrt((p * (1 - p)) / (a.n + 2) + (q * (1 - q)) / (b.n + 2))
  const limits = { lower: Math.max(-1, p - q - reach), upper: Math.min(1, p - q + reach) }
  return { difference: a.x / a.n - b.x / b.n, ...limits, method: 'agresti-caffo', conf }
}

// The second share by maximum likelihood when the difference is known to be delta: root of a cubic, in closed form.
const restrictedShare = (a: Share, b: Share, delta: number): number => {
  const n = a.n + b.n
  const l2 = (a.n + 2 * b.n) * delta - n - a.x - b.x
  const l1 = (b.n * delta - n - 2 * b.x) * delta + a.x + b.x
  const l0 = b.x * delta * (1 - delta)
  const third = l2 / (3 * n)
  const q = third ** 3 - (l1 * l2) / (6 * n * n) + l0 / (2 * n)
  const p = (q >= 0 ? 1 : -1) * Math.sqrt(Math.max(0, third * third - l1 / (3 * n)))
  if (p === 0) return -third
  const angle = (Math.PI + Math.acos(Math.min(1, Math.max(-1, q / p ** 3)))) / 3
  return 2 * p * Math.cos(angle) - third
}

/**
 * Miettinen-Nurminen score interval for the difference of two shares. `null` when a group is empty.
 * Source: Miettinen & Nurminen (1985), Statistics in Medicine 4:213.
 * @example miettinenNurminenDifference({ x: 56, n: 70 }, { x: 48, n: 80 })?.upper // => 0.338172940015868
 */
export const miettinenNurminenDifference = (a: Share, b: Share, conf = 0.95): ShareDifference | null => {
  if (!haveData(a, b)) return null
  const z = criticalZ(conf)
  const difference = a.x / a.n - b.x / b.n
  const n = a.n + b.n
  const gap = (delta: number) => {
    const second = Math.min(1, Math.max(0, restrictedShare(a, b, delta)))
    const first = Math.min(1, Math.max(0, second + delta))
    const variance = ((first * (1 - first)) / a.n + (second * (1 - second)) / b.n) * (n / (n - 1))
    return (difference - delta) ** 2 - z * z * variance
  }
  // At the estimate itself the variance may be 0 (nobody or everybody in both groups), so the search starts beside it.
  const edge = (end: number) => (difference === end ? end : findRoot(gap, difference + 1e-12 * (end - difference), end))
  return { difference, lower: edge(-1), upper: edge(1), method: 'miettinen-nurminen', conf }
}

/**
 * Pooled z test of two shares (chi-square without correction). z is 0 when nobody or everybody did it. `null` when a
 * group is empty. Source: R stats::prop.test(correct = FALSE).
 * @example pooledShareTest({ x: 56, n: 70 }, { x: 48, n: 80 })?.z // => 2.65017195125853
 */
export const pooledShareTest = (a: Share, b: Share): { z: number; p: number } | null => {
  if (!haveData(a, b)) return null
  const pooled = (a.x + b.x) / (a.n + b.n)
  const se = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n))
  const z = se === 0 ? 0 : (a.x / a.n - b.x / b.n) / se
  return { z, p: twoSidedP(z) }
}
