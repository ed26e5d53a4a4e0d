import { type OpenAnswerChange, Refusal } from '../../vocabulary/index.ts'
import { cleanComment } from '../responses/index.ts'
import { readAnswerToken } from './answer-token.ts'
import { changeOwnAnswer } from './change-own-answer.ts'
import { checkOpening } from './check-opening.ts'
import type { Linking } from './linking.ts'
import { lockOwnAnswer } from './queries/answers.ts'

/** The visitor goes on with an answer: another number, a text, further questions; within 14 days, by its token. */
export async function changeAnswerByToken(linking: Linking, token: string, change: OpenAnswerChange): Promise<void> {
  const own = readAnswerToken(linking.secret, token, linking.now())
  if (!own) throw new Refusal('not_found')
  const scope = { workspaceId: own.workspaceId, actor: 'respondent' }
  await linking.database.inWorkspace(scope, async tx => {
    const found = await lockOwnAnswer(tx, own.responseId)
    if (!found) throw new Refusal('not_found')
    const comment = cleanComment(change.comment).text
    const isOther = typeof change.score === 'number' || typeof change.rating === 'number'
    const opening = isOther
      ? checkOpening(found.opening, { ...change, comment })
      : { score: found.score, rating: found.rating }
    await changeOwnAnswer(tx, found, { ...opening, comment, answers: change.answers })
  })
}
