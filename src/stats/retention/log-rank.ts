import { cholesky, dot, type Matrix, solveFactored, zeros } from '../matrix/cholesky.ts'
import { at, sum } from '../special/at.ts'
import { chiSquareUpper } from '../special/chi-square.ts'
import { type Observed, type RiskTable, riskTable } from './risk-table.ts'

/** Observed and expected departures per group, and the test that all groups leave alike. */
export type LogRank = {
  groups: string[]
  n: number[]
  observed: number[]
  expected: number[]
  chi2: number
  df: number
  p: number
}

/**
 * Log-rank test: do the groups leave at the same rate? Any number of groups, right-censored times.
 * null when fewer than two groups have anybody who could have left. Throws RangeError for bad times or statuses.
 * Source: Mantel (1966); as survdiff(rho = 0) of R's survival.
 * @example logRank({ time: [1, 2, 3, 4], status: [1, 1, 1, 1], group: ['a', 'a', 'b', 'b'] })?.observed // => [2, 2]
 */
export const logRank = (observed: Observed): LogRank | null => logRankOf(riskTable(observed))

/** The log-rank test from a risk table. */
export const logRankOf = (table: RiskTable): LogRank | null => {
  const { expected, variance } = accumulate(table)
  const observed = table.events.map(row => sum(row))
  const used = expected.flatMap((value, group) => (value > 0 ? [group] : []))
  if (used.length < 2) return null
  const kept = used.slice(1)
  const gap = kept.map(group => at(observed, group) - at(expected, group))
  const lower = cholesky(kept.map(i => kept.map(j => at(variance[i] ?? [], j))))
  if (!lower) return null
  const chi2 = dot(gap, solveFactored(lower, gap))
  const df = kept.length
  return { groups: table.groups, n: table.sizes, observed, expected, chi2, df, p: chiSquareUpper(chi2, df) }
}

const accumulate = ({ times, atRisk, events }: RiskTable): { expected: number[]; variance: Matrix } => {
  const k = atRisk.length
  const expected = new Array<number>(k).fill(0)
  const variance = zeros(k)
  const [there, left] = [new Float64Array(k), new Float64Array(k)]
  for (let i = 0; i < times.length; i++) {
    for (let g = 0; g < k; g++) {
      there[g] = atRisk[g]?.[i] ?? 0
      left[g] = events[g]?.[i] ?? 0
    }
    addMoment(expected, variance, there, left)
  }
  return { expected, variance }
}

const addMoment = (expected: number[], variance: Matrix, there: Float64Array, left: Float64Array): void => {
  const [all, leaving] = [total(there), total(left)]
  const spread = all > 1 ? (leaving * (all - leaving)) / (all - 1) : 0
  for (let g = 0; g < there.length; g++) {
    const share = (there[g] as number) / all
    expected[g] = (expected[g] as number) + leaving * share
    const row = variance[g] as number[]
    for (let h = 0; h < there.length; h++)
      row[h] = (row[h] as number) + spread * share * ((g === h ? 1 : 0) - (there[h] as number) / all)
  }
}

const total = (row: Float64Array): number => {
  let all = 0
  for (let g = 0; g < row.length; g++) all += row[g] as number
  return all
}
