import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/index.ts'

/** Begins a session. */
export const insertSession = (
  tx: Tx,
  session: {
    tokenHash: Buffer
    accountId: string
    workspaceId: string | null
    now: Date
    expiresAt: Date
    userAgent: string
  },
) =>
  tx
    .insertInto('sessions')
    .values({
      token_hash: session.tokenHash,
      account_id: session.accountId,
      workspace_id: session.workspaceId,
      created_at: session.now,
      last_seen_at: session.now,
      expires_at: session.expiresAt,
      user_agent: session.userAgent,
    })
    .execute()

/** Ends the session with this hash. */
export const deleteSession = (tx: Tx, tokenHash: Buffer) =>
  tx.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()

/** Ends every session of an account, but for the one that is kept. */
export const deleteSessionsOf = (tx: Tx, accountId: string, kept: Buffer | null) =>
  tx
    .deleteFrom('sessions')
    .where('account_id', '=', accountId)
    .$if(kept !== null, query => query.where('token_hash', '!=', kept ?? Buffer.alloc(0)))
    .execute()

/** Ends one session of an account by the id that lists show; how many ended. */
export async function deleteSessionById(tx: Tx, accountId: string, sessionId: string): Promise<number> {
  const done = await tx
    .deleteFrom('sessions')
    .where('account_id', '=', accountId)
    .where(sql<boolean>`encode(token_hash, 'hex') = ${sessionId}`)
    .executeTakeFirst()
  return Number(done.numDeletedRows)
}

/** The sessions of an account that still count, last used first. */
export const sessionsOf = (reader: Reader, accountId: string, now: Date, idleSince: Date) =>
  reader
    .selectFrom('sessions')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', idleSince)
    .orderBy('last_seen_at', 'desc')
    .execute()

/** Moves a session into a workspace. */
export const setSessionWorkspace = (tx: Tx, tokenHash: Buffer, workspaceId: string | null) =>
  tx.updateTable('sessions').set({ workspace_id: workspaceId }).where('token_hash', '=', tokenHash).execute()

/** Forgets sessions that ended and failed sign-ins that no longer count. */
export async function forgetEnded(tx: Tx, now: Date, idleSince: Date): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where(eb => eb.or([eb('expires_at', '<', now), eb('last_seen_at', '<', idleSince)]))
    .execute()
  await tx.deleteFrom('sign_in_attempts').where('attempted_at', '<', idleSince).execute()
}

/** Notes an attempt to sign in and counts those since `since`, this one included. */
export async function countAttempt(tx: Tx, key: Buffer, now: Date, since: Date): Promise<number> {
  await tx.insertInto('sign_in_attempts').values({ attempt_key: key, attempted_at: now }).execute()
  const { count } = await tx
    .selectFrom('sign_in_attempts')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('attempt_key', '=', key)
    .where('attempted_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Forgets the failed attempts after a sign-in that went well. */
export const forgetAttempts = (tx: Tx, key: Buffer) =>
  tx.deleteFrom('sign_in_attempts').where('attempt_key', '=', key).execute()
