import { requestErasure } from '../people/index.ts'
import { issueNonce, readNonce } from './answer-nonce.ts'
import type { Answering } from './answering.ts'
import { findVisit } from './find-visit.ts'
import { type PageReply, unknownLink } from './page-reply.ts'
import { ownRecord } from './queries/own-record.ts'
import type { Sent } from './sent.ts'
import { showAbout, showErasure, showErasureNoted, showStored } from './views/about.ts'
import type { Visit } from './views/visit.ts'

/** Pages on which a person sees what is stored, and asks for deletion; both need a press of a button, so that no scanner does it. */
export const erasurePages = {
  ask: (visit: Visit, nonce: string): PageReply => ({ status: 200, html: showErasure(visit, nonce) }),

  show: (answering: Answering, sent: Sent): Promise<PageReply> =>
    pressed(answering, sent, async visit => {
      const record = await answering.database.readWorkspace(visit.asked, reader =>
        ownRecord(reader, visit.asked.personId),
      )
      return { status: 200, html: showStored(visit, record) }
    }),

  request: (answering: Answering, sent: Sent): Promise<PageReply> =>
    pressed(answering, sent, async visit => {
      const { workspaceId, personId } = visit.asked
      const { dueOn } = await answering.database.inWorkspace({ workspaceId, actor: 'respondent' }, tx =>
        requestErasure(tx, { personId, requestedBy: 'respondent' }, answering.secret),
      )
      return { status: 200, html: showErasureNoted(visit, dueOn) }
    }),
}

/** Goes on when the button of a page of ours was pressed; else the page before it is shown once more. */
async function pressed(
  answering: Answering,
  { token, form, wished }: Sent,
  act: (visit: Visit) => Promise<PageReply>,
): Promise<PageReply> {
  const visit = await findVisit(answering, token, wished)
  if (!visit) return unknownLink(wished.chosen ?? 'en')
  if (readNonce(answering.secret, token, form.nonce, answering.now())) return act(visit)
  const nonce = issueNonce(answering.secret, token, answering.now())
  return { status: 400, html: showAbout(visit, nonce) }
}
