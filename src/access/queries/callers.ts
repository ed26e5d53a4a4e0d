import type { Reader, Tx } from '../../platform/database/index.ts'

/** The session with this hash, if it still counts: its account, and the member's role in its current workspace. */
export const liveSession = (reader: Reader, tokenHash: Buffer, now: Date, idleSince: Date) =>
  reader
    .selectFrom('sessions as s')
    .innerJoin('accounts as a', 'a.account_id', 's.account_id')
    .leftJoin('members as m', join =>
      join
        .onRef('m.workspace_id', '=', 's.workspace_id')
        .onRef('m.account_id', '=', 's.account_id')
        .on('m.deactivated_at', 'is', null),
    )
    .where('s.token_hash', '=', tokenHash)
    .where('s.expires_at', '>', now)
    .where('s.last_seen_at', '>', idleSince)
    .where('a.deactivated_at', 'is', null)
    .select(['s.account_id', 'a.language', 'm.workspace_id', 'm.role', 's.last_seen_at'])
    .executeTakeFirst()

/** Notes that a session is in use. */
export const touchSession = (tx: Tx, tokenHash: Buffer, now: Date) =>
  tx.updateTable('sessions').set({ last_seen_at: now }).where('token_hash', '=', tokenHash).execute()

/** A key that is neither revoked nor out of date, with the language of its workspace. */
export const liveApiKey = (reader: Reader, apiKeyId: string, now: Date) =>
  reader
    .selectFrom('api_keys as k')
    .innerJoin('workspaces as w', 'w.workspace_id', 'k.workspace_id')
    .where('k.api_key_id', '=', apiKeyId)
    .where('k.revoked_at', 'is', null)
    .where(eb => eb.or([eb('k.expires_at', 'is', null), eb('k.expires_at', '>', now)]))
    .select(['k.workspace_id', 'k.scope', 'k.secret_hash', 'k.last_used_at', 'w.language'])
    .executeTakeFirst()

/** Notes that a key was used. */
export const touchApiKey = (tx: Tx, apiKeyId: string, now: Date) =>
  tx.updateTable('api_keys').set({ last_used_at: now }).where('api_key_id', '=', apiKeyId).execute()
