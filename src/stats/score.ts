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

/** Scales beside NPS with their good and middle part: CSAT, stars and five points 1 to 5, CES 1 to 7 (7 is easiest). */
const PARTS = {
  csat: { good: 4, middle: 3 },
  ces: { good: 5, middle: 4 },
  stars: { good: 4, middle: 3 },
  five_point: { good: 4, middle: 3 },
} as const

/**
 * The part of its scale that a rating falls into, named like the categories of NPS: top two boxes of five, top three of
 * seven, are the good part. Free words fall into the middle.
 * @example partOf({ opening: 'csat', score: null, rating: 2 }) // => 'detractor'
 * @example partOf({ opening: 'nps', score: 9, rating: null }) // => 'promoter'
 */
export const partOf = (answer: { opening: string; score: number | null; rating: number | null }): Category => {
  if (answer.score !== null) return categoryOf(answer.score)
  const parts = Object.entries(PARTS).find(([opening]) => opening === answer.opening)?.[1]
  if (!parts || answer.rating === null) return 'passive'
  if (answer.rating >= parts.good) return 'promoter'
  return answer.rating >= parts.middle ? 'passive' : 'detractor'
}

/**
 * Where the good and the middle part of a scale begin; null for NPS and free words.
 * @example goodPart('ces') // => { good: 5, middle: 4 }
 */
export const goodPart = (opening: string): { good: number; middle: number } | null =>
  Object.entries(PARTS).find(([own]) => own === opening)?.[1] ?? null

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
