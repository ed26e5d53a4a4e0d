import { tokenHash } from '../../platform/secrets/index.ts'
import { issueNonce, readNonce, YOUNGEST_MS } from './answer-nonce.ts'
import type { Answering } from './answering.ts'
import { cleanComment } from './clean-comment.ts'
import { endedOf, findVisit, givenOf, visitOf } from './find-visit.ts'
import { notStored, type PageReply, unknownLink } from './page-reply.ts'
import type { Recorded } from './record-answers.ts'
import type { Sent } from './sent.ts'
import { showNext } from './steps.ts'
import { showClosed, showEnded } from './views/after.ts'
import { missingNote, type Note, showOpening } from './views/opening.ts'

/** The button of the first page: stores its answer and asks on; what cannot be stored comes back with everything in it. */
export async function sendOpening(answering: Answering, sent: Sent): Promise<PageReply> {
  const { token, form } = sent
  const nonce = readNonce(answering.secret, token, form.nonce, answering.now())
  if (form.switchTo) return openingAgain(answering, sent, 200, null)
  if (!nonce) return openingAgain(answering, sent, 400, 'pageForeign')
  if (form.repeated || !holdsSomething(sent)) return openingAgain(answering, sent, 400, 'missing')
  if (nonce.ageMs < YOUNGEST_MS) return openingAgain(answering, sent, 429, 'tooFast')
  const answer = {
    tokenHash: tokenHash(token),
    score: form.score,
    rating: form.rating,
    comment: cleanComment(form.comment).text,
    language: form.language,
    key: `${nonce.key}.${form.score ?? form.rating ?? 'w'}`,
    evidence: evidenceOf(sent),
  }
  const recorded = await answering.record(answer).catch(error => {
    answering.log.warn({ err: error }, 'an answer could not be stored, its page was sent back')
    return null
  })
  return recorded ? replyTo(answering, sent, recorded) : notStored(sent.wished.chosen ?? 'en', `/r/${token}`, form.all)
}

const holdsSomething = ({ form }: Sent): boolean =>
  form.score !== null || form.rating !== null || cleanComment(form.comment).text !== null

/** What speaks against an answer: the page's script ran and yet nobody touched the page; or the team's own browser sent it. */
const evidenceOf = ({ form, insider }: Sent): string | null =>
  form.seen === 'script' ? 'script_without_touch' : insider ? 'insider' : null

async function replyTo(answering: Answering, sent: Sent, recorded: Recorded): Promise<PageReply> {
  if (recorded.kind === 'unknown' || recorded.kind === 'failed') return unknownLink(sent.wished.chosen ?? 'en')
  if (recorded.kind === 'unsuited') return openingAgain(answering, sent, 400, 'missing')
  const visit = await visitOf(answering, sent.token, recorded.asked, sent.wished)
  if (!('score' in recorded)) return { status: 410, html: showEnded(visit, recorded.kind) }
  if (recorded.kind === 'closed') return { status: 409, html: showClosed(visit, recorded) }
  return showNext(visit, recorded, sent.form.nonce)
}

/** The first page once more with what was chosen; a page of ours keeps its age, so that the next press counts. */
async function openingAgain(
  answering: Answering,
  sent: Sent,
  status: number,
  problem: Note | 'missing',
): Promise<PageReply> {
  const { token, form, wished } = sent
  const chosen = form.switchTo ?? wished.chosen
  const visit = await findVisit(answering, token, { ...wished, chosen })
  if (!visit) return unknownLink(chosen ?? 'en')
  const ended = endedOf(visit.asked, answering.now())
  if (ended) return { status: 410, html: showEnded(visit, ended) }
  const own = readNonce(answering.secret, token, form.nonce, answering.now())
  const html = showOpening(visit, {
    value: visit.asked.opening === 'nps' ? form.score : form.rating,
    nonce: own ? form.nonce : issueNonce(answering.secret, token, answering.now()),
    comment: form.comment,
    note: problem === 'missing' ? missingNote(visit) : problem,
    given: givenOf(visit.asked),
  })
  return { status, html, ...(status === 429 ? { retryAfter: 1 } : {}) }
}
