import { type LogisticFit, logisticFit } from '../prediction/logistic.ts'
import { at } from '../special/at.ts'

/** Chance of success of each customer with and without treatment, and the difference. */
export type ExpectedGain = { treated: number[]; untreated: number[]; gain: number[] }

/**
 * Two logistic models, one per arm of a randomised holdout ("T-learner"): whom would the playbook help, rather than
 * who would become a promoter anyway? Judge it on a later period with `qiniCurve` before acting on it.
 * null when either arm has no finite model (all or none succeeded, too few). Throws RangeError for unequal lists.
 * Source: Künzel et al. (2019), PNAS 116:4156.
 * @example expectedGain({ treated: [true], success: [true], columns: { x: [1] } }) // => null
 */
export const expectedGain = (trial: {
  treated: readonly boolean[]
  success: readonly boolean[]
  columns: Record<string, readonly number[]>
}): ExpectedGain | null => {
  const { treated, success, columns } = trial
  if (treated.length !== success.length) throw new RangeError('treated and success must be of one length')
  const fitArm = (arm: boolean) => {
    const rows = treated.flatMap((own, i) => (own === arm ? [i] : []))
    return logisticFit({
      hits: rows.map(i => (success[i] ? 1 : 0)),
      columns: Object.fromEntries(Object.entries(columns).map(([name, list]) => [name, rows.map(i => at(list, i))])),
    })
  }
  const [withIt, without] = [fitArm(true), fitArm(false)]
  if (!withIt || !without) return null
  const lists = Object.values(columns)
  const chance = (fit: LogisticFit) =>
    treated.map((_, i) =>
      chanceOf(
        fit,
        lists.map(list => at(list, i)),
      ),
    )
  const [high, low] = [chance(withIt), chance(without)]
  return { treated: high, untreated: low, gain: high.map((value, i) => value - at(low, i)) }
}

const chanceOf = (fit: LogisticFit, x: number[]): number =>
  1 / (1 + Math.exp(-fit.slopes.reduce((value, slope, i) => value + slope * at(x, i), fit.intercept)))
