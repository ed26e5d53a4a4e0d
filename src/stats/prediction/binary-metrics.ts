import { at, sum } from '../special/at.ts'
import { type Auc, auc, checkPredictions } from './auc.ts'
import { logisticFit } from './logistic.ts'

/** How good predicted shares of a yes/no outcome are. Lower is better for `brier` and `logLoss`. */
export type BinaryMetrics = {
  n: number
  brier: number
  /** null where a prediction of exactly 0 or 1 was wrong: certain and wrong costs infinitely. */
  logLoss: number | null
  auc: Auc | null
  /** 1 = right spread; below 1 = predictions too extreme. null with predictions of 0 or 1 or when it has no value. */
  calibrationSlope: number | null
  /** 0 = right level; above 0 = predicted too low. */
  calibrationIntercept: number | null
}

/**
 * Brier score, log loss, AUC and calibration of predicted shares. null without predictions.
 * Throws RangeError for unequal lists, predictions outside 0..1, outcomes other than 0 and 1.
 * Source: Brier (1950); Cox (1958) for calibration slope and intercept-in-the-large.
 * @example binaryMetrics([0.5, 0.5], [1, 0])?.brier // => 0.25
 */
export const binaryMetrics = (predicted: readonly number[], outcome: readonly number[]): BinaryMetrics | null => {
  checkPredictions(predicted, outcome)
  const odd = predicted.find(share => share < 0 || share > 1)
  if (odd !== undefined) throw new RangeError(`a predicted share must lie in 0..1, got ${odd}`)
  const n = predicted.length
  if (n === 0) return null
  const loss = -sum(predicted.map((share, i) => Math.log(at(outcome, i) === 1 ? share : 1 - share))) / n
  const open = predicted.every(share => share > 0 && share < 1)
  const logits = predicted.map(share => Math.log(share / (1 - share)))
  return {
    n,
    brier: sum(predicted.map((share, i) => (share - at(outcome, i)) ** 2)) / n,
    logLoss: Number.isFinite(loss) ? loss : null,
    auc: auc(predicted, outcome),
    calibrationSlope: open ? (logisticFit({ hits: outcome, columns: { logit: logits } })?.slopes[0] ?? null) : null,
    calibrationIntercept: open ? interceptInTheLarge(logits, outcome) : null,
  }
}

// The shift of all log odds that makes the mean prediction equal the share that came true.
const interceptInTheLarge = (logits: readonly number[], outcome: readonly number[]): number | null => {
  const hits = sum(outcome)
  if (hits === 0 || hits === outcome.length) return null
  let shift = 0
  for (let round = 0; round < 200; round++) {
    const shares = logits.map(logit => 1 / (1 + Math.exp(-logit - shift)))
    const spread = sum(shares.map(share => share * (1 - share)))
    const step = Math.max(-2, Math.min(2, (hits - sum(shares)) / spread))
    shift += step
    if (Math.abs(step) < 1e-13 * (1 + Math.abs(shift))) return shift
  }
  return shift
}
