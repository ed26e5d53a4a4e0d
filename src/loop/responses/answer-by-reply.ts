import type { Tx } from '../../platform/database/index.ts'
import { answerOf, insertAnswers, workspaceOf } from './queries/answers.ts'
import { insertVisit } from './queries/visits.ts'

/** The score that a person wrote back as the first answer to an invitation; null when it has one already. */
export async function answerByReply(
  tx: Tx,
  given: { invitationId: string; score: number; comment: string | null; language: string | null; key: string },
): Promise<string | null> {
  const workspaceId = await workspaceOf(tx, given.invitationId)
  if (workspaceId === null) return null
  const written = await insertAnswers(tx, [{ workspaceId, ...given, rating: null, evidence: null }])
  return written.has(given.key) ? answerOf(tx, given.invitationId) : null
}

/** A score that somebody wrote back without proof of who it was: an intent, like a click that nobody confirmed. */
export const noteIntent = (tx: Tx, { invitationId, score }: { invitationId: string; score: number }) =>
  insertVisit(tx, { invitationId, score, rating: null, sign: null })
