import type { Tx } from '../platform/database/index.ts'
import { LONGEST_MS } from './authenticate.ts'
import type { Visit } from './endpoint.ts'
import { workspacesOf } from './queries/accounts.ts'
import { deleteSession, insertSession } from './queries/sessions.ts'
import { freshToken, hashOf } from './token.ts'

/** Signs an account in under a new token; what the browser brought before is worth nothing afterwards. */
export async function beginSession(
  tx: Tx,
  { accountId, workspaceId, visit, now }: { accountId: string; workspaceId?: string; visit: Visit; now: Date },
): Promise<void> {
  if (visit.sessionHash) await deleteSession(tx, visit.sessionHash)
  const token = freshToken()
  const expiresAt = new Date(now.getTime() + LONGEST_MS)
  const first = workspaceId ?? (await workspacesOf(tx, accountId))[0]?.workspace_id ?? null
  const { userAgent } = visit
  await insertSession(tx, { tokenHash: hashOf(token), accountId, workspaceId: first, now, expiresAt, userAgent })
  visit.startSession(token, expiresAt)
}
