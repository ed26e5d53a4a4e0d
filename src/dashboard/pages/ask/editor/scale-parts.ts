import { type Category, partOf } from '../../../../stats/index.ts'
import { type Opening, type QuestionKind, scaleOf } from '../../../../vocabulary/question.ts'

/** The groups of a scale, best first. */
export const GROUPS = ['promoter', 'passive', 'detractor'] as const

/** Every rating of a kind of question; none where it is not rated. */
export function ratingsOf(kind: QuestionKind): number[] {
  const scale = scaleOf(kind)
  return scale ? Array.from({ length: scale.to - scale.from + 1 }, (_, n) => scale.from + n) : []
}

/** The part of its scale that a rating of the opening lies in. */
export const groupOfRating = (opening: Opening, rating: number): Category =>
  opening === 'nps' ? partOf({ opening, score: rating, rating: null }) : partOf({ opening, score: null, rating })

/** "9–10": the ratings that make a group. */
export function rangeOf(opening: Opening, group: Category): string {
  const own = ratingsOf(opening).filter(rating => groupOfRating(opening, rating) === group)
  const [first, last] = [own[0], own.at(-1)]
  return first === last ? String(first ?? '') : `${first}–${last}`
}
