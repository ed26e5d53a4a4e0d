import { highestScore, passiveFrom, promoterFrom } from './score.ts'
import { at } from './special/at.ts'
import { countable } from './special/within.ts'

/** How many answers fell into each category; sums of weights are allowed. */
export type Tally = { promoters: number; passives: number; detractors: number }

/** Eleven counts, the index is the score. */
export type ScoreCounts = readonly number[]

/** The tally of no answers. */
export const emptyTally: Tally = Object.freeze({ promoters: 0, passives: 0, detractors: 0 })

/**
 * Tally of eleven counts, index = score. Throws RangeError unless there are eleven counts ≥ 0.
 * @example tallyOf([0, 0, 0, 1, 0, 0, 1, 2, 3, 4, 5]) // => { promoters: 9, passives: 5, detractors: 2 }
 */
export const tallyOf = (counts: ScoreCounts): Tally => {
  if (counts.length !== highestScore + 1)
    throw new RangeError(`score counts must be ${highestScore + 1} numbers, index = score, got ${counts.length}`)
  const tally = { promoters: 0, passives: 0, detractors: 0 }
  for (let score = 0; score <= highestScore; score++) {
    const count = countable(at(counts, score), `count of score ${score}`)
    if (score >= promoterFrom) tally.promoters += count
    else if (score >= passiveFrom) tally.passives += count
    else tally.detractors += count
  }
  return tally
}

/**
 * Number of answers n in a tally. Throws RangeError for a count below 0, above 1e15 or no number.
 * @example sizeOf({ promoters: 50, passives: 30, detractors: 20 }) // => 100
 */
export const sizeOf = (tally: Tally): number =>
  countable(tally.promoters, 'promoters') +
  countable(tally.passives, 'passives') +
  countable(tally.detractors, 'detractors')

/**
 * Pools tallies; the NPS of a whole comes from this, never from the mean of its parts' NPS.
 * @example mergeTallies({ promoters: 8, passives: 1, detractors: 1 }, { promoters: 1, passives: 3, detractors: 6 }) // => { promoters: 9, passives: 4, detractors: 7 }
 */
export const mergeTallies = (...tallies: Tally[]): Tally => {
  const whole = { promoters: 0, passives: 0, detractors: 0 }
  for (const tally of tallies) {
    sizeOf(tally)
    whole.promoters += tally.promoters
    whole.passives += tally.passives
    whole.detractors += tally.detractors
  }
  return whole
}

/**
 * What is left of a whole without one of its parts: the complement that a segment is compared with.
 * Throws RangeError when the part holds more answers than the whole.
 * @example complementOf({ promoters: 5, passives: 3, detractors: 2 }, { promoters: 4, passives: 1, detractors: 2 }) // => { promoters: 1, passives: 2, detractors: 0 }
 */
export const complementOf = (whole: Tally, part: Tally): Tally => {
  const slack = 1e-9 * sizeOf(whole)
  if (sizeOf(part) - sizeOf(whole) > slack) throw new RangeError('a segment holds more answers than the whole')
  const rest = (all: number, own: number, name: string): number => {
    if (own - all > slack) throw new RangeError(`a segment holds more ${name} (${own}) than the whole (${all})`)
    return all - own > slack * 1e-3 ? all - own : Math.max(0, all - own)
  }
  return {
    promoters: rest(whole.promoters, part.promoters, 'promoters'),
    passives: rest(whole.passives, part.passives, 'passives'),
    detractors: rest(whole.detractors, part.detractors, 'detractors'),
  }
}
