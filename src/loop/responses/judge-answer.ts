import type { Tx } from '../../platform/database/index.ts'
import { type AnswerVerdict, Refusal } from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { lockAnswer, updateAnswer } from './queries/answers.ts'
import { recordReview } from './queries/set-aside.ts'

/** A member looked at an answer that was set aside: it counts from now on and opens its case, or it never will. */
export async function judgeAnswer(
  tx: Tx,
  { responseId, decision }: AnswerVerdict & { responseId: string },
  decidedBy: string,
): Promise<void> {
  const found = await lockAnswer(tx, responseId)
  if (!found) throw new Refusal('not_found')
  if (found.state !== 'quarantined') throw new Refusal('answer_not_set_aside')
  const evidence = found.evidence ?? 'unknown'
  await recordReview(tx, { responseId, decision, evidence, decidedBy })
  await updateAnswer(tx, responseId, { state: decision === 'accepted' ? 'confirmed' : 'retracted' })
  await emit(tx, 'response.judged', responseId, { personId: found.person_id, decision, evidence })
  if (decision === 'discarded') return
  await emit(tx, 'response.received', responseId, {
    personId: found.person_id,
    surveyId: found.survey_id,
    waveId: found.wave_id,
    score: found.score,
    source: found.source,
  })
}
