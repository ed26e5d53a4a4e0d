import { type CurveOptions, curveOf, type SurvivalCurve } from './kaplan-meier.ts'
import { type LogRank, logRankOf } from './log-rank.ts'
import { type Observed, riskTable } from './risk-table.ts'

/**
 * The curve of every group and the log-rank test between them, counted once: the quick way for a million customers.
 * `logRank` null with a single group. Throws RangeError for bad times or statuses.
 * @example compareRetention({ time: [1, 2], status: [1, 1], group: ['a', 'b'] }).curves.map(curve => curve.n) // => [1, 1]
 */
export const compareRetention = (
  observed: Observed,
  options: CurveOptions = {},
): { curves: SurvivalCurve[]; logRank: LogRank | null } => {
  const table = riskTable(observed)
  const curves = table.groups.map((_, group) => curveOf(table, group, options))
  return { curves, logRank: logRankOf(table) }
}
