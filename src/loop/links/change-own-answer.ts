import type { Tx } from '../../platform/database/index.ts'
import type { QuestionAnswer } from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { cleanAnswers } from './clean-answers.ts'
import { isAnonymous, keepRevision, type OwnRow, putAnswers, updateOwn } from './queries/answers.ts'

const CHANGE_MS = 14 * 86_400_000

/** What an answer is to say from now on; a comment of null leaves the one that stands. */
export type OwnChange = {
  score: number | null
  rating: number | null
  comment: string | null
  answers: QuestionAnswer[]
}

/** Changes a visitor's answer within 14 days and keeps what it said; the same again changes nothing. */
export async function changeOwnAnswer(tx: Tx, found: OwnRow, change: OwnChange): Promise<'stored' | 'closed'> {
  const comment = change.comment ?? found.comment
  const isNew = change.score !== found.score || change.rating !== found.rating || comment !== found.comment
  const asked = { surveyId: found.survey_id, surveyVersion: found.survey_version ?? 1 }
  const answers = await cleanAnswers(tx, asked, change.answers)
  if (!isNew && answers.length === 0) return 'stored'
  if (Date.now() > found.answered_at.getTime() + CHANGE_MS) return 'closed'
  if (answers.length > 0) await putAnswers(tx, found.response_id, answers)
  if (isNew) await replace(tx, found, { ...change, comment })
  return 'stored'
}

async function replace(tx: Tx, found: OwnRow, change: OwnChange): Promise<void> {
  const { score, rating, comment } = change
  const isOther = score !== found.score || rating !== found.rating
  if (isOther || found.comment !== null) await keepRevision(tx, found)
  await updateOwn(tx, found.response_id, { score, rating, comment })
  // An anonymous survey's answers are in no event.
  if (found.state !== 'confirmed' || (await isAnonymous(tx, found.survey_id))) return
  const personId = found.person_id
  if (isOther) await emit(tx, 'response.changed', found.response_id, { personId, score, before: found.score })
  if (comment !== found.comment) await emit(tx, 'response.commented', found.response_id, { personId, reason: null })
}
