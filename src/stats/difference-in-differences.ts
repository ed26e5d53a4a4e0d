import { npsVariance } from './nps-variance.ts'
import { pairedChange } from './paired-change.ts'
import { criticalZ } from './special/critical-z.ts'
import { twoSidedP } from './special/normal.ts'
import { sizeOf, type Tally } from './tally.ts'
import { plusThree, withPseudoAnswers } from './wald-interval.ts'

/** A group before and after: two tallies of different people, or the 3 × 3 table of the same people. */
export type BeforeAfter = { before: Tally; after: Tally } | { table: readonly (readonly number[])[] }

/** How much more one group changed than the other, −4..4. */
export type DifferenceInDifferences = {
  difference: number
  treatedChange: number
  comparisonChange: number
  se: number
  lower: number
  upper: number
  p: number
}

type Change = { change: number; variance: number }

const changeOf = (group: BeforeAfter): Change | null => {
  if ('table' in group) {
    const found = pairedChange(group.table, { method: 'adjusted-wald' })
    return found && { change: found.change, variance: found.se ** 2 }
  }
  const { before, after } = group
  if (sizeOf(before) === 0 || sizeOf(after) === 0) return null
  const net = (tally: Tally) => (tally.promoters - tally.detractors) / sizeOf(tally)
  const variance = (tally: Tally) => (npsVariance(tally) ?? 0) / sizeOf(tally)
  const [first, second] = [withPseudoAnswers(before, plusThree), withPseudoAnswers(after, plusThree)]
  return { change: net(after) - net(before), variance: variance(first) + variance(second) }
}

/**
 * Did the NPS of those affected change more than that of those not affected? Assumes that both would have moved alike
 * without it; it cannot check that. Variances with +3 pseudo-answers each, so that no group is certain. `null` when a
 * group lacks a wave. Source: Card & Krueger (1994); variance as in 1.3 and 1.4 of the methods.
 * @example differenceInDifferences({ before: { promoters: 50, passives: 30, detractors: 20 }, after: { promoters: 60, passives: 25, detractors: 15 } }, { before: { promoters: 48, passives: 30, detractors: 22 }, after: { promoters: 50, passives: 28, detractors: 22 } })?.difference // => 0.13
 */
export const differenceInDifferences = (
  treated: BeforeAfter,
  comparison: BeforeAfter,
  { conf = 0.95 }: { conf?: number } = {},
): DifferenceInDifferences | null => {
  const [here, there] = [changeOf(treated), changeOf(comparison)]
  if (here === null || there === null) return null
  const difference = here.change - there.change
  const se = Math.sqrt(here.variance + there.variance)
  const reach = criticalZ(conf) * se
  return {
    difference,
    treatedChange: here.change,
    comparisonChange: there.change,
    se,
    lower: difference - reach,
    upper: difference + reach,
    p: twoSidedP(difference / se),
  }
}
