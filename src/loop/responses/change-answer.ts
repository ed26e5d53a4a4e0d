import type { Tx } from '../../platform/database/index.ts'
import { partOf } from '../../stats/index.ts'
import type { Opening } from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { keepRevision, keyWasReplaced, type LockedAnswer, lockAnswer, updateAnswer } from './queries/answers.ts'
import { openingIn, type SentOpening } from './suits.ts'

/** Days in which a person may change an answer. */
export const CHANGE_DAYS = 14

/** What the first question got, sent for a link that has an answer already. */
export type ChangedAnswer = SentOpening & { key: string; evidence: string | null }

/** What an answer says, as its pages speak of it. */
export type Given = {
  opening: Opening
  score: number | null
  rating: number | null
  answeredAt: Date
  hasComment: boolean
}

/** What stands after a change was asked for; `closed` when the time for changes is over. */
export type Standing = Given & { kind: 'stored' | 'closed' }

/** Changes an answer within its 14 days and keeps what it said; a repetition or a latecomer changes nothing. */
export async function changeAnswer(
  tx: Tx,
  responseId: string,
  change: ChangedAnswer,
): Promise<Standing | 'unsuited' | null> {
  const found = await lockAnswer(tx, responseId)
  if (!found) return null
  const sent = openingIn(found.opening, change)
  if (!sent) return 'unsuited'
  const suited = { ...change, ...sent }
  if (await changesNothing(tx, found, suited)) return standing('stored', found)
  if (found.state !== 'confirmed') return confirm(tx, found, suited)
  if (!mayChange(found.answered_at)) return standing('closed', found)
  return replace(tx, found, suited)
}

async function replace(tx: Tx, found: LockedAnswer, change: ChangedAnswer): Promise<Standing> {
  await keepRevision(tx, found)
  const { score, rating } = change
  const comment = change.comment ?? found.comment
  const reason = isPassive({ ...found, score, rating }) ? found.reason : null
  await updateAnswer(tx, found.response_id, { score, rating, comment, reason, answer_key: change.key })
  if (score !== found.score || rating !== found.rating) {
    const facts = { personId: found.person_id, score, before: found.score }
    await emit(tx, 'response.changed', found.response_id, facts)
  } else await emit(tx, 'response.commented', found.response_id, { personId: found.person_id, reason })
  return standing('stored', { ...found, score, rating, comment })
}

/** Whether an answer of this time may still be changed. */
export const mayChange = (answeredAt: Date): boolean => Date.now() < changeableUntil(answeredAt).getTime()

/** The end of the time for changes. */
export const changeableUntil = (answeredAt: Date): Date => new Date(answeredAt.getTime() + CHANGE_DAYS * 86_400_000)

/** The reasons of passives are asked of the NPS question alone. */
export const isPassive = (given: Pick<Given, 'opening' | 'score' | 'rating'>): boolean =>
  given.opening === 'nps' && partOf(given) === 'passive'

/** The same once more, an older page that arrives late, or a machine after a person. */
async function changesNothing(tx: Tx, found: LockedAnswer, change: ChangedAnswer): Promise<boolean> {
  if (found.answer_key === change.key || change.evidence) return true
  const same =
    found.score === change.score &&
    found.rating === change.rating &&
    (change.comment === null || change.comment === found.comment)
  if (same && found.state === 'confirmed') return true
  return keyWasReplaced(tx, found.response_id, change.key)
}

/** A person answers where only a machine had, whatever a member made of that: this is the first answer. */
async function confirm(tx: Tx, found: LockedAnswer, change: ChangedAnswer): Promise<Standing> {
  const { score, rating, comment } = change
  await keepRevision(tx, found)
  const now = { score, rating, comment, reason: null, answer_key: change.key, state: 'confirmed' as const }
  await updateAnswer(tx, found.response_id, now)
  await emit(tx, 'response.received', found.response_id, {
    personId: found.person_id,
    surveyId: found.survey_id,
    waveId: found.wave_id,
    score,
    source: 'link',
  })
  return standing('stored', { ...found, score, rating, comment })
}

const standing = (kind: Standing['kind'], found: LockedAnswer): Standing => ({
  kind,
  opening: found.opening,
  score: found.score,
  rating: found.rating,
  answeredAt: found.answered_at,
  hasComment: found.comment !== null,
})
