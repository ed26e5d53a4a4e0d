import { at } from '../special/at.ts'

/** Mean and standard deviation of one value while all is as usual. */
export type InControl = { mean: number; sd: number }

/** A smoothed chart that sees small lasting shifts; `signals` are positions from 0. */
export type EwmaChart = { ewma: number[]; upper: number[]; lower: number[]; signals: number[] }

/**
 * Exponentially weighted moving average with exact (widening) limits. The default λ = 0.2, L = 2.962 raises one
 * false alarm in 500 periods; see `averageRunLength`. Values in any unit; a null value repeats the last average.
 * Throws RangeError unless 0 < λ ≤ 1 and sd > 0.
 * Source: Lucas & Saccucci (1990), Technometrics 32:1.
 * @example ewmaChart([1, 1], { mean: 0, sd: 1 }, { lambda: 0.5 }).ewma // => [0.5, 0.75]
 */
export const ewmaChart = (
  values: readonly (number | null)[],
  { mean, sd }: InControl,
  options: { lambda?: number; limit?: number } = {},
): EwmaChart => {
  const { lambda = 0.2, limit = 2.962 } = options
  if (!(lambda > 0 && lambda <= 1)) throw new RangeError(`lambda must lie in (0, 1], got ${lambda}`)
  if (!(sd > 0)) throw new RangeError(`sd must be above 0, got ${sd}`)
  const ewma: number[] = []
  for (const value of values) {
    const before = ewma.at(-1) ?? mean
    ewma.push(value === null ? before : lambda * value + (1 - lambda) * before)
  }
  const reach = values.map(
    (_, i) => limit * sd * Math.sqrt((lambda / (2 - lambda)) * -Math.expm1(2 * (i + 1) * Math.log1p(-lambda))),
  )
  return {
    ewma,
    upper: reach.map(width => mean + width),
    lower: reach.map(width => mean - width),
    signals: ewma.flatMap((value, i) => (Math.abs(value - mean) > at(reach, i) ? [i] : [])),
  }
}
