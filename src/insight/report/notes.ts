import type { Report } from '../../vocabulary/index.ts'
import type { FileTally } from './tally-file.ts'

const ENOUGH_FOR_A_ZERO = 200
const FEW = 30

/** What a reader has to know beside the figures. */
export function notesOf(tally: FileTally, n: number, scoreByValues: string | null): Report['notes'] {
  const notes: Report['notes'] = []
  if (scoreByValues) notes.push({ note: 'score_by_values', facts: { column: scoreByValues } })
  if (n < FEW) notes.push({ note: 'few_answers', facts: { n } })
  if (tally.scores[0] === 0 && (tally.scores[1] ?? 0) > 0 && n >= ENOUGH_FOR_A_ZERO) {
    notes.push({ note: 'scale_without_zero', facts: { ones: tally.scores[1] ?? 0 } })
  }
  const people = tally.people?.size ?? 0
  if (people > 0 && people < n * 0.98) notes.push({ note: 'repeated_people', facts: { n, people } })
  if (tally.weightsRejected > 0) notes.push({ note: 'weights_rejected', facts: { count: tally.weightsRejected } })
  if (tally.datesRejected > 0) notes.push({ note: 'dates_rejected', facts: { count: tally.datesRejected } })
  return notes
}
