import { npsVariance } from './nps-variance.ts'
import { pairedChange } from './paired-change.ts'
import { at } from './special/at.ts'
import { criticalZ } from './special/critical-z.ts'
import { twoSidedP } from './special/normal.ts'
import { sizeOf, type Tally } from './tally.ts'
import { plusThree, withPseudoAnswers } from './wald-interval.ts'

/** Two waves of which only some people answered both. */
export type MixedPanel = {
  /** 3 × 3 counts of those in both waves; rows first wave. */
  both: readonly (readonly number[])[]
  /** Those who answered the first wave only. */
  firstOnly: Tally
  /** Those who answered the second wave only. */
  secondOnly: Tally
}

/** Change of the NPS, second wave minus first, from all answers. */
export type MixedChange = {
  change: number
  se: number
  lower: number
  upper: number
  p: number
  /** Share of the evidence that comes from people who answered twice. */
  weightOfPairs: number
}

type Part = { change: number; variance: number }

// +3 pseudo-pairs as in the adjusted Wald interval, so that a part without any movement is not certain.
const fromPairs = (both: readonly (readonly number[])[]): Part | null => {
  const adjusted = pairedChange(both, { method: 'adjusted-wald' })
  return adjusted && { change: adjusted.change, variance: adjusted.se ** 2 }
}

const fromOthers = (first: Tally, second: Tally): Part | null => {
  if (sizeOf(first) === 0 || sizeOf(second) === 0) return null
  const net = (tally: Tally) => (tally.promoters - tally.detractors) / sizeOf(tally)
  const variance = (tally: Tally) => {
    const adjusted = withPseudoAnswers(tally, plusThree)
    return (npsVariance(adjusted) ?? 0) / sizeOf(adjusted)
  }
  return { change: net(second) - net(first), variance: variance(first) + variance(second) }
}

/**
 * Change between two waves when some people answered both and some only one: the paired and the unpaired part are
 * estimated on their own and combined by inverse variance. Treating all as two samples would throw away the pairs.
 * `null` when neither part can tell anything. Throws RangeError unless `both` is 3 × 3.
 * Source: inverse-variance combination of independent estimates (methods of partially paired data, Lin & Stivers 1974).
 * @example mixedPanelChange({ both: [[40, 8, 2], [12, 22, 6], [3, 5, 12]], firstOnly: { promoters: 50, passives: 30, detractors: 20 }, secondOnly: { promoters: 60, passives: 25, detractors: 15 } })?.change // => 0.073307
 */
export const mixedPanelChange = (
  { both, firstOnly, secondOnly }: MixedPanel,
  { conf = 0.95 }: { conf?: number } = {},
): MixedChange | null => {
  const parts = [fromPairs(both), fromOthers(firstOnly, secondOnly)]
  const known = parts.filter(part => part !== null)
  if (known.length === 0) return null
  const weights = parts.map(part => (part === null ? 0 : 1 / part.variance))
  const total = at(weights, 0) + at(weights, 1)
  const change = parts.reduce((all, part, i) => all + (part === null ? 0 : (at(weights, i) / total) * part.change), 0)
  const se = Math.sqrt(1 / total)
  const reach = criticalZ(conf) * se
  return {
    change,
    se,
    lower: Math.max(-2, change - reach),
    upper: Math.min(2, change + reach),
    p: twoSidedP(change / se),
    weightOfPairs: at(weights, 0) / total,
  }
}
