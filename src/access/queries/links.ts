import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/index.ts'

/** What a one-time link is for. */
export type LinkPurpose = 'set_up' | 'invitation' | 'password_reset' | 'sign_in'

/** A one-time link to be kept. */
export type NewLink = {
  tokenHash: Buffer
  purpose: LinkPurpose
  now: Date
  expiresAt: Date
  workspaceId?: string
  accountId?: string
  email?: string
  role?: string
}

/** Keeps a one-time link. */
export const insertLink = (tx: Tx, link: NewLink) =>
  tx
    .insertInto('account_tokens')
    .values({
      token_hash: link.tokenHash,
      purpose: link.purpose,
      created_at: link.now,
      expires_at: link.expiresAt,
      workspace_id: link.workspaceId ?? null,
      account_id: link.accountId ?? null,
      email: link.email ?? null,
      role: link.role ?? null,
    })
    .execute()

/** Uses up a link: its facts, once; nothing when it is unknown, of another purpose, used or out of date. */
export const useLink = (tx: Tx, tokenHash: Buffer, purpose: LinkPurpose, now: Date) =>
  tx
    .updateTable('account_tokens')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['workspace_id', 'account_id', 'email', 'role'])
    .executeTakeFirst()

/** What a link that may still be used says, without using it up. */
export const readLink = (reader: Reader, tokenHash: Buffer, now: Date) =>
  reader
    .selectFrom('account_tokens as t')
    .leftJoin('workspaces as w', 'w.workspace_id', 't.workspace_id')
    .leftJoin('accounts as a', 'a.account_id', 't.account_id')
    .where('t.token_hash', '=', tokenHash)
    .where('t.used_at', 'is', null)
    .where('t.expires_at', '>', now)
    .select(['t.purpose', 't.email', 't.role', 'w.name as workspace', 'a.email as account_email'])
    .executeTakeFirst()

/** Ends every unused link of a purpose, for one account where given. */
export const dropLinks = (tx: Tx, purposes: LinkPurpose[], accountId?: string) =>
  tx
    .deleteFrom('account_tokens')
    .where('purpose', 'in', purposes)
    .where('used_at', 'is', null)
    .$if(accountId !== undefined, query => query.where('account_id', '=', accountId ?? ''))
    .execute()

/** Invitations of the workspace that wait. */
export const waitingInvitations = (reader: Reader, now: Date) =>
  reader
    .selectFrom('account_tokens')
    .select(['token_hash', 'email', 'role', 'created_at', 'expires_at'])
    .where('purpose', '=', 'invitation')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute()

/** Takes back invitations by the id that lists show, or by address; how many. */
export async function dropInvitation(tx: Tx, which: { invitationId: string } | { email: string }): Promise<number> {
  const done = await tx
    .deleteFrom('account_tokens')
    .where('purpose', '=', 'invitation')
    .where('used_at', 'is', null)
    .where(
      'invitationId' in which
        ? sql<boolean>`encode(token_hash, 'hex') = ${which.invitationId}`
        : sql<boolean>`lower(email) = lower(${which.email})`,
    )
    .executeTakeFirst()
  return Number(done.numDeletedRows)
}
