import { npsInterval } from './nps-interval.ts'
import { categoryOf } from './score.ts'
import { countable } from './special/within.ts'
import type { Tally } from './tally.ts'

/** One answer with the number of customers it stands for. */
export type WeightedAnswer = { score: number; weight: number }

/** NPS of weighted answers, −1 to 1. */
export type WeightedNps = {
  nps: number
  lower: number
  upper: number
  /** Answers with a weight above 0. */
  n: number
  /** Kish: as many equal-weighted answers would tell as much. */
  nEffective: number
  designEffect: number
  /** Linearised standard error, weights taken as fixed; `null` at n = 1. */
  se: number | null
  method: string
}

type Sums = { n: number; weight: number; squares: number; shares: Tally }

const sumsOf = (answers: readonly WeightedAnswer[]): Sums => {
  const shares = { promoters: 0, passives: 0, detractors: 0 }
  const sums = { n: 0, weight: 0, squares: 0, shares }
  for (const { score, weight } of answers) {
    countable(weight, 'a weight')
    const category = categoryOf(score)
    if (weight === 0) continue
    sums.n += 1
    sums.weight += weight
    sums.squares += weight * weight
    shares[`${category}s`] += weight
  }
  return sums
}

const linearisedSe = ({ n, weight, shares }: Sums, answers: readonly WeightedAnswer[]): number | null => {
  if (n < 2) return null
  const mean = (shares.promoters - shares.detractors) / weight
  const value = { promoter: 1, passive: 0, detractor: -1 }
  let total = 0
  for (const answer of answers) total += ((answer.weight / weight) * (value[categoryOf(answer.score)] - mean)) ** 2
  return Math.sqrt((n / (n - 1)) * total)
}

/**
 * NPS where answers stand for different numbers of customers. The interval is the default one for the weighted shares
 * at the effective number of answers, so equal weights give exactly the unweighted interval. `null` when no weight is
 * above 0. Throws RangeError for a weight below 0 or a score outside 0..10. Source: Kish (1965); R survey::svymean.
 * @example weightedNps([{ score: 10, weight: 0.5 }, { score: 9, weight: 2 }, { score: 8, weight: 1.2 }, { score: 7, weight: 0.8 }, { score: 6, weight: 3 }, { score: 0, weight: 0.1 }])?.nEffective // => 3.76531942633638
 */
export const weightedNps = (
  answers: readonly WeightedAnswer[],
  { conf = 0.95 }: { conf?: number } = {},
): WeightedNps | null => {
  const sums = sumsOf(answers)
  const { n, weight, squares, shares } = sums
  if (n === 0) return null
  const nEffective = (weight * weight) / squares
  const scale = nEffective / weight
  const { promoters, passives, detractors } = shares
  const interval = npsInterval(
    { promoters: promoters * scale, passives: passives * scale, detractors: detractors * scale },
    { conf },
  )
  if (interval === null) return null
  const { lower, upper, method } = interval
  const nps = (promoters - detractors) / weight
  return { nps, lower, upper, n, nEffective, designEffect: n / nEffective, se: linearisedSe(sums, answers), method }
}
