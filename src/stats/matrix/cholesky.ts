import { at } from '../special/at.ts'

/** A square matrix as rows. */
export type Matrix = number[][]

/** The cell of a matrix; NaN outside. */
export const cell = (matrix: readonly ArrayLike<number>[], row: number, column: number): number =>
  at(matrix[row] ?? [], column)

/** A matrix of zeros. */
export const zeros = (rows: number, columns = rows): Matrix =>
  Array.from({ length: rows }, () => new Array<number>(columns).fill(0))

/**
 * The sum of products of two lists of one length.
 * @example dot([1, 2], [3, 4]) // => 11
 */
export const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let total = 0
  for (let i = 0; i < a.length; i++) total += at(a, i) * at(b, i)
  return total
}

const partialDot = (a: number[], b: number[], length: number): number => {
  let total = 0
  for (let k = 0; k < length; k++) total += at(a, k) * at(b, k)
  return total
}

/**
 * Lower triangular L with L·Lᵀ = `matrix`; null where the matrix is not positive definite (collinear columns).
 * @example cholesky([[4, 2], [2, 5]]) // => [[2], [1, 2]]
 */
export const cholesky = (matrix: Matrix, negligible = 1e-11): Matrix | null => {
  const lower: Matrix = []
  for (const [i, source] of matrix.entries()) {
    const row: number[] = []
    for (let j = 0; j < i; j++) {
      const other = lower[j] ?? []
      row.push((at(source, j) - partialDot(row, other, j)) / at(other, j))
    }
    const rest = at(source, i) - partialDot(row, row, i)
    if (!(rest > negligible * Math.abs(at(source, i)))) return null
    row.push(Math.sqrt(rest))
    lower.push(row)
  }
  return lower
}

/**
 * The x of L·Lᵀ·x = `right` for a factor made by `cholesky`.
 * @example solveFactored([[2], [1, 2]], [8, 12]) // => [1, 2]
 */
export const solveFactored = (lower: Matrix, right: ArrayLike<number>): number[] => {
  const x: number[] = []
  for (const [i, row] of lower.entries()) x.push((at(right, i) - partialDot(row, x, i)) / at(row, i))
  for (let i = lower.length - 1; i >= 0; i--) {
    let rest = at(x, i)
    for (let k = i + 1; k < lower.length; k++) rest -= cell(lower, k, i) * at(x, k)
    x[i] = rest / cell(lower, i, i)
  }
  return x
}

/**
 * The inverse of a symmetric positive definite matrix; null where it has none.
 * @example inverse([[2, 0], [0, 4]]) // => [[0.5, 0], [0, 0.25]]
 */
export const inverse = (matrix: Matrix, negligible?: number): Matrix | null => {
  const lower = cholesky(matrix, negligible)
  if (!lower) return null
  return matrix.map((_, column) =>
    solveFactored(
      lower,
      matrix.map((__, row) => (row === column ? 1 : 0)),
    ),
  )
}

/**
 * vᵀ·M·v.
 * @example quadraticForm([[2, 0], [0, 3]], [1, 2]) // => 14
 */
export const quadraticForm = (matrix: Matrix, vector: ArrayLike<number>): number =>
  dot(
    vector,
    matrix.map(row => dot(row, vector)),
  )
