import { type RandomStream, shuffled } from '../random.ts'
import { at } from '../special/at.ts'
import type { Correlations } from './correlations.ts'
import { explainedBySets, gainsInOrder } from './explained.ts'

/** The share of R² of each driver: alone, on average over all orders, and entering last. */
export type ShapleyShares = { r2: number; shapley: number[]; first: number[]; last: number[] }

/** Exact Shapley (LMG) shares: mean gain in R² over all orders in which drivers can enter; 2^k fits. */
export const shapleyShares = (correlations: Correlations): ShapleyShares => {
  const k = correlations.names.length
  const explained = explainedBySets(correlations)
  const all = explained.length - 1
  const weights = sizeWeights(k)
  const shapley = correlations.names.map((_, driver) => averageGain(explained, 1 << driver, weights))
  return {
    r2: at(explained, all),
    shapley,
    first: shapley.map((_, driver) => at(explained, 1 << driver)),
    last: shapley.map((_, driver) => at(explained, all) - at(explained, all ^ (1 << driver))),
  }
}

// |S|! (k − |S| − 1)! / k! for each size of the set that was there before.
const sizeWeights = (k: number): number[] => {
  const weights = [1 / k]
  for (let size = 1; size < k; size++) weights.push((at(weights, size - 1) * size) / (k - size))
  return weights
}

const averageGain = (explained: Float64Array, bit: number, weights: number[]): number => {
  let total = 0
  for (let set = 0; set < explained.length; set++)
    if ((set & bit) === 0)
      total += at(weights, bitCount(set)) * ((explained[set | bit] as number) - (explained[set] as number))
  return total
}

const bitCount = (set: number): number => {
  let count = 0
  for (let rest = set; rest > 0; rest &= rest - 1) count++
  return count
}

/** Shapley shares from a sample of `orders` and their reverses, for more drivers than sets can be counted. */
export const sampledShapley = (correlations: Correlations, stream: RandomStream, orders = 2000): ShapleyShares => {
  const drivers = correlations.names.map((_, i) => i)
  const totals = drivers.map(() => 0)
  for (let round = 0; round < orders; round++) {
    const order = shuffled(drivers, stream)
    for (const path of [order, order.toReversed()])
      for (const [driver, gain] of gainsInOrder(correlations, path).entries())
        totals[driver] = at(totals, driver) + gain / (2 * orders)
  }
  const lastIn = (driver: number) => [...drivers.filter(other => other !== driver), driver]
  return {
    r2: totals.reduce((total, gain) => total + gain, 0),
    shapley: totals,
    first: correlations.withOutcome.map(r => r * r),
    last: drivers.map(driver => at(gainsInOrder(correlations, lastIn(driver)), driver)),
  }
}
