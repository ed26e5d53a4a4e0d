import type { Tx } from '../../platform/database/index.ts'
import type { QuestionAnswer } from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { mayChange } from './change-answer.ts'
import { keepRevision, lockAnswer } from './queries/answers.ts'
import { furtherAnswers, upsertFurther } from './queries/further.ts'

const said = ({ rating, choices, words }: QuestionAnswer): string =>
  JSON.stringify([rating ?? null, [...(choices ?? [])].sort(), words ?? null])

/** Stores what questions after the first got; what they had got before is kept as a revision, the same again changes nothing. */
export async function saveFurther(
  tx: Tx,
  input: { responseId: string; answers: QuestionAnswer[] },
): Promise<'stored' | 'closed' | 'missing'> {
  const found = await lockAnswer(tx, input.responseId)
  if (!found) return 'missing'
  const before = await furtherAnswers(tx, found.response_id)
  const old = (answer: QuestionAnswer) => before.find(({ questionId }) => questionId === answer.questionId)
  const news = input.answers.filter(answer => {
    const stored = old(answer)
    return !stored || (said(stored) !== said(answer) && !keepsWords(answer, stored))
  })
  if (news.length === 0) return 'stored'
  if (!mayChange(found.answered_at)) return 'closed'
  const replaced = news.flatMap(answer => {
    const stored = old(answer)
    return stored && said(stored) !== said({ questionId: '' }) ? [stored] : []
  })
  if (replaced.length > 0) await keepRevision(tx, found, replaced)
  await upsertFurther(tx, found.response_id, news)
  if (found.state === 'confirmed') {
    await emit(tx, 'response.extended', found.response_id, {
      personId: found.person_id,
      questions: news.map(({ questionId }) => questionId),
    })
  }
  return 'stored'
}

/** A page does not show stored words, so an empty field leaves them as they are. */
const keepsWords = (answer: QuestionAnswer, stored: QuestionAnswer): boolean =>
  'words' in answer || Object.keys(answer).length === 1 ? Boolean(stored.words) && !answer.words : false
