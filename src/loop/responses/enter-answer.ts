import type { Tx } from '../../platform/database/index.ts'
import { type NewAnswer, Refusal, Wordings } from '../../vocabulary/index.ts'
import { attributesThen } from '../derivations/index.ts'
import { emit } from '../emit.ts'
import { isPassive } from './change-answer.ts'
import { checkFurther } from './check-further.ts'
import { cleanComment } from './clean-comment.ts'
import { enteredUnder, insertEntered, surveyAsksNow } from './queries/entered.ts'
import { upsertFurther } from './queries/further.ts'
import { openingIn } from './suits.ts'

/** Stores an answer that a member or a program enters for a person; `enteredBy` is the member's account. */
export async function enterAnswer(
  tx: Tx,
  answer: NewAnswer,
  enteredBy: string | null = null,
): Promise<{ responseId: string }> {
  if (answer.answeredAt && Date.parse(answer.answeredAt) > Date.now() + 60_000) {
    throw new Refusal('answer_in_future', {}, [{ path: 'answeredAt', problem: 'is in the future' }])
  }
  const asked = await surveyAsksNow(tx, answer.surveyId)
  if (!asked) throw new Refusal('answer_without_survey_or_person')
  // Who types in a person's answer has named the person.
  if (asked.anonymous) throw new Refusal('answer_names_person')
  const { opening, version } = asked
  const sent = openingIn(opening, {
    score: answer.score ?? null,
    rating: answer.rating ?? null,
    comment: cleanComment(answer.comment).text,
  })
  if (!sent) throw unsuited(opening)
  const further = checkFurther(Wordings.parse(asked.wording).questions, answer.answers)
  const reason = isPassive({ ...sent, opening }) ? answer.reason : null
  const then = answer.answeredAt ? await attributesThen(tx, answer.personId, answer.answeredAt) : null
  const responseId = await insertEntered(tx, { ...answer, ...sent, reason, opening, version, enteredBy, then })
  if (!responseId) return enteredBefore(tx, answer)
  if (further.length > 0) await upsertFurther(tx, responseId, further)
  await emit(tx, 'response.received', responseId, {
    personId: answer.personId,
    surveyId: answer.surveyId,
    waveId: answer.waveId ?? null,
    score: sent.score,
    source: 'api',
  })
  return { responseId }
}

function unsuited(opening: string): Refusal {
  const path = opening === 'nps' ? 'score' : opening === 'free' ? 'comment' : 'rating'
  return new Refusal('answer_unsuited', { opening }, [{ path, problem: `this survey opens with ${opening}` }])
}

async function enteredBefore(tx: Tx, { key }: NewAnswer): Promise<{ responseId: string }> {
  const before = key ? await enteredUnder(tx, key) : undefined
  if (!before) throw new Refusal('answer_without_survey_or_person')
  return { responseId: before.response_id }
}
