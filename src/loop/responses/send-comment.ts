import { addComment } from './add-comment.ts'
import { issueNonce, readNonce } from './answer-nonce.ts'
import type { Answering } from './answering.ts'
import { cleanComment } from './clean-comment.ts'
import { endedOf, findVisit, givenOf, type Wished } from './find-visit.ts'
import { notStored, type PageReply, unknownLink } from './page-reply.ts'
import { fieldsOf, type SentForm } from './read-form.ts'
import { type Given, showClosed, showEnded, showFollowUp, showQuestion, showThanks, type Visit } from './views.ts'

type Sent = { token: string; form: SentForm; wished: Wished }

/** The button of the second page: stores text and reason apart from the score, then thanks. */
export async function sendComment(answering: Answering, sent: Sent): Promise<PageReply> {
  const { token, form, wished } = sent
  const chosen = form.switchTo ?? wished.chosen
  const visit = await findVisit(answering, token, { ...wished, chosen })
  if (!visit) return unknownLink(chosen ?? 'en')
  const given = givenOf(visit.asked) ?? quarantinedOf(visit)
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
  if (outcome === null) {
    return notStored(visit.language, `/r/${token}/comment`, fieldsOf(form))
  }
  if (outcome === 'missing') return unknownLink(visit.language)
  if (outcome === 'closed') return { status: 409, html: showClosed(visit, given) }
  return { status: 200, html: showThanks(visit, { given, shortened }) }
}

/** What only a machine sent may still get its text; a person sees no difference. */
function quarantinedOf({ asked }: Visit): Given | null {
  const { score, answeredAt, hasComment } = asked
  return score !== null && answeredAt ? { score, answeredAt, hasComment } : null
}

/** A text without a score: first the question. */
function unanswered(answering: Answering, token: string, visit: Visit): PageReply {
  const ended = endedOf(visit.asked, answering.now())
  if (ended) return { status: 410, html: showEnded(visit, ended) }
  const nonce = issueNonce(answering.secret, token, answering.now())
  return { status: 409, html: showQuestion(visit, { score: null, nonce, note: 'chooseScore', given: null }) }
}
