import type { Tx } from '../../platform/database/index.ts'
import type { PassiveReason } from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { isPassive, mayChange } from './change-answer.ts'
import { keepRevision, lockAnswer, updateAnswer } from './queries/answers.ts'

/** Adds the text and the reason to an answer that has its score; an earlier text is kept as a revision. */
export async function addComment(
  tx: Tx,
  input: { responseId: string; comment: string | null; reason: PassiveReason | null },
): Promise<'stored' | 'closed' | 'missing'> {
  const found = await lockAnswer(tx, input.responseId)
  if (!found) return 'missing'
  const comment = input.comment ?? found.comment
  const reason = isPassive(found) ? (input.reason ?? found.reason) : null
  if (comment === found.comment && reason === found.reason) return 'stored'
  if (!mayChange(found.answered_at)) return 'closed'
  const replaces =
    (found.comment !== null && found.comment !== comment) || (found.reason !== null && found.reason !== reason)
  if (replaces) await keepRevision(tx, found)
  await updateAnswer(tx, found.response_id, { comment, reason })
  if (found.state === 'confirmed') {
    await emit(tx, 'response.commented', found.response_id, { personId: found.person_id, reason })
  }
  return 'stored'
}
