import { issueNonce } from './answer-nonce.ts'
import type { Answering } from './answering.ts'
import { mayChange } from './change-answer.ts'
import { endedOf, givenOf } from './find-visit.ts'
import type { PageReply } from './page-reply.ts'
import { insertVisit } from './queries/visits.ts'
import { showClosed, showEnded, showQuestion, type Visit } from './views.ts'

/** Opening a link shows the question with the clicked number selected; it notes an intent and never votes (G3). */
export async function openLink(
  answering: Answering,
  token: string,
  visit: Visit,
  opened: { score: number | null; sign: string | null },
): Promise<PageReply> {
  await noteVisit(answering, visit, opened)
  const { asked } = visit
  const ended = endedOf(asked, answering.now())
  if (ended) return { status: 410, html: showEnded(visit, ended) }
  const given = givenOf(asked)
  if (given && !mayChange(given.answeredAt)) return { status: 200, html: showClosed(visit, given) }
  const nonce = issueNonce(answering.secret, token, answering.now())
  return { status: 200, html: showQuestion(visit, { score: opened.score, nonce, note: null, given }) }
}

/** Notes that a link was opened; a note that cannot be written keeps nobody from answering. */
export async function noteVisit(
  { database, log }: Answering,
  { asked }: Visit,
  opened: { score: number | null; sign: string | null },
): Promise<void> {
  const { workspaceId, invitationId } = asked
  await database
    .inWorkspace({ workspaceId, actor: 'respondent' }, tx => insertVisit(tx, { invitationId, ...opened }))
    .catch(error => log.warn({ err: error }, 'a visit could not be noted'))
}
