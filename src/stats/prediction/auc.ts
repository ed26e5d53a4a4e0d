import { at, sum } from '../special/at.ts'
import { criticalZ } from '../special/critical-z.ts'

/** Chance that a customer with the outcome was given a higher prediction than one without; 0.5 is guessing. */
export type Auc = { auc: number; se: number | null; lower: number | null; upper: number | null }

/**
 * Area under the ROC curve with mid-ranks for ties, its DeLong standard error and limits on the logit scale.
 * null when all or none had the outcome; no limits at 0 or 1 or with a single customer on a side.
 * Throws RangeError for unequal lists, outcomes other than 0 and 1, predictions that are no numbers.
 * Source: DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44:837.
 * @example auc([0.9, 0.8, 0.3, 0.1], [1, 0, 1, 0])?.auc // => 0.75
 */
export const auc = (
  predicted: readonly number[],
  outcome: readonly number[],
  options: { conf?: number } = {},
): Auc | null => {
  checkPredictions(predicted, outcome)
  const positives = predicted.filter((_, i) => at(outcome, i) === 1)
  const negatives = predicted.filter((_, i) => at(outcome, i) === 0)
  const [m, n] = [positives.length, negatives.length]
  if (m === 0 || n === 0) return null
  const overall = midRanks([...positives, ...negatives])
  const [withIt, without] = [midRanks(positives), midRanks(negatives)]
  const beaten = positives.map((_, i) => (at(overall, i) - at(withIt, i)) / n)
  const beating = negatives.map((_, j) => 1 - (at(overall, m + j) - at(without, j)) / m)
  const area = sum(beaten) / m
  if (m < 2 || n < 2 || !(area > 0 && area < 1)) return { auc: area, se: null, lower: null, upper: null }
  const se = Math.sqrt(variance(beaten) / m + variance(beating) / n)
  const reach = (criticalZ(options.conf ?? 0.95) * se) / (area * (1 - area))
  const logit = Math.log(area / (1 - area))
  return { auc: area, se, lower: 1 / (1 + Math.exp(reach - logit)), upper: 1 / (1 + Math.exp(-reach - logit)) }
}

/** Refuses lists that cannot be predictions and their outcomes. */
export const checkPredictions = (predicted: readonly number[], outcome: readonly number[]): void => {
  if (predicted.length !== outcome.length) throw new RangeError('predictions and outcomes must be of one length')
  if (!predicted.every(Number.isFinite)) throw new RangeError('predictions must be numbers')
  const odd = outcome.find(value => value !== 0 && value !== 1)
  if (odd !== undefined) throw new RangeError(`an outcome must be 0 or 1, got ${odd}`)
}

/**
 * Ranks from 1, equal values sharing the mean of their ranks.
 * @example midRanks([10, 20, 20]) // => [1, 2.5, 2.5]
 */
export const midRanks = (values: readonly number[]): number[] => {
  const order = values.map((_, i) => i).sort((a, b) => at(values, a) - at(values, b))
  const ranks = new Array<number>(values.length).fill(0)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to + 1 < order.length && at(values, at(order, to + 1)) === at(values, at(order, from))) to++
    for (let k = from; k <= to; k++) ranks[at(order, k)] = (from + to) / 2 + 1
    from = to + 1
  }
  return ranks
}

const variance = (values: readonly number[]): number => {
  const mean = sum(values) / values.length
  return sum(values.map(value => (value - mean) ** 2)) / (values.length - 1)
}
