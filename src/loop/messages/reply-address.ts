import { taggedReturnPath } from '../../platform/mail/index.ts'
import type { ClaimedMessage } from './queries/claim.ts'

/** Where answers to a mail go: the mailbox that is read, with a tag that names the message; else the address of the settings. */
export function replyAddress(secret: string, message: ClaimedMessage): string | null {
  const { replyMailbox, replyTagged, workspaceId, messageId } = message
  if (!replyMailbox) return message.replyTo
  return replyTagged ? taggedReturnPath(secret, replyMailbox, workspaceId, messageId) : replyMailbox
}
