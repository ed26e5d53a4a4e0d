import { at, sum } from '../special/at.ts'

/**
 * Agreement beyond chance of two ratings of the same customers, from their square table; `quadratic` counts near
 * misses as small. null for an empty table or when chance alone agrees fully.
 * Throws RangeError unless the table is square with counts of at least 0. Source: Cohen (1960, 1968).
 * @example kappa([[20, 5], [10, 15]])?.kappa // => 0.4
 */
export const kappa = (
  table: readonly (readonly number[])[],
): { kappa: number | null; quadratic: number | null } | null => {
  if (!table.every(row => row.length === table.length && row.every(count => count >= 0 && Number.isFinite(count))))
    throw new RangeError('the table must be square and hold counts of at least 0')
  const rows = table.map(row => sum(row))
  const columns = table.map((_, j) => sum(table.map(row => at(row, j))))
  const n = sum(rows)
  if (n === 0) return null
  const beyondChance = (cost: (i: number, j: number) => number) => {
    const seen = sum(table.map((row, i) => sum(row.map((count, j) => count * cost(i, j)))))
    const chance = sum(rows.map((row, i) => sum(columns.map((column, j) => (row * column * cost(i, j)) / n))))
    return chance > 0 ? 1 - seen / chance : null
  }
  return { kappa: beyondChance((i, j) => (i === j ? 0 : 1)), quadratic: beyondChance((i, j) => (i - j) ** 2) }
}
