import type { Tx } from '../../platform/database/index.ts'
import { categoryOf } from '../../stats/index.ts'
import { emit } from '../emit.ts'
import { keepRevision, keyWasReplaced, type LockedAnswer, lockAnswer, updateAnswer } from './queries/answers.ts'

/** Days in which a person may change an answer. */
export const CHANGE_DAYS = 14

/** A score sent for a link that has an answer already. */
export type ChangedAnswer = { score: number; comment: string | null; key: string; evidence: string | null }

/** What stands after a change was asked for; `closed` when the time for changes is over. */
export type Standing = { kind: 'stored' | 'closed'; score: number; answeredAt: Date; hasComment: boolean }

/** Changes an answer within its 14 days and keeps what it said; a repetition or a latecomer changes nothing. */
export async function changeAnswer(tx: Tx, responseId: string, change: ChangedAnswer): Promise<Standing | null> {
  const found = await lockAnswer(tx, responseId)
  if (!found) return null
  if (await changesNothing(tx, found, change)) return standing('stored', found)
  if (found.state === 'quarantined') return confirm(tx, found, change)
  if (!mayChange(found.answered_at)) return standing('closed', found)
  await keepRevision(tx, found)
  const comment = change.comment ?? found.comment
  const reason = categoryOf(change.score) === 'passive' ? found.reason : null
  await updateAnswer(tx, responseId, { score: change.score, comment, reason, answer_key: change.key })
  if (change.score !== found.score) {
    await emit(tx, 'response.changed', responseId, {
      personId: found.person_id,
      score: change.score,
      before: found.score,
    })
  }
  return standing('stored', { ...found, score: change.score, comment })
}

/** Whether an answer of this time may still be changed. */
export const mayChange = (answeredAt: Date): boolean => Date.now() < changeableUntil(answeredAt).getTime()

/** The end of the time for changes. */
export const changeableUntil = (answeredAt: Date): Date => new Date(answeredAt.getTime() + CHANGE_DAYS * 86_400_000)

/** The same once more, an older page that arrives late, or a machine after a person. */
async function changesNothing(tx: Tx, found: LockedAnswer, change: ChangedAnswer): Promise<boolean> {
  if (found.answer_key === change.key || change.evidence) return true
  const same = found.score === change.score && (change.comment === null || change.comment === found.comment)
  if (same && found.state === 'confirmed') return true
  return keyWasReplaced(tx, found.response_id, change.key)
}

/** A person answers where only a machine had: this is the first answer. */
async function confirm(tx: Tx, found: LockedAnswer, change: ChangedAnswer): Promise<Standing> {
  const { score, comment } = change
  await keepRevision(tx, found)
  await updateAnswer(tx, found.response_id, {
    score,
    comment,
    reason: null,
    answer_key: change.key,
    state: 'confirmed',
  })
  await emit(tx, 'response.received', found.response_id, {
    personId: found.person_id,
    surveyId: found.survey_id,
    waveId: found.wave_id,
    score,
    source: 'link',
  })
  return standing('stored', { ...found, score, comment })
}

const standing = (kind: Standing['kind'], found: LockedAnswer): Standing => ({
  kind,
  score: scoreOf(found),
  answeredAt: found.answered_at,
  hasComment: found.comment !== null,
})

function scoreOf({ score, response_id }: LockedAnswer): number {
  if (score === null) throw new Error(`answer ${response_id} is not about NPS`)
  return score
}
