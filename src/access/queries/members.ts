import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/index.ts'
import type { KeyScope, Role } from '../../vocabulary/index.ts'

/** The members of the workspace by name. */
export const membersOf = (reader: Reader) =>
  reader
    .selectFrom('members as m')
    .innerJoin('accounts as a', 'a.account_id', 'm.account_id')
    .select(['m.account_id', 'a.name', 'a.email', 'm.role', 'm.joined_at', 'm.deactivated_at'])
    .orderBy('a.name')
    .orderBy('m.account_id')
    .execute()

/** One member, locked until the end of the transaction. */
export const lockMember = (tx: Tx, accountId: string) =>
  tx
    .selectFrom('members')
    .select(['account_id', 'role', 'deactivated_at'])
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()

/** Locks all owners who may act, so that two of them cannot leave at once; their ids. */
export async function lockOwners(tx: Tx): Promise<string[]> {
  const owners = await tx
    .selectFrom('members')
    .select('account_id')
    .where('role', '=', 'owner')
    .where('deactivated_at', 'is', null)
    .orderBy('account_id')
    .forUpdate()
    .execute()
  return owners.map(owner => owner.account_id)
}

/** Whether somebody with this address is a member who may act. */
export const memberByEmail = (reader: Reader, email: string) =>
  reader
    .selectFrom('members as m')
    .innerJoin('accounts as a', 'a.account_id', 'm.account_id')
    .where(sql<boolean>`lower(a.email) = lower(${email})`)
    .where('m.deactivated_at', 'is', null)
    .select('m.account_id')
    .executeTakeFirst()

/** Gives a member another role. */
export const setRole = (tx: Tx, accountId: string, role: Role) =>
  tx.updateTable('members').set({ role }).where('account_id', '=', accountId).execute()

/** Shuts a member out, or lets them in again. */
export const setDeactivated = (tx: Tx, accountId: string, at: Date | null) =>
  tx.updateTable('members').set({ deactivated_at: at }).where('account_id', '=', accountId).execute()

/** Ends a membership. */
export const deleteMember = (tx: Tx, accountId: string) =>
  tx.deleteFrom('members').where('account_id', '=', accountId).execute()

/** The workspace itself. */
export const workspaceRow = (reader: Reader, workspaceId: string) =>
  reader.selectFrom('workspaces').selectAll().where('workspace_id', '=', workspaceId).executeTakeFirst()

/** Changes the workspace's settings. */
export const updateWorkspace = (
  tx: Tx,
  workspaceId: string,
  changes: Partial<
    Record<'name' | 'language' | 'time_zone' | 'sender_name' | 'sender_address' | 'imprint', string | null>
  >,
) =>
  tx
    .updateTable('workspaces')
    .set(changes as { name?: string })
    .where('workspace_id', '=', workspaceId)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Keys that may still be used, newest first. */
export const apiKeys = (reader: Reader, now: Date) =>
  reader
    .selectFrom('api_keys as k')
    .leftJoin('accounts as a', 'a.account_id', 'k.created_by')
    .select([
      'k.api_key_id',
      'k.name',
      'k.scope',
      'a.name as created_by',
      'k.created_at',
      'k.expires_at',
      'k.last_used_at',
    ])
    .where('k.revoked_at', 'is', null)
    .where(eb => eb.or([eb('k.expires_at', 'is', null), eb('k.expires_at', '>', now)]))
    .orderBy('k.created_at', 'desc')
    .execute()

/** Keeps a new key. */
export const insertApiKey = (
  tx: Tx,
  key: {
    apiKeyId: string
    name: string
    scope: 'read' | 'write' | 'admin'
    hash: Buffer
    by: string | null
    now: Date
    expiresAt: Date
  },
) =>
  tx
    .insertInto('api_keys')
    .values({
      api_key_id: key.apiKeyId,
      name: key.name,
      scope: key.scope,
      secret_hash: key.hash,
      created_by: key.by,
      created_at: key.now,
      expires_at: key.expiresAt,
    })
    .execute()

/** Ends keys: one by its id, or those of some scopes that an account made; the ids that ended. */
export async function revokeKeys(
  tx: Tx,
  which: { apiKeyId: string } | { madeBy: string; scopes: KeyScope[] },
  now: Date,
): Promise<string[]> {
  const ended = await tx
    .updateTable('api_keys')
    .set({ revoked_at: now })
    .where('revoked_at', 'is', null)
    .where(eb =>
      'apiKeyId' in which
        ? eb('api_key_id', '=', which.apiKeyId)
        : eb.and([eb('created_by', '=', which.madeBy), eb('scope', 'in', which.scopes)]),
    )
    .returning('api_key_id')
    .execute()
  return ended.map(key => key.api_key_id)
}
