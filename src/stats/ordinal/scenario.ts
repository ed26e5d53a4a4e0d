import { quadraticForm } from '../matrix/cholesky.ts'
import { at, sum } from '../special/at.ts'
import { criticalZ } from '../special/critical-z.ts'
import { links } from './link.ts'
import type { OrdinalFit } from './proportional-odds.ts'

/**
 * Predicted share of each category for one customer; `x` in the order of `fit.names`.
 * @example categoryShares({ thresholds: [0], coefficients: [1], link: 'logistic' }, [0]) // => [0.5, 0.5]
 */
export const categoryShares = (
  fit: Pick<OrdinalFit, 'thresholds' | 'coefficients' | 'link'>,
  x: readonly number[],
): number[] => {
  const location = sum(fit.coefficients.map((value, i) => value * at(x, i)))
  const below = [...fit.thresholds.map(cut => links[fit.link].cdf(cut - location)), 1]
  return below.map((share, j) => share - (below[j - 1] ?? 0))
}

/** What the model expects on average now and after a change, and the difference with its interval. */
export type Scenario = {
  now: number
  after: number
  difference: number
  lower: number
  upper: number
  shares: number[]
}

/**
 * "What if this driver were one point higher?": the mean of `values` (one per category; promoter 1, passive 0,
 * detractor −1 gives NPS) over all customers as they are and after `change` is added to column `name`, with a
 * delta-method interval for the difference. An association, never a promised effect. null without customers.
 * Throws RangeError for an unknown column or values that do not match the categories.
 * Source: average marginal prediction; Jeske, Callanan & Guo (2011) for scenarios of NPS.
 * @example scenario({ fit: null, customers: [], name: 'speed', change: 1, values: [-1, 0, 1] }) // => null
 */
export const scenario = (question: {
  fit: OrdinalFit | null
  customers: readonly (readonly number[])[]
  name: string
  change: number
  values: readonly number[]
  conf?: number
}): Scenario | null => {
  const { fit, customers, name, change, values, conf = 0.95 } = question
  if (!fit || customers.length === 0) return null
  const column = fit.names.indexOf(name)
  if (column < 0) throw new RangeError(`the model has no column "${name}"`)
  if (values.length !== fit.thresholds.length + 1)
    throw new RangeError(`${fit.thresholds.length + 1} values expected, one per category, got ${values.length}`)
  const changed = customers.map(x => x.map((value, i) => (i === column ? value + change : value)))
  const meanOf = (parameters: number[], rows: readonly (readonly number[])[]) => {
    const moved = {
      ...fit,
      thresholds: parameters.slice(0, values.length - 1),
      coefficients: parameters.slice(values.length - 1),
    }
    return sum(rows.map(x => sum(categoryShares(moved, x).map((share, j) => share * at(values, j))))) / rows.length
  }
  const own = [...fit.thresholds, ...fit.coefficients]
  const gap = (parameters: number[]) => meanOf(parameters, changed) - meanOf(parameters, customers)
  const reach = criticalZ(conf) * Math.sqrt(quadraticForm(fit.covariance, slopes(gap, own)))
  const difference = gap(own)
  return {
    now: meanOf(own, customers),
    after: meanOf(own, changed),
    difference,
    lower: difference - reach,
    upper: difference + reach,
    shares: averageShares(fit, changed),
  }
}

const averageShares = (fit: OrdinalFit, rows: readonly (readonly number[])[]): number[] => {
  const all = rows.map(x => categoryShares(fit, x))
  return [...fit.thresholds, 0].map((_, j) => sum(all.map(shares => at(shares, j))) / rows.length)
}

const slopes = (f: (parameters: number[]) => number, at0: number[]): number[] =>
  at0.map((value, i) => {
    const step = 1e-5 * (1 + Math.abs(value))
    const moved = (by: number) => at0.map((own, j) => (j === i ? own + by : own))
    return (f(moved(step)) - f(moved(-step))) / (2 * step)
  })
