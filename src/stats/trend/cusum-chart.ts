import type { InControl } from './ewma-chart.ts'

/** Sums of deviations upwards and downwards; `signals` are positions from 0 where either passes the limit. */
export type CusumChart = { above: number[]; below: number[]; limit: number; signals: number[] }

/**
 * Tabular CUSUM: adds up deviations beyond `allowance` (0.5 sd) and alarms above `limit` (5 sd): one false alarm in
 * 465 periods, a shift of one sd found after 10.4. A null value leaves the sums as they are.
 * Throws RangeError unless sd > 0. Source: Page (1954); Montgomery, chapter 9.
 * @example cusumChart([2, 2], { mean: 0, sd: 1 }).above // => [1.5, 3]
 */
export const cusumChart = (
  values: readonly (number | null)[],
  { mean, sd }: InControl,
  options: { allowance?: number; limit?: number } = {},
): CusumChart => {
  if (!(sd > 0)) throw new RangeError(`sd must be above 0, got ${sd}`)
  const slack = (options.allowance ?? 0.5) * sd
  const limit = (options.limit ?? 5) * sd
  const chart: CusumChart = { above: [], below: [], limit, signals: [] }
  for (const [i, value] of values.entries()) {
    const gap = value === null ? 0 : value - mean
    const drop = value === null ? 0 : slack
    const above = Math.max(0, (chart.above.at(-1) ?? 0) + gap - drop)
    const below = Math.max(0, (chart.below.at(-1) ?? 0) - gap - drop)
    chart.above.push(above)
    chart.below.push(below)
    if (above > limit || below > limit) chart.signals.push(i)
  }
  return chart
}
