/** One answer to the recommendation question. */
export type Score = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10

/** What a score makes of its giver: 9–10 promoter, 7–8 passive, 0–6 detractor. */
export type Category = 'promoter' | 'passive' | 'detractor'

/** The lowest score of a promoter. */
export const promoterFrom = 9

/** The lowest score of a passive; everything below is a detractor. */
export const passiveFrom = 7

/** The highest score there is; the scale starts at 0. */
export const highestScore = 10

/**
 * Category of a score (Reichheld 2003). Throws RangeError unless `score` is a whole number from 0 to 10.
 * @example categoryOf(9) // => 'promoter'
 * @example categoryOf(6) // => 'detractor'
 */
export const categoryOf = (score: number): Category => {
  if (!isScore(score)) throw new RangeError(`score must be a whole number from 0 to ${highestScore}, got ${score}`)
  if (score >= promoterFrom) return 'promoter'
  return score >= passiveFrom ? 'passive' : 'detractor'
}

/**
 * Whether a number is a score.
 * @example isScore(11) // => false
 */
export const isScore = (value: number): value is Score => Number.isInteger(value) && value >= 0 && value <= highestScore

/** Why a value is no score. */
export type ScoreRejection = 'empty' | 'not_a_number' | 'not_whole' | 'out_of_range'

/**
 * Reads a score strictly: whole numbers 0 to 10, or their text. Everything else is rejected with a reason, never
 * bent into a score ("11 = blank" of a survey file is not a promoter).
 * @example readScore('9') // => { score: 9 }
 * @example readScore(11) // => { rejected: 'out_of_range' }
 * @example readScore('10 - very likely') // => { rejected: 'not_a_number' }
 */
export const readScore = (value: unknown): { score: Score } | { rejected: ScoreRejection } => {
  if (value === null || value === undefined) return { rejected: 'empty' }
  if (typeof value === 'number') return readNumber(value)
  if (typeof value !== 'string') return { rejected: 'not_a_number' }
  const text = value.trim()
  if (text === '') return { rejected: 'empty' }
  if (/^-?\d+$/.test(text)) return readNumber(Number(text))
  return { rejected: /^-?\d*[.,]\d+$/.test(text) ? 'not_whole' : 'not_a_number' }
}

const readNumber = (value: number): { score: Score } | { rejected: ScoreRejection } => {
  if (Number.isNaN(value)) return { rejected: 'not_a_number' }
  if (Number.isFinite(value) && !Number.isInteger(value)) return { rejected: 'not_whole' }
  return isScore(value) ? { score: (value + 0) as Score } : { rejected: 'out_of_range' }
}
