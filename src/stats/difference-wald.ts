import type { DifferenceInterval } from './difference-mover.ts'
import { npsVariance } from './nps-variance.ts'
import { criticalZ } from './special/critical-z.ts'
import { twoSidedP } from './special/normal.ts'
import { sizeOf, type Tally } from './tally.ts'
import { plusThree, withPseudoAnswers } from './wald-interval.ts'

/** Difference with standard error, z and two-sided p; limits are not cut at ±2. */
export type DifferenceTest = DifferenceInterval & { se: number; z: number; p: number }

const net = (tally: Tally): number => (tally.promoters - tally.detractors) / sizeOf(tally)

// A difference without any variance has no z: equal sides are p = 1, unequal ones p = 0.
const zOf = (difference: number, se: number): number => {
  if (difference === 0) return 0
  return se === 0 ? Math.sign(difference) * Number.MAX_VALUE : difference / se
}

const difference = (a: Tally, b: Tally, conf: number, method: string): DifferenceTest => {
  const gap = net(a) - net(b)
  const se = Math.sqrt((npsVariance(a) ?? 0) / sizeOf(a) + (npsVariance(b) ?? 0) / sizeOf(b))
  const reach = criticalZ(conf) * se
  const z = zOf(gap, se)
  return { difference: gap, se, z, p: twoSidedP(z), lower: gap - reach, upper: gap + reach, method, conf }
}

/**
 * Plain Wald test of a − b; without width when both sides are of one class each. For comparison only.
 * `null` when a side has no answers.
 * @example waldDifference({ promoters: 50, passives: 30, detractors: 20 }, { promoters: 37, passives: 41, detractors: 22 })?.z // => 1.38232703275227
 */
export const waldDifference = (a: Tally, b: Tally, conf = 0.95): DifferenceTest | null =>
  sizeOf(a) === 0 || sizeOf(b) === 0 ? null : difference(a, b, conf, 'wald')

/**
 * Adjusted Wald test of a − b with +3 pseudo-answers on each side; the difference is that of the adjusted tallies.
 * `null` when a side has no answers. Source: Rocks (2016); Lewis & Sauro (2021).
 * @example adjustedWaldDifference({ promoters: 50, passives: 30, detractors: 20 }, { promoters: 37, passives: 41, detractors: 22 })?.p // => 0.172819829085658
 */
export const adjustedWaldDifference = (a: Tally, b: Tally, conf = 0.95): DifferenceTest | null => {
  if (sizeOf(a) === 0 || sizeOf(b) === 0) return null
  return difference(withPseudoAnswers(a, plusThree), withPseudoAnswers(b, plusThree), conf, 'adjusted-wald')
}
