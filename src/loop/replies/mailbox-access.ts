import type { MailboxAccess } from '../../platform/imap/index.ts'
import { openSecret } from '../../platform/secrets/index.ts'
import type { mailboxRow } from './queries.ts'

type Row = NonNullable<Awaited<ReturnType<typeof mailboxRow>>>

/** Where the password of a workspace's mailbox stands; sealed for another place it does not open. */
export const mailboxPlace = (workspaceId: string): string => `mailboxes/${workspaceId}/replies`

/** How to reach the mailbox; null when the password does not open, because the secret of the installation changed. */
export function accessOf(row: Row, workspaceId: string, secret: string): MailboxAccess | null {
  const password = openSecret(secret, mailboxPlace(workspaceId), row.password)
  const { host, port, tls, user_name: userName, folder } = row
  return password === null ? null : { host, port, tls, userName, password, folder }
}
