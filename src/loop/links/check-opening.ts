import { type OpenAnswer, Refusal, SCALES } from '../../vocabulary/index.ts'
import type { FoundLink } from './queries/links.ts'

type Opening = { score: number | null; rating: number | null }

/** What the first question got, checked against its scale; refuses what fits another kind of question. */
export function checkOpening(
  opening: FoundLink['opening'],
  sent: Pick<OpenAnswer, 'score' | 'rating' | 'comment'>,
): Opening {
  if (opening === 'nps') {
    if (typeof sent.score !== 'number') throw wrong('score', 'must be a whole number from 0 to 10')
    if (typeof sent.rating === 'number') throw wrong('rating', 'this survey asks for a score')
    return { score: sent.score, rating: null }
  }
  if (typeof sent.score === 'number') throw wrong('score', `this survey opens with ${opening}: send a rating`)
  if (opening === 'free') {
    if (!sent.comment?.trim()) throw wrong('comment', 'must not be empty')
    return { score: null, rating: null }
  }
  const { from, to } = SCALES[opening]
  if (typeof sent.rating !== 'number' || sent.rating < from || sent.rating > to) {
    throw wrong('rating', `must be a whole number from ${from} to ${to}`)
  }
  return { score: null, rating: sent.rating }
}

const wrong = (path: string, problem: string) => new Refusal('body_invalid', { fields: path }, [{ path, problem }])
