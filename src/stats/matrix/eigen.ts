import { at } from '../special/at.ts'
import { cell, type Matrix } from './cholesky.ts'

/**
 * Eigenvalues and, as columns of `vectors`, eigenvectors of a symmetric matrix, in no particular order.
 * Source: cyclic Jacobi rotations, Golub & Van Loan, Matrix Computations, 8.5.
 * @example symmetricEigen([[2, 0], [0, 3]]).values // => [2, 3]
 */
export const symmetricEigen = (matrix: Matrix): { values: number[]; vectors: Matrix } => {
  const size = matrix.length
  const a = matrix.map(row => row.slice())
  const vectors = matrix.map((_, i) => matrix.map((__, j) => (i === j ? 1 : 0)))
  for (let sweep = 0; sweep < 60 && offDiagonal(a) > 1e-30; sweep++)
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, vectors, p, q)
  return { values: a.map((row, i) => at(row, i)), vectors }
}

const offDiagonal = (a: Matrix): number =>
  a.reduce((total, row, i) => total + row.reduce((part, value, j) => (i === j ? part : part + value * value), 0), 0)

const rotate = (a: Matrix, vectors: Matrix, p: number, q: number): void => {
  const apq = cell(a, p, q)
  if (apq === 0) return
  const theta = (cell(a, q, q) - cell(a, p, p)) / (2 * apq)
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cos = 1 / Math.sqrt(t * t + 1)
  for (const row of a) turnColumns(row, p, q, cos, t * cos)
  turnRows(a, p, q, cos, t * cos)
  for (const row of vectors) turnColumns(row, p, q, cos, t * cos)
}

const turnColumns = (row: number[], p: number, q: number, cos: number, sin: number): void => {
  const [first, second] = [at(row, p), at(row, q)]
  row[p] = cos * first - sin * second
  row[q] = sin * first + cos * second
}

const turnRows = (a: Matrix, p: number, q: number, cos: number, sin: number): void => {
  const [first, second] = [a[p] ?? [], a[q] ?? []]
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [at(first, k), at(second, k)]
    first[k] = cos * x - sin * y
    second[k] = sin * x + cos * y
  }
}
