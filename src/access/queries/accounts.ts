import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/index.ts'

/** Whether anybody has an account yet. */
export const anyAccount = async (reader: Reader): Promise<boolean> =>
  (await reader.selectFrom('accounts').select('account_id').limit(1).executeTakeFirst()) !== undefined

/** The account with this address, however it is spelled. */
export const accountByEmail = (reader: Reader, email: string) =>
  reader
    .selectFrom('accounts')
    .select(['account_id', 'name', 'email', 'language', 'password_hash', 'deactivated_at'])
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .executeTakeFirst()

/** The account itself, with what checks a password. */
export const accountById = (reader: Reader, accountId: string) =>
  reader
    .selectFrom('accounts')
    .select(['account_id', 'name', 'email', 'language', 'password_hash'])
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()

/** A new account; its id. */
export async function insertAccount(
  tx: Tx,
  account: { email: string; name: string; language: string; passwordHash: string | null },
): Promise<string> {
  const { email, name, language, passwordHash } = account
  const row = await tx
    .insertInto('accounts')
    .values({ email, name, language, password_hash: passwordHash })
    .returning('account_id')
    .executeTakeFirstOrThrow()
  return row.account_id
}

/** Changes what an account says of itself. */
export const updateAccount = (
  tx: Tx,
  accountId: string,
  changes: { name?: string; language?: string; password_hash?: string },
) => tx.updateTable('accounts').set(changes).where('account_id', '=', accountId).execute()

/** A new workspace with its first owner; its id. */
export async function insertWorkspace(
  tx: Tx,
  workspace: { name: string; language: string; timeZone: string; ownerId: string },
): Promise<string> {
  const row = await tx
    .insertInto('workspaces')
    .values({
      name: workspace.name,
      language: workspace.language,
      time_zone: workspace.timeZone,
      sender_name: workspace.name,
    })
    .returning('workspace_id')
    .executeTakeFirstOrThrow()
  await insertMember(tx, row.workspace_id, workspace.ownerId, 'owner')
  return row.workspace_id
}

/** Makes an account a member; one that was there already (perhaps deactivated) gets the role. */
export const insertMember = (
  tx: Tx,
  workspaceId: string,
  accountId: string,
  role: 'owner' | 'admin' | 'manager' | 'agent' | 'viewer',
) =>
  tx
    .insertInto('members')
    .values({ workspace_id: workspaceId, account_id: accountId, role })
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'account_id']).doUpdateSet({ role, deactivated_at: null }),
    )
    .execute()

/** The workspaces that an account may enter, oldest membership first. */
export const workspacesOf = (reader: Reader, accountId: string) =>
  reader
    .selectFrom('members as m')
    .innerJoin('workspaces as w', 'w.workspace_id', 'm.workspace_id')
    .where('m.account_id', '=', accountId)
    .where('m.deactivated_at', 'is', null)
    .select(['w.workspace_id', 'w.name', 'm.role', 'w.demo'])
    .orderBy('m.joined_at')
    .execute()

/** Writes that somebody joined, from outside the workspace's wall. */
export const insertJoining = (tx: Tx, workspaceId: string, accountId: string, role: string) =>
  tx
    .insertInto('events')
    .values({
      workspace_id: workspaceId,
      name: 'member.joined',
      subject_id: accountId,
      payload: JSON.stringify({ role }),
      actor: `account:${accountId}`,
    })
    .execute()
