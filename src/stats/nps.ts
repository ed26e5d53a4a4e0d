import { sizeOf, type Tally } from './tally.ts'

/**
 * Net Promoter Score from −1 to 1: share of promoters minus share of detractors. `null` without answers (0/0 is "no
 * data", not 0). Throws RangeError for counts below 0. Source: Reichheld (2003).
 * @example nps({ promoters: 50, passives: 30, detractors: 20 }) // => 0.3
 * @example nps({ promoters: 0, passives: 0, detractors: 0 }) // => null
 */
export const nps = (tally: Tally): number | null => {
  const n = sizeOf(tally)
  return n > 0 ? (tally.promoters - tally.detractors) / n : null
}
