import { randomBytes } from 'node:crypto'
import { type OpenAnswerChange, Refusal } from '../../vocabulary/index.ts'
import { pageParts } from '../responses/index.ts'
import { readAnswerToken } from './answer-token.ts'
import { checkOpening } from './check-opening.ts'
import type { Linking } from './linking.ts'
import { findOwn } from './queries/own.ts'

/** The visitor goes on with an answer: another number, a text, further questions; within 14 days, by its token. */
export async function changeAnswerByToken(linking: Linking, token: string, change: OpenAnswerChange): Promise<void> {
  const own = readAnswerToken(linking.secret, token, linking.now())
  const found = own && (await findOwn(linking.database, own))
  if (!own || !found) throw new Refusal('not_found')
  const { responseId } = own
  const comment = pageParts.cleanComment(change.comment).text
  const isOther = typeof change.score === 'number' || typeof change.rating === 'number'
  const opening = isOther ? checkOpening(found.opening, { ...change, comment }) : null
  const { questions } = await linking.wordingsOf(found)
  const answers = pageParts.checkFurther(questions, change.answers)
  const scope = { workspaceId: own.workspaceId, actor: 'respondent' }
  await linking.database.inWorkspace(scope, async tx => {
    const key = randomBytes(16).toString('base64url')
    if (opening) await pageParts.changeAnswer(tx, responseId, { ...opening, comment: null, key, evidence: null })
    const reason = change.reason ?? null
    if (comment || reason) await pageParts.addComment(tx, { responseId, comment, reason })
    if (answers.length > 0) await pageParts.saveFurther(tx, { responseId, answers })
  })
}
