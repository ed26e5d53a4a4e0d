import { wilsonLimits } from './share-interval.ts'
import { criticalZ } from './special/critical-z.ts'
import { sizeOf, type Tally } from './tally.ts'

/** Limits of one share. */
export type Limits = { lower: number; upper: number }

/**
 * Intervals for the three shares that hold together with `conf`, for a stacked bar: Wilson with the error rate divided
 * by three. `null` without answers. Source: Goodman (1965), Technometrics 7:247.
 * @example simultaneousShares({ promoters: 25, passives: 0, detractors: 0 })?.passives.upper // => 0.186492899900633
 */
export const simultaneousShares = (
  tally: Tally,
  conf = 0.95,
): { promoters: Limits; passives: Limits; detractors: Limits } | null => {
  const n = sizeOf(tally)
  if (n === 0) return null
  const z = criticalZ(1 - (1 - conf) / 3)
  const limits = (x: number): Limits => {
    const [lower, upper] = wilsonLimits(x, n, z)
    return { lower, upper }
  }
  return { promoters: limits(tally.promoters), passives: limits(tally.passives), detractors: limits(tally.detractors) }
}
