import { at, sum } from '../special/at.ts'
import { chiSquareUpper } from '../special/chi-square.ts'

/** Does a share rise or fall steadily over the periods? */
export type ShareTrend = { chi2: number; p: number; slope: number }

/**
 * Cochran–Armitage test for a trend of a share: `hits` of `sizes` at the moments `times` (default 1, 2, 3, …).
 * null with fewer than two periods with answers, when the share is 0 or 1 throughout, or numbers overflow.
 * Throws RangeError when lists differ in length or hits exceed sizes. Source: Armitage (1955); R's prop.trend.test.
 * @example shareTrend([15, 10, 5], [20, 20, 20])?.slope // => -0.25
 */
export const shareTrend = (
  hits: readonly number[],
  sizes: readonly number[],
  times: readonly number[] = hits.map((_, i) => i + 1),
): ShareTrend | null => {
  if (hits.length !== sizes.length || hits.length !== times.length)
    throw new RangeError('hits, sizes and times must be of one length')
  if (hits.some((x, i) => !(x >= 0 && x <= at(sizes, i))))
    throw new RangeError('hits must lie between 0 and their size')
  const n = sum(sizes)
  const share = sum(hits) / n
  const meanTime = sum(times.map((t, i) => t * at(sizes, i))) / n
  const spread = sum(times.map((t, i) => at(sizes, i) * (t - meanTime) ** 2))
  if (!(spread > 0) || !(share > 0 && share < 1)) return null
  const slope = sum(hits.map((x, i) => (x - share * at(sizes, i)) * (at(times, i) - meanTime))) / spread
  const chi2 = (slope * slope * spread) / (share * (1 - share))
  return Number.isFinite(chi2) ? { chi2, p: chiSquareUpper(chi2, 1), slope } : null
}
