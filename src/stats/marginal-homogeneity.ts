import { at } from './special/at.ts'
import { chiSquareUpper } from './special/chi-square.ts'
import { countable } from './special/within.ts'

/** A chi-square test of a square table. */
export type ChiSquareTest = { chi2: number; df: number; p: number }

type Table = readonly (readonly number[])[]

const check = (table: Table): void => {
  if (table.length < 2 || table.some(row => row.length !== table.length))
    throw new RangeError('a table of two waves must be square, at least 2 × 2')
  for (const row of table) for (const count of row) countable(count, 'a count')
}

const cell = (table: Table, i: number, j: number): number => table[i]?.[j] ?? 0

const totals = (table: Table) => ({
  rows: table.map(row => row.reduce((all, x) => all + x, 0)),
  columns: table.map((_, j) => table.reduce((all, row) => all + at(row, j), 0)),
})

// d' S⁻ d by elimination; a pivot of 0 means that its category never moved apart from the others.
const quadraticForm = (s: number[][], d: number[]): number => {
  const scale = Math.max(...s.map((row, i) => at(row, i)), 0)
  let total = 0
  for (let k = 0; k < d.length; k++) {
    const row = s[k] ?? []
    const pivot = at(row, k)
    if (!(pivot > 1e-12 * scale)) continue
    total += at(d, k) ** 2 / pivot
    for (let i = k + 1; i < d.length; i++) {
      const below = s[i] ?? []
      const factor = at(below, k) / pivot
      for (let j = k; j < d.length; j++) below[j] = at(below, j) - factor * at(row, j)
      d[i] = at(d, i) - factor * at(d, k)
    }
  }
  return total
}

/**
 * Stuart-Maxwell test: did the shares of any category change between two waves of the same people? Square table, rows
 * first wave. Categories that nobody is in are left out. `null` without pairs. Throws RangeError unless square.
 * Source: Stuart (1955), Maxwell (1970); R coin::mh_test.
 * @example stuartMaxwell([[40, 8, 2], [12, 22, 6], [3, 5, 12]])?.chi2 // => 1.06666666666667
 */
export const stuartMaxwell = (table: Table): ChiSquareTest | null => {
  check(table)
  const { rows, columns } = totals(table)
  const used = [...rows.keys()].filter(i => at(rows, i) + at(columns, i) > 0)
  if (used.length === 0) return null
  const kept = used.slice(0, -1)
  const d = kept.map(i => at(rows, i) - at(columns, i))
  const s = kept.map(i =>
    kept.map(j =>
      i === j ? at(rows, i) + at(columns, i) - 2 * cell(table, i, i) : -(cell(table, i, j) + cell(table, j, i)),
    ),
  )
  const chi2 = Math.max(0, quadraticForm(s, d))
  const df = kept.length
  return { chi2, df, p: df === 0 ? 1 : chiSquareUpper(chi2, df) }
}

/**
 * Bowker's test of symmetry: is every move as frequent as the move back? Pairs of categories without a move either way
 * do not count. `null` without pairs. Source: Bowker (1948); R stats::mcnemar.test.
 * @example bowker([[40, 8, 2], [12, 22, 6], [3, 5, 12]])?.chi2 // => 1.09090909090909
 */
export const bowker = (table: Table): ChiSquareTest | null => {
  check(table)
  if (totals(table).rows.every(total => total === 0)) return null
  let [chi2, df] = [0, 0]
  for (let i = 0; i < table.length; i++)
    for (let j = i + 1; j < table.length; j++) {
      const moved = cell(table, i, j) + cell(table, j, i)
      if (moved === 0) continue
      chi2 += (cell(table, i, j) - cell(table, j, i)) ** 2 / moved
      df += 1
    }
  return { chi2, df, p: df === 0 ? 1 : chiSquareUpper(chi2, df) }
}
