import type { Tx } from '../../platform/database/index.ts'
import { type NewAnswer, Refusal } from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { cleanComment } from './clean-comment.ts'
import { insertEntered } from './queries/entered.ts'

/** Stores an answer that a member or a program enters for a person. */
export async function enterAnswer(tx: Tx, answer: NewAnswer): Promise<{ responseId: string }> {
  if (answer.answeredAt && Date.parse(answer.answeredAt) > Date.now() + 60_000) {
    throw new Refusal('answer_in_future', {}, [{ path: 'answeredAt', problem: 'is in the future' }])
  }
  const responseId = await insertEntered(tx, { ...answer, comment: cleanComment(answer.comment).text })
  if (!responseId) throw new Refusal('answer_without_survey_or_person')
  await emit(tx, 'response.received', responseId, {
    personId: answer.personId,
    surveyId: answer.surveyId,
    waveId: answer.waveId ?? null,
    score: answer.score,
    source: 'api',
  })
  return { responseId }
}
