import { at, sum } from '../special/at.ts'
import { studentTQuantile, studentTTwoSidedP } from '../special/student-t.ts'

/** How much less a model loses per customer than a baseline; `worthShowing` when the whole interval is above 0. */
export type AgainstBaseline = {
  gain: number
  lower: number
  upper: number
  p: number | null
  skill: number | null
  worthShowing: boolean
}

/**
 * Compares the losses (squared error, log loss, ranked score) of a model and a baseline on the same customers of the
 * last period: show predictions only when they beat the last score, the class share and a logistic on the score.
 * `skill`: share of the baseline's loss that is saved. null with fewer than two customers.
 * Throws RangeError for lists of unequal length. Source: paired t; Diebold & Mariano (1995) without lags.
 * @example againstBaseline([0.1, 0.2, 0.1], [0.3, 0.3, 0.2])?.worthShowing // => false
 */
export const againstBaseline = (
  model: readonly number[],
  baseline: readonly number[],
  options: { conf?: number } = {},
): AgainstBaseline | null => {
  if (model.length !== baseline.length) throw new RangeError('losses must be of one length')
  if (![...model, ...baseline].every(loss => Math.abs(loss) < 1e100)) throw new RangeError('losses must be numbers')
  const n = model.length
  if (n < 2) return null
  const gaps = model.map((loss, i) => at(baseline, i) - loss)
  const gain = sum(gaps) / n
  const se = Math.sqrt(sum(gaps.map(gap => (gap - gain) ** 2)) / (n - 1) / n)
  const reach = studentTQuantile((1 + (options.conf ?? 0.95)) / 2, n - 1) * se
  const whole = sum(baseline) / n
  return {
    gain,
    lower: gain - reach,
    upper: gain + reach,
    p: se > 0 ? studentTTwoSidedP(gain / se, n - 1) : null,
    skill: whole > 0 ? gain / whole : null,
    worthShowing: gain - reach > 0,
  }
}
