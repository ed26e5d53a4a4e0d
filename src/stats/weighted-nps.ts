import { npsInterval } from './nps-interval.ts'
import { categoryOf, highestScore } from './score.ts'
import { countable } from './special/within.ts'

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

/** The weighted answers with one score: how many with a weight above 0, the sum of their weights, and of the squares. */
export type WeightSums = { n: number; weight: number; squares: number }

/**
 * Eleven empty sums, index = score, for answers that come one after the other and are not kept.
 * @example noWeights().length // => 11
 */
export const noWeights = (): WeightSums[] =>
  Array.from({ length: highestScore + 1 }, () => ({ n: 0, weight: 0, squares: 0 }))

/** Adds one weighted answer to the sums. Throws RangeError for a weight below 0 or a score outside 0..10. */
export const addWeight = (sums: WeightSums[], { score, weight }: WeightedAnswer): void => {
  countable(weight, 'a weight')
  categoryOf(score)
  const sum = sums[score]
  if (weight === 0 || sum === undefined) return
  sum.n += 1
  sum.weight += weight
  sum.squares += weight * weight
}

const value = { promoter: 1, passive: 0, detractor: -1 }

const linearisedSe = (sums: readonly WeightSums[], n: number, weight: number, mean: number): number | null => {
  if (n < 2) return null
  let total = 0
  for (const [score, { squares }] of sums.entries())
    total += (squares / weight / weight) * (value[categoryOf(score)] - mean) ** 2
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
  options: { conf?: number } = {},
): WeightedNps | null => {
  const sums = noWeights()
  for (const answer of answers) addWeight(sums, answer)
  return weightedNpsOf(sums, options)
}

/**
 * The same from sums per score: any number of answers in eleven numbers of each kind.
 * @example weightedNpsOf(noWeights()) // => null
 */
export const weightedNpsOf = (
  sums: readonly WeightSums[],
  { conf = 0.95 }: { conf?: number } = {},
): WeightedNps | null => {
  const n = sums.reduce((total, sum) => total + sum.n, 0)
  if (n === 0) return null
  const shares = { promoters: 0, passives: 0, detractors: 0 }
  for (const [score, sum] of sums.entries()) shares[`${categoryOf(score)}s`] += sum.weight
  const { promoters, passives, detractors } = shares
  const weight = promoters + passives + detractors
  const nEffective = (weight * weight) / sums.reduce((total, sum) => total + sum.squares, 0)
  const scale = nEffective / weight
  const interval = npsInterval(
    { promoters: promoters * scale, passives: passives * scale, detractors: detractors * scale },
    { conf },
  )
  if (interval === null) return null
  const { lower, upper, method } = interval
  const nps = (promoters - detractors) / weight
  const se = linearisedSe(sums, n, weight, nps)
  return { nps, lower, upper, n, nEffective, designEffect: n / nEffective, se, method }
}
