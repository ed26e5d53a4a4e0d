import { addComment } from './add-comment.ts'
import { issueNonce, readNonce } from './answer-nonce.ts'
import type { Answering } from './answering.ts'
import type { Given } from './change-answer.ts'
import { cleanComment } from './clean-comment.ts'
import { anyGivenOf, endedOf, findVisit } from './find-visit.ts'
import { notStored, type PageReply, unknownLink } from './page-reply.ts'
import type { SentForm } from './read-form.ts'
import type { Sent } from './sent.ts'
import { showAfterComment } from './steps.ts'
import { showClosed, showEnded, showFollowUp } from './views/after.ts'
import { missingNote, showOpening } from './views/opening.ts'
import type { Visit } from './views/visit.ts'

/** The button of the second page: stores text and reason apart from the score, then asks on or thanks. */
export async function sendComment(answering: Answering, sent: Sent): Promise<PageReply> {
  const { token, form, wished } = sent
  const chosen = form.switchTo ?? wished.chosen
  const visit = await findVisit(answering, token, { ...wished, chosen })
  if (!visit) return unknownLink(chosen ?? 'en')
  const given = anyGivenOf(visit.asked)
  if (!given) return unanswered(answering, token, visit)
  const nonce = readNonce(answering.secret, token, form.nonce, answering.now())
  if (form.switchTo || !nonce || form.repeated) {
    const fresh = nonce ? form.nonce : issueNonce(answering.secret, token, answering.now())
    const html = showFollowUp(visit, { given, nonce: fresh, comment: form.comment, reason: form.reason })
    return { status: form.switchTo ? 200 : 400, html }
  }
  return store(answering, { token, form, visit, given })
}

async function store(
  answering: Answering,
  { token, form, visit, given }: { token: string; form: SentForm; visit: Visit; given: Given },
): Promise<PageReply> {
  const { text, shortened } = cleanComment(form.comment)
  const scope = { workspaceId: visit.asked.workspaceId, actor: 'respondent' }
  const responseId = visit.asked.responseId ?? ''
  const { reason } = form
  const outcome = await answering.database
    .inWorkspace(scope, tx => addComment(tx, { responseId, comment: text, reason }))
    .catch(error => {
      answering.log.warn({ err: error }, 'a comment could not be stored, its page was sent back')
      return null
    })
  if (outcome === null) return notStored(visit.language, `/r/${token}/comment`, form.all)
  if (outcome === 'missing') return unknownLink(visit.language)
  if (outcome === 'closed') return { status: 409, html: showClosed(visit, given) }
  return showAfterComment(visit, { given, nonce: form.nonce, shortened })
}

/** What comes after the first question without an answer to it: first the question. */
export function unanswered(answering: Answering, token: string, visit: Visit): PageReply {
  const ended = endedOf(visit.asked, answering.now())
  if (ended) return { status: 410, html: showEnded(visit, ended) }
  const nonce = issueNonce(answering.secret, token, answering.now())
  return { status: 409, html: showOpening(visit, { value: null, nonce, note: missingNote(visit), given: null }) }
}
