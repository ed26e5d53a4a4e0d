import type { Matrix } from '../matrix/cholesky.ts'
import { at } from '../special/at.ts'
import { criticalZ } from '../special/critical-z.ts'
import { twoSidedP } from '../special/normal.ts'
import type { OrdinalRow } from './cumulative-terms.ts'
import { fitCumulative } from './fit-cumulative.ts'

/** Ordered answers and what may explain them; `category` 0 is the lowest; `weights` are counts of alike rows. */
export type OrdinalInput = {
  category: ArrayLike<number>
  categories: number
  columns: Record<string, ArrayLike<number>>
  weights?: ArrayLike<number>
  link?: 'logistic' | 'probit'
}

/** P(Y ≤ j) = link(threshold j − Σ coefficient · column): a coefficient above 0 means higher answers. */
export type OrdinalFit = {
  names: string[]
  coefficients: number[]
  se: number[]
  lower: number[]
  upper: number[]
  p: number[]
  thresholds: number[]
  logLikelihood: number
  deviance: number
  /** Of thresholds first, then coefficients. */
  covariance: Matrix
  link: 'logistic' | 'probit'
  n: number
}

/**
 * Proportional odds (or ordered probit) model on classes or on eleven scores.
 * null when a category has no answer (leave it out), a column never varies or repeats others, or no finite maximum
 * exists. Throws RangeError for lists of unequal length and categories outside 0..categories − 1.
 * Source: McCullagh (1980); as MASS::polr and ordinal::clm of R.
 * @example proportionalOdds({ category: [0, 1, 0, 1], categories: 2, columns: { x: [0, 0, 1, 1] } })?.coefficients // => [0]
 */
export const proportionalOdds = (input: OrdinalInput, options: { conf?: number } = {}): OrdinalFit | null => {
  const rows = ordinalRows(input)
  const names = Object.keys(input.columns)
  const cuts = input.categories - 1
  const link = input.link ?? 'logistic'
  if (new Set(rows.map(row => row.category)).size < input.categories) return null
  const fit = fitCumulative(rows, { cuts, locations: names.length, scales: 0 }, link)
  if (!fit) return null
  const coefficients = fit.parameters.slice(cuts)
  const se = coefficients.map((_, i) => Math.sqrt(at(fit.covariance[cuts + i] ?? [], cuts + i)))
  const z = criticalZ(options.conf ?? 0.95)
  return {
    names,
    coefficients,
    se,
    lower: coefficients.map((value, i) => value - z * at(se, i)),
    upper: coefficients.map((value, i) => value + z * at(se, i)),
    p: coefficients.map((value, i) => twoSidedP(value / at(se, i))),
    thresholds: fit.parameters.slice(0, cuts),
    logLikelihood: fit.logLikelihood,
    deviance: -2 * fit.logLikelihood,
    covariance: fit.covariance,
    link,
    n: rows.reduce((total, row) => total + row.weight, 0),
  }
}

/** Rows of an ordinal model, rows of weight 0 left out. */
export const ordinalRows = (input: OrdinalInput): OrdinalRow[] => {
  const { category, categories, weights, columns } = input
  if (!Number.isInteger(categories) || categories < 2 || categories > 1000)
    throw new RangeError(`categories must be a whole number from 2 to 1,000, got ${categories}`)
  for (const [name, list] of [['weights', weights ?? category], ...Object.entries(columns)] as const)
    if (list.length !== category.length)
      throw new RangeError(`"${name}" must have ${category.length} entries as category has, got ${list.length}`)
  const lists = Object.values(columns)
  return Array.from(category, (own, i) => {
    const row = { category: own, weight: weights ? at(weights, i) : 1, x: lists.map(list => at(list, i)), z: [] }
    if (!Number.isInteger(own) || own < 0 || own >= categories)
      throw new RangeError(`a category must be a whole number from 0 to ${categories - 1}, got ${own}`)
    if (!(row.weight >= 0) || !row.x.every(Number.isFinite))
      throw new RangeError(`row ${i} holds a negative weight or a column that is no number`)
    return row
  }).filter(row => row.weight > 0)
}
