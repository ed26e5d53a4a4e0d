import { type DkimKey, taggedReturnPath } from '../../../platform/mail/index.ts'
import { openSecret } from '../../../platform/secrets/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import type { ClaimedMessage } from '../queries/claim.ts'
import { domainOf } from './domain-groups.ts'
import { dkimPlace } from './make-sender-key.ts'
import { dkimRow, senderRow } from './queries/senders.ts'

/** What a mail wears on its way: the signature of its sender, the return path of its own, a reference that providers give back. */
export type Dress = { dkim: DkimKey | null; returnPath: string | null; reference: string | null }

type Sender = { returnAddress: string | null; dkim: DkimKey | null }

const FRESH_MS = 30_000

/** Dresses mails; what a workspace decided is asked for at most every half minute. */
export function mailDresser(tools: Tools): (message: ClaimedMessage) => Promise<Dress> {
  const { settings } = tools
  const senders = new Map<string, { sender: Promise<Sender>; at: number }>()
  const postmark = /(^|\.)postmarkapp\.com$/.test(settings.smtpUrl ? new URL(settings.smtpUrl).hostname : '')
  return async ({ workspaceId, messageId }) => {
    let known = senders.get(workspaceId)
    if (!known || performance.now() - known.at > FRESH_MS) {
      known = { sender: readSender(tools, workspaceId), at: performance.now() }
      senders.set(workspaceId, known)
    }
    const { returnAddress, dkim } = await known.sender
    return {
      dkim,
      returnPath: returnAddress && taggedReturnPath(settings.secret, returnAddress, workspaceId, messageId),
      reference: postmark ? messageId : null,
    }
  }
}

const readSender = ({ database, settings }: Tools, workspaceId: string): Promise<Sender> =>
  database.readWorkspace({ workspaceId }, async reader => {
    const row = await senderRow(reader)
    const domain = row.sender_address ? domainOf(row.sender_address) : null
    // A signature whose key is not published proves nothing and looks like a forgery.
    const key = domain && row.dkim_published_at ? await dkimRow(reader, domain) : undefined
    const privateKey =
      key && domain ? openSecret(settings.secret, dkimPlace(workspaceId, domain), key.private_key) : null
    return {
      returnAddress: row.return_address,
      dkim: key && domain && privateKey ? { domain, selector: key.selector, privateKey } : null,
    }
  })
