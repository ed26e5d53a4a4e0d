import { addComment } from './add-comment.ts'
import { issueNonce, readNonce } from './answer-nonce.ts'
import type { Answering } from './answering.ts'
import { cleanComment } from './clean-comment.ts'
import { openLaterPage, storeLater } from './later-page.ts'
import type { PageReply } from './page-reply.ts'
import type { Sent } from './sent.ts'
import { showAfterComment } from './steps.ts'
import { showFollowUp } from './views/after.ts'

/** The button of the second page: stores text and reason apart from the score, then asks on or thanks. */
export async function sendComment(answering: Answering, sent: Sent): Promise<PageReply> {
  const page = await openLaterPage(answering, sent)
  if ('status' in page) return page
  const { visit, given } = page
  const { token, form } = sent
  const nonce = readNonce(answering.secret, token, form.nonce, answering.now())
  if (form.switchTo || !nonce || form.repeated) {
    const fresh = nonce ? form.nonce : issueNonce(answering.secret, token, answering.now())
    const html = showFollowUp(visit, { given, nonce: fresh, comment: form.comment, reason: form.reason })
    return { status: form.switchTo ? 200 : 400, html }
  }
  const { text, shortened } = cleanComment(form.comment)
  const comment = { comment: text, reason: form.reason }
  const refused = await storeLater(answering, page, 'comment', (tx, responseId) =>
    addComment(tx, { responseId, ...comment }),
  )
  return refused ?? showAfterComment(visit, { given, nonce: form.nonce, shortened })
}
