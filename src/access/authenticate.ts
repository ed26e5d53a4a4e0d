import type { Tools } from '../platform/tools.ts'
import type { Role } from '../vocabulary/index.ts'
import { isSecretOf, readApiKey } from './api-key.ts'
import type { AccountCaller, Caller } from './endpoint.ts'
import { liveApiKey, liveSession, touchApiKey, touchSession } from './queries/callers.ts'

const MINUTE = 60_000
/** A session that was not used for this long has ended. */
export const IDLE_MS = 12 * 60 * MINUTE
/** A session ends after this time in any case. */
export const LONGEST_MS = 7 * 24 * 60 * MINUTE

/** What the scopes of API keys may do, as roles. */
export const ROLE_OF_SCOPE = { read: 'viewer', write: 'manager', admin: 'admin' } as const satisfies Record<
  string,
  Role
>

/** Who a request is from: a member in a workspace, an account without one, or nobody we know. */
export type Known = { caller: Caller | null; account: AccountCaller | null }

const NOBODY: Known = { caller: null, account: null }
const languageFrom = (text: string): Caller['language'] => (text === 'de' || text === 'fi' ? text : 'en')

/** The member behind a session. */
export async function callerOfSession({ database, clock }: Tools, tokenHash: Buffer): Promise<Known> {
  const now = clock()
  const idleSince = new Date(now.getTime() - IDLE_MS)
  const found = await database.readInstance(reader => liveSession(reader, tokenHash, now, idleSince))
  if (!found) return NOBODY
  if (now.getTime() - found.last_seen_at.getTime() > 5 * MINUTE) {
    await database.inInstance(tx => touchSession(tx, tokenHash, now))
  }
  const { account_id: accountId, workspace_id: workspaceId, role } = found
  const language = languageFrom(found.language)
  const actor = `account:${accountId}`
  const caller = workspaceId && role ? { workspaceId, role, accountId, actor, language } : null
  return { caller, account: { accountId, workspaceId, language, actor } }
}

/** The program behind an API key; nobody where the key is unknown, revoked, out of date or wrong. */
export async function callerOfApiKey({ database, clock }: Tools, text: string): Promise<Known> {
  const key = readApiKey(text)
  if (!key) return NOBODY
  const now = clock()
  const found = await database.readInstance(reader => liveApiKey(reader, key.apiKeyId, now))
  if (!found || !isSecretOf(found.secret_hash, key.secret)) return NOBODY
  if (now.getTime() - (found.last_used_at?.getTime() ?? 0) > MINUTE) {
    await database.inInstance(tx => touchApiKey(tx, key.apiKeyId, now))
  }
  const role = ROLE_OF_SCOPE[found.scope]
  const language = languageFrom(found.language)
  const actor = `key:${key.apiKeyId}`
  return { caller: { workspaceId: found.workspace_id, role, accountId: null, actor, language }, account: null }
}
