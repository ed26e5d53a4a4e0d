import { cholesky, inverse, type Matrix, solveFactored, zeros } from '../matrix/cholesky.ts'
import { at } from '../special/at.ts'
import { twoSidedP } from '../special/normal.ts'

/** `hits` of `sizes` per row (sizes 1 when absent) and the columns that may explain them. */
export type LogisticInput = {
  hits: ArrayLike<number>
  sizes?: ArrayLike<number>
  columns: Record<string, ArrayLike<number>>
}

/** log odds = intercept + Σ slope · column. */
export type LogisticFit = {
  names: string[]
  intercept: number
  slopes: number[]
  seIntercept: number
  seSlopes: number[]
  p: number[]
  deviance: number
  logLikelihood: number
  /** Of the intercept and the slopes, in this order. */
  covariance: Matrix
}

/**
 * Logistic regression of a share: retention on the score, churn on what was known before.
 * null when all or none were hits, when columns repeat each other, or when a column separates hits perfectly (then no
 * finite slope exists). Throws RangeError for lists of unequal length or hits outside 0..size.
 * Source: maximum likelihood by Newton's method; as R's glm(family = binomial).
 * @example logisticFit({ hits: [1, 3], sizes: [4, 4], columns: { x: [0, 1] } })?.slopes // => [2.19722457733622]
 */
export const logisticFit = (input: LogisticInput): LogisticFit | null => {
  const rows = rowsOf(input)
  const all = rows.reduce((total, row) => total + row.size, 0)
  const hits = rows.reduce((total, row) => total + row.hits, 0)
  if (!(hits > 0 && hits < all)) return null
  const names = Object.keys(input.columns)
  let beta = [Math.log(hits / (all - hits)), ...names.map(() => 0)]
  let terms = termsOf(rows, beta)
  for (let round = 0; round < 60; round++) {
    const lower = cholesky(terms.information, 1e-10)
    if (!lower) return null
    const step = solveFactored(lower, terms.score)
    const next = climbed(rows, beta, step, terms.logLikelihood)
    beta = next.beta
    terms = next.terms
    if (step.every((value, i) => Math.abs(value) < 1e-10 * (1 + Math.abs(at(beta, i)))))
      return summary(names, rows, beta)
  }
  return null
}

type Row = { hits: number; size: number; x: number[] }

const rowsOf = ({ hits, sizes, columns }: LogisticInput): Row[] => {
  for (const [name, list] of [['sizes', sizes ?? hits], ...Object.entries(columns)] as const)
    if (list.length !== hits.length) throw new RangeError(`"${name}" must have ${hits.length} entries as hits has`)
  const lists = Object.values(columns)
  return Array.from(hits, (count, i) => {
    const size = sizes ? at(sizes, i) : 1
    const x = [1, ...lists.map(list => at(list, i))]
    if (!(count >= 0 && count <= size)) throw new RangeError(`hits must lie in 0..size, got ${count} of ${size}`)
    if (!x.every(Number.isFinite)) throw new RangeError(`the columns must hold numbers, row ${i} does not`)
    return { hits: count, size, x }
  }).filter(row => row.size > 0)
}

const linearOf = (beta: number[], x: number[]): number => {
  let value = 0
  for (let i = 0; i < x.length; i++) value += (beta[i] as number) * (x[i] as number)
  return value
}

const likelihoodOf = (rows: Row[], beta: number[]): number =>
  rows.reduce((total, { hits, size, x }) => {
    const linear = linearOf(beta, x)
    return total + hits * linear - size * (Math.max(0, linear) + Math.log1p(Math.exp(-Math.abs(linear))))
  }, 0)

type Terms = { logLikelihood: number; score: number[]; information: Matrix }

const termsOf = (rows: Row[], beta: number[]): Terms => {
  const score = beta.map(() => 0)
  const information = zeros(beta.length)
  for (const { hits, size, x } of rows) {
    const share = 1 / (1 + Math.exp(-linearOf(beta, x)))
    const [gap, weight] = [hits - size * share, size * share * (1 - share)]
    for (let i = 0; i < x.length; i++) {
      const own = x[i] as number
      score[i] = (score[i] as number) + gap * own
      const target = information[i] as number[]
      for (let j = 0; j < x.length; j++) target[j] = (target[j] as number) + weight * own * (x[j] as number)
    }
  }
  return { logLikelihood: likelihoodOf(rows, beta), score, information }
}

const climbed = (rows: Row[], beta: number[], step: number[], reached: number): { beta: number[]; terms: Terms } => {
  let share = 1
  let moved = beta
  for (let round = 0; round < 30; round++, share /= 2) {
    moved = beta.map((value, i) => value + share * at(step, i))
    if (likelihoodOf(rows, moved) >= reached - 1e-10 * Math.abs(reached)) break
  }
  return { beta: moved, terms: termsOf(rows, moved) }
}

const summary = (names: string[], rows: Row[], beta: number[]): LogisticFit | null => {
  const { information, logLikelihood } = termsOf(rows, beta)
  const covariance = inverse(information, 1e-10)
  // Fitted shares of 0 or 1 everywhere: the slope only creeps towards infinity.
  if (!covariance || rows.every(row => Math.abs(linearOf(beta, row.x)) > 15)) return null
  const se = covariance.map((row, i) => Math.sqrt(at(row, i)))
  const [intercept = Number.NaN, ...slopes] = beta
  const [seIntercept = Number.NaN, ...seSlopes] = se
  return {
    names,
    intercept,
    slopes,
    seIntercept,
    seSlopes,
    p: slopes.map((slope, i) => twoSidedP(slope / at(seSlopes, i))),
    deviance: -2 * (logLikelihood - saturated(rows)),
    logLikelihood,
    covariance,
  }
}

const saturated = (rows: Row[]): number =>
  rows.reduce((total, { hits, size }) => total + part(hits, size) + part(size - hits, size), 0)

const part = (count: number, size: number): number => (count > 0 ? count * Math.log(count / size) : 0)
