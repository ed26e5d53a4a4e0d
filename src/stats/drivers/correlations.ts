import { type Matrix, zeros } from '../matrix/cholesky.ts'

/** What relative importance is computed from. */
export type Correlations = {
  names: string[]
  /** Correlations among the drivers; 1 on the diagonal, 0 for a driver that never varies. */
  among: Matrix
  /** Correlation of each driver with the outcome. */
  withOutcome: number[]
}

/** The drivers and the outcome, one list per name; null marks a missing answer. */
export type DriverAnswers = {
  outcome: readonly (number | null)[]
  drivers: Record<string, readonly (number | null)[]>
}

/** Rows without a gap, column by column: outcome last. */
export type CompleteRows = { names: string[]; columns: Float64Array[]; n: number; dropped: number }

/** Keeps the rows in which nothing is missing. Throws RangeError for lists of unequal length. */
export const completeRows = ({ outcome, drivers }: DriverAnswers): CompleteRows => {
  const names = Object.keys(drivers)
  const lists = [...names.map(name => drivers[name] ?? []), outcome]
  for (const [i, list] of lists.entries())
    if (list.length !== outcome.length)
      throw new RangeError(`"${names[i]}" must have ${outcome.length} answers as the outcome has, got ${list.length}`)
  const kept = new Uint32Array(outcome.length)
  let n = 0
  for (let row = 0; row < outcome.length; row++)
    if (lists.every(list => Number.isFinite(list[row] ?? Number.NaN))) kept[n++] = row
  const columns = lists.map(list => {
    const column = new Float64Array(n)
    for (let i = 0; i < n; i++) column[i] = list[kept[i] as number] as number
    return column
  })
  return { names, columns, n, dropped: outcome.length - n }
}

/** Sums of products of all pairs of centred columns. */
export const crossProducts = (columns: readonly Float64Array[]): Matrix => {
  const centred = columns.map(column => {
    let total = 0
    for (let i = 0; i < column.length; i++) total += column[i] as number
    const mean = total / column.length
    return column.map(value => value - mean)
  })
  const products = zeros(columns.length)
  for (const [a, left] of centred.entries())
    for (let b = 0; b <= a; b++) {
      const value = productSum(left, centred[b] ?? left)
      ;(products[a] ?? [])[b] = value
      ;(products[b] ?? [])[a] = value
    }
  return products
}

const productSum = (left: Float64Array, right: Float64Array): number => {
  let total = 0
  for (let i = 0; i < left.length; i++) total += (left[i] as number) * (right[i] as number)
  return total
}

/** Correlations from sums of products whose last column is the outcome; null when the outcome never varies. */
export const correlations = (names: string[], products: Matrix): Correlations | null => {
  const k = names.length
  const variance = products.map((row, i) => row[i] ?? 0)
  const outcomeVariance = variance[k] ?? 0
  if (!(outcomeVariance > 0) || !products.flat().every(Number.isFinite)) return null
  const scale = (i: number, j: number) => {
    const both = Math.sqrt((variance[i] ?? 0) * (variance[j] ?? 0))
    return both > 0 ? (products[i]?.[j] ?? 0) / both : 0
  }
  return {
    names,
    among: names.map((_, i) => names.map((__, j) => (i === j ? 1 : scale(i, j)))),
    withOutcome: names.map((_, i) => scale(i, k)),
  }
}
