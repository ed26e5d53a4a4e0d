import { type Matrix, zeros } from '../matrix/cholesky.ts'
import { type RandomStream, randomStream } from '../random.ts'
import { at } from '../special/at.ts'
import { normalQuantile } from '../special/normal.ts'
import { type CompleteRows, completeRows, correlations, type DriverAnswers } from './correlations.ts'
import { johnsonWeights } from './johnson.ts'
import { shapleyShares } from './shapley.ts'

/** A driver's share of R² with its interval; `beyondChance`: larger than the share of a column of random numbers. */
export type ImportanceInterval = { name: string; share: number; lower: number; upper: number; beyondChance: boolean }

/** `weights`: 'johnson' (default, any number of drivers) or 'shapley' (up to 12); `samples` 2,000; `seed` 1. */
export type ImportanceOptions = { weights?: 'johnson' | 'shapley'; samples?: number; seed?: number; conf?: number }

const mostBlocks = 400

/**
 * Bootstrap intervals of relative importance. Rows are drawn again with replacement (above 400 rows in random
 * blocks, whose sums are drawn). A driver counts as beyond chance when its share minus that of a random column added
 * to the model stays above 0. null as `relativeImportance`. Throws RangeError for more than 12 drivers with 'shapley'.
 * Source: Tonidandel, LeBreton & Johnson (2009), Psychological Methods 14:387.
 * @example importanceIntervals({ outcome: [1, 2], drivers: {} }) // => null
 */
export const importanceIntervals = (
  answers: DriverAnswers,
  options: ImportanceOptions = {},
): ImportanceInterval[] | null => {
  const { samples = 2000, seed = 1, conf = 0.95, weights = 'johnson' } = options
  const rows = completeRows(answers)
  const k = rows.names.length
  if (weights === 'shapley' && k > 12) throw new RangeError(`at most 12 drivers with 'shapley', got ${k}`)
  if (k === 0 || rows.n < k + 3) return null
  const stream = randomStream(seed)
  const blocks = blockMoments(withRandomColumn(rows, stream), stream)
  const measure = (moments: Matrix) => sharesOf([...rows.names, ''], moments, weights)
  const whole = measure(summed(blocks, blocks.keys()))
  const point = sharesOf(rows.names, withoutColumn(summed(blocks, blocks.keys()), k), weights)
  if (!whole || !point) return null
  const drawn: number[][] = []
  for (let round = 0; round < samples; round++) {
    const shares = measure(summed(blocks, draw(blocks.length, stream)))
    if (shares) drawn.push(shares)
  }
  return rows.names.map((name, i) => intervalOf(name, at(point, i), drawn, i, k, conf))
}

const intervalOf = (name: string, share: number, drawn: number[][], i: number, random: number, conf: number) => {
  const own = drawn.map(shares => at(shares, i)).sort((a, b) => a - b)
  const gaps = drawn.map(shares => at(shares, i) - at(shares, random)).sort((a, b) => a - b)
  const tail = (1 - conf) / 2
  return {
    name,
    share,
    lower: quantile(own, tail),
    upper: quantile(own, 1 - tail),
    beyondChance: quantile(gaps, tail) > 0,
  }
}

const quantile = (sorted: number[], p: number): number =>
  at(sorted, Math.min(sorted.length - 1, Math.max(0, Math.round(p * (sorted.length - 1)))))

const sharesOf = (names: string[], moments: Matrix, weights: 'johnson' | 'shapley'): number[] | null => {
  const found = correlations(names, centred(moments))
  if (!found) return null
  return weights === 'johnson' ? johnsonWeights(found) : shapleyShares(found).shapley
}

// The random column stands before the outcome, which stays last.
const withRandomColumn = ({ columns, n }: CompleteRows, stream: RandomStream): Float64Array[] => {
  const noise = Float64Array.from({ length: n }, () => normalQuantile(stream() * 0.999998 + 1e-6))
  return [...columns.slice(0, -1), noise, ...columns.slice(-1)]
}

/** Per block of rows: the sums of products of all columns and a column of ones (the last). */
const blockMoments = (columns: Float64Array[], stream: RandomStream): Matrix[] => {
  const n = columns[0]?.length ?? 0
  const means = columns.map(column => column.reduce((total, value) => total + value, 0) / n)
  const blocks = Array.from({ length: Math.min(n, mostBlocks) }, () => zeros(columns.length + 1))
  const row = new Array<number>(columns.length + 1).fill(1)
  for (let i = 0; i < n; i++) {
    for (const [c, column] of columns.entries()) row[c] = (column[i] as number) - at(means, c)
    const block = n <= mostBlocks ? i : Math.floor(stream() * mostBlocks)
    addProducts(blocks[block] ?? [], row)
  }
  return blocks
}

const addProducts = (moments: Matrix, row: number[]): void => {
  for (let a = 0; a < row.length; a++) {
    const target = moments[a] as number[]
    for (let b = 0; b < row.length; b++) target[b] = (target[b] as number) + (row[a] as number) * (row[b] as number)
  }
}

const draw = (length: number, stream: RandomStream): number[] =>
  Array.from({ length }, () => Math.floor(stream() * length))

const summed = (blocks: Matrix[], chosen: Iterable<number>): Matrix => {
  const total = zeros(blocks[0]?.length ?? 0)
  for (const index of chosen)
    for (const [a, row] of (blocks[index] ?? []).entries()) {
      const target = total[a] as number[]
      for (let b = 0; b < row.length; b++) target[b] = (target[b] as number) + (row[b] as number)
    }
  return total
}

const centred = (moments: Matrix): Matrix => {
  const last = moments.length - 1
  const ones = moments[last] ?? []
  return moments
    .slice(0, last)
    .map((row, a) => row.slice(0, last).map((value, b) => value - (at(ones, a) * at(ones, b)) / at(ones, last)))
}

const withoutColumn = (moments: Matrix, column: number): Matrix =>
  moments.filter((_, i) => i !== column).map(row => row.filter((_, i) => i !== column))
