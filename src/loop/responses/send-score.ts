import { tokenHash } from '../../platform/secrets/index.ts'
import { issueNonce, readNonce, YOUNGEST_MS } from './answer-nonce.ts'
import type { Answering } from './answering.ts'
import { cleanComment } from './clean-comment.ts'
import { endedOf, findVisit, givenOf, visitOf, type Wished } from './find-visit.ts'
import { notStored, type PageReply, unknownLink } from './page-reply.ts'
import { fieldsOf, type SentForm } from './read-form.ts'
import type { Recorded } from './record-answers.ts'
import { type Note, showClosed, showEnded, showFollowUp, showQuestion } from './views.ts'

type Sent = { token: string; form: SentForm; wished: Wished }

/** The button of the first page: stores the score and asks why; what cannot be stored comes back with everything in it. */
export async function sendScore(answering: Answering, sent: Sent): Promise<PageReply> {
  const { token, form } = sent
  const nonce = readNonce(answering.secret, token, form.nonce, answering.now())
  if (form.switchTo) return questionAgain(answering, sent, 200, null)
  if (!nonce) return questionAgain(answering, sent, 400, 'pageForeign')
  if (form.score === null || form.repeated) return questionAgain(answering, sent, 400, 'chooseScore')
  if (nonce.ageMs < YOUNGEST_MS) return questionAgain(answering, sent, 429, 'tooFast')
  const answer = {
    tokenHash: tokenHash(token),
    score: form.score,
    comment: cleanComment(form.comment).text,
    language: form.language,
    key: `${nonce.key}.${form.score}`,
    // The page's script ran, and yet no person touched the page.
    evidence: form.seen === 'script' ? 'script_without_touch' : null,
  }
  const recorded = await answering.record(answer).catch(error => {
    answering.log.warn({ err: error }, 'an answer could not be stored, its page was sent back')
    return null
  })
  return recorded
    ? replyTo(answering, sent, recorded)
    : notStored(sent.wished.chosen ?? 'en', `/r/${token}`, fieldsOf(form))
}

async function replyTo(answering: Answering, sent: Sent, recorded: Recorded): Promise<PageReply> {
  if (recorded.kind === 'unknown' || recorded.kind === 'failed') return unknownLink(sent.wished.chosen ?? 'en')
  const visit = await visitOf(answering, sent.token, recorded.asked, sent.wished)
  if (!('score' in recorded)) return { status: 410, html: showEnded(visit, recorded.kind) }
  if (recorded.kind === 'closed') return { status: 409, html: showClosed(visit, recorded) }
  return { status: 200, html: showFollowUp(visit, { given: recorded, nonce: sent.form.nonce }) }
}

/** The first page once more with what was chosen; a page of ours keeps its age, so that the next press counts. */
async function questionAgain(answering: Answering, sent: Sent, status: number, note: Note): Promise<PageReply> {
  const { token, form, wished } = sent
  const chosen = form.switchTo ?? wished.chosen
  const visit = await findVisit(answering, token, { ...wished, chosen })
  if (!visit) return unknownLink(chosen ?? 'en')
  const ended = endedOf(visit.asked, answering.now())
  if (ended) return { status: 410, html: showEnded(visit, ended) }
  const own = readNonce(answering.secret, token, form.nonce, answering.now())
  const nonce = own ? form.nonce : issueNonce(answering.secret, token, answering.now())
  const html = showQuestion(visit, {
    score: form.score,
    nonce,
    comment: form.comment,
    note,
    given: givenOf(visit.asked),
  })
  return { status, html, ...(status === 429 ? { retryAfter: 1 } : {}) }
}
