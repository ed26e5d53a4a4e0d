import { type Opening, SCALES } from '../../vocabulary/index.ts'

/** What a form carried for the first question. */
export type SentOpening = { score: number | null; rating: number | null; comment: string | null }

/** The part of a form that answers a first question of this kind; null when it does not answer it. */
export function openingIn(opening: Opening, sent: SentOpening): SentOpening | null {
  const { score, rating, comment } = sent
  if (opening === 'free') return comment === null ? null : { score: null, rating: null, comment }
  if (opening === 'nps') return score === null ? null : { score, rating: null, comment }
  const { from, to } = SCALES[opening]
  return rating === null || rating < from || rating > to ? null : { score: null, rating, comment }
}
