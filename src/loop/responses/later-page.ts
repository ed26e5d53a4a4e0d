import type { Tx } from '../../platform/database/index.ts'
import { issueNonce } from './answer-nonce.ts'
import type { Answering } from './answering.ts'
import type { Given } from './change-answer.ts'
import { anyGivenOf, endedOf, findVisit } from './find-visit.ts'
import { notStored, type PageReply, unknownLink } from './page-reply.ts'
import type { Sent } from './sent.ts'
import { showClosed, showEnded } from './views/after.ts'
import { missingNote, showOpening } from './views/opening.ts'
import type { Visit } from './views/visit.ts'

/** A page after the first question: what was sent, by which visit, and the answer to that question. */
export type LaterPage = { sent: Sent; visit: Visit; given: Given }

/** What a later page begins with; or what is shown instead, where there is no answer to the first question. */
export async function openLaterPage(answering: Answering, sent: Sent): Promise<LaterPage | PageReply> {
  const { token, form, wished } = sent
  const chosen = form.switchTo ?? wished.chosen
  const visit = await findVisit(answering, token, { ...wished, chosen })
  if (!visit) return unknownLink(chosen ?? 'en')
  const given = anyGivenOf(visit.asked)
  return given ? { sent, visit, given } : firstTheQuestion(answering, token, visit)
}

/** Stores what a later page got; null where it stands, otherwise the page that says why not. */
export async function storeLater(
  answering: Answering,
  { sent, visit, given }: LaterPage,
  path: 'comment' | 'questions',
  work: (tx: Tx, responseId: string) => Promise<'stored' | 'closed' | 'missing'>,
): Promise<PageReply | null> {
  const scope = { workspaceId: visit.asked.workspaceId, actor: 'respondent' }
  const outcome = await answering.database
    .inWorkspace(scope, tx => work(tx, visit.asked.responseId ?? ''))
    .catch(error => {
      answering.log.warn({ err: error, path }, 'what a later page got could not be stored, the page was sent back')
      return null
    })
  if (outcome === null) return notStored(visit.language, `/r/${sent.token}/${path}`, sent.form.all)
  if (outcome === 'missing') return unknownLink(visit.language)
  return outcome === 'closed' ? { status: 409, html: showClosed(visit, given) } : null
}

function firstTheQuestion(answering: Answering, token: string, visit: Visit): PageReply {
  const ended = endedOf(visit.asked, answering.now())
  if (ended) return { status: 410, html: showEnded(visit, ended) }
  const nonce = issueNonce(answering.secret, token, answering.now())
  return { status: 409, html: showOpening(visit, { value: null, nonce, note: missingNote(visit), given: null }) }
}
