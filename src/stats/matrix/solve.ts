import { at } from '../special/at.ts'
import { cell, type Matrix } from './cholesky.ts'

/**
 * The x of matrix·x = right for any regular square matrix, by elimination with row pivots; null where singular.
 * @example solve([[0, 2], [1, 1]], [4, 3]) // => [1, 2]
 */
export const solve = (matrix: Matrix, right: readonly number[]): number[] | null => {
  const rows = matrix.map((row, i) => [...row, at(right, i)])
  const size = rows.length
  for (let column = 0; column < size; column++) {
    let best = column
    for (let i = column; i < size; i++)
      if (Math.abs(cell(rows, i, column)) > Math.abs(cell(rows, best, column))) best = i
    const pivot = rows[best]
    if (!pivot || Math.abs(at(pivot, column)) < 1e-300) return null
    rows[best] = rows[column] ?? pivot
    rows[column] = pivot
    for (let i = column + 1; i < size; i++) subtract(rows[i] ?? [], pivot, column)
  }
  return backwards(rows)
}

const subtract = (row: number[], pivot: number[], column: number): void => {
  const factor = at(row, column) / at(pivot, column)
  if (factor !== 0) for (let j = column; j < pivot.length; j++) row[j] = at(row, j) - factor * at(pivot, j)
}

const backwards = (rows: Matrix): number[] => {
  const size = rows.length
  const x = new Array<number>(size).fill(0)
  for (let i = size - 1; i >= 0; i--) {
    let rest = cell(rows, i, size)
    for (let j = i + 1; j < size; j++) rest -= cell(rows, i, j) * at(x, j)
    x[i] = rest / cell(rows, i, i)
  }
  return x
}
