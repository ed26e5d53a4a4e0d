import type { Tx } from '../platform/database/index.ts'
import { Refusal, type SignedInBrowser } from '../vocabulary/index.ts'
import { IDLE_MS } from './authenticate.ts'
import type { AccountCaller, Visit } from './endpoint.ts'
import { deleteSessionById, deleteSessionsOf, sessionsOf } from './queries/sessions.ts'

/** The browsers in which the account is signed in. */
export async function listSessions(
  tx: Tx,
  caller: AccountCaller,
  visit: Visit,
  now: Date,
): Promise<{ items: SignedInBrowser[] }> {
  const rows = await sessionsOf(tx, caller.accountId, now, new Date(now.getTime() - IDLE_MS))
  const items = rows.map(row => ({
    sessionId: row.token_hash.toString('hex'),
    current: visit.sessionHash?.equals(row.token_hash) ?? false,
    userAgent: row.user_agent,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }))
  return { items }
}

/** Ends one of the own sessions. */
export async function endSession(tx: Tx, caller: AccountCaller, sessionId: string): Promise<void> {
  if ((await deleteSessionById(tx, caller.accountId, sessionId)) === 0) throw new Refusal('not_found')
}

/** Ends all own sessions but this one. */
export async function endOtherSessions(tx: Tx, caller: AccountCaller, visit: Visit): Promise<void> {
  await deleteSessionsOf(tx, caller.accountId, visit.sessionHash)
}
