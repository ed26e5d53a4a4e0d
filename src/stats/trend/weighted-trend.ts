import { at, sum } from '../special/at.ts'
import { twoSidedP } from '../special/normal.ts'

/** A straight line through values of known variance; `leftover` is what the line does not explain (Q, df n − 2). */
export type WeightedTrend = {
  intercept: number
  slope: number
  seSlope: number
  z: number
  p: number
  leftover: number
}

/**
 * Straight trend of NPS (or any value) over time, each period weighted by the inverse of its sampling variance:
 * a month of 4 answers hardly bends it. `times`, `values` and `variances` (squared standard errors, above 0) of one
 * length. null with fewer than two different times or when numbers overflow. Throws RangeError for a variance that is not above 0.
 * Source: fixed-effect meta-regression, R's metafor rma(method = 'FE').
 * @example weightedTrend([1, 2, 3], [0.1, 0.2, 0.3], [0.01, 0.01, 0.01])?.slope // => 0.1
 */
export const weightedTrend = (
  times: readonly number[],
  values: readonly number[],
  variances: readonly number[],
): WeightedTrend | null => {
  if (times.length !== values.length || times.length !== variances.length)
    throw new RangeError('times, values and variances must be of one length')
  const bad = variances.find(variance => !(variance > 0 && variance < Number.POSITIVE_INFINITY))
  if (bad !== undefined) throw new RangeError(`a variance must be above 0, got ${bad}`)
  const weights = variances.map(variance => 1 / variance)
  const weighted = (list: readonly number[]) => sum(list.map((value, i) => value * at(weights, i)))
  const total = sum(weights)
  const [meanTime, meanValue] = [weighted(times) / total, weighted(values) / total]
  const spread = weighted(times.map(t => (t - meanTime) ** 2))
  if (!(spread > 0)) return null
  const slope = weighted(times.map((t, i) => (t - meanTime) * (at(values, i) - meanValue))) / spread
  const intercept = meanValue - slope * meanTime
  const seSlope = Math.sqrt(1 / spread)
  const leftover = weighted(values.map((y, i) => (y - intercept - slope * at(times, i)) ** 2))
  if (!Number.isFinite(leftover) || !(seSlope > 0)) return null
  return { intercept, slope, seSlope, z: slope / seSlope, p: twoSidedP(slope / seSlope), leftover }
}
