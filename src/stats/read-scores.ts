import { categoryOf, readScore } from './score.ts'
import type { Tally } from './tally.ts'

/** What a column of raw values holds. Empty cells count as rejected; a tool that shows response rates keeps them apart. */
export type ReadScores = { tally: Tally; valid: number; rejected: number }

/**
 * Reads a list of raw values strictly and counts what was rejected, so that no odd code becomes a promoter in silence.
 * @example readScores([9, 10, 11, -1, null, 7.5, 8]) // => { tally: { promoters: 2, passives: 1, detractors: 0 }, valid: 3, rejected: 4 }
 */
export const readScores = (values: readonly unknown[]): ReadScores => {
  const tally = { promoters: 0, passives: 0, detractors: 0 }
  let rejected = 0
  for (const value of values) {
    const read = readScore(value)
    if ('rejected' in read) rejected += 1
    else tally[`${categoryOf(read.score)}s`] += 1
  }
  return { tally, valid: values.length - rejected, rejected }
}
