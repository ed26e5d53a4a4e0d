import type { z } from 'zod'
import type { Reader, Tx } from '../platform/database/index.ts'
import { type ApiKey, type NewApiKey, Refusal, roleIncludes } from '../vocabulary/index.ts'
import { freshApiKey } from './api-key.ts'
import { ROLE_OF_SCOPE } from './authenticate.ts'
import type { Caller } from './endpoint.ts'
import { apiKeys, insertApiKey, revokeKeys } from './queries/members.ts'
import { record } from './record.ts'

const DAY = 86_400_000

/** Makes a key whose rights are never above the caller's; its text is shown this once. */
export async function makeApiKey(
  tx: Tx,
  given: z.output<typeof NewApiKey>,
  caller: Caller,
  now: Date,
): Promise<{ apiKeyId: string; key: string; expiresAt: string }> {
  if (!roleIncludes(caller.role, ROLE_OF_SCOPE[given.scope])) throw new Refusal('role_above_own')
  const { apiKeyId, text, hash } = freshApiKey()
  const expiresAt = new Date(now.getTime() + given.validDays * DAY)
  await insertApiKey(tx, { apiKeyId, name: given.name, scope: given.scope, hash, by: caller.accountId, now, expiresAt })
  await record(tx, 'api-key.made', caller.workspaceId, { name: given.name, scope: given.scope })
  return { apiKeyId, key: text, expiresAt: expiresAt.toISOString() }
}

/** The keys that may still be used. */
export async function listApiKeys(reader: Reader, now: Date): Promise<{ items: ApiKey[] }> {
  const rows = await apiKeys(reader, now)
  const items = rows.map(row => ({
    apiKeyId: row.api_key_id,
    name: row.name,
    scope: row.scope,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }))
  return { items }
}

/** Ends a key at once. */
export async function revokeApiKey(tx: Tx, apiKeyId: string, caller: Caller, now: Date): Promise<void> {
  const ended = await revokeKeys(tx, { apiKeyId }, now)
  if (ended.length === 0) throw new Refusal('not_found')
  await record(tx, 'api-key.revoked', caller.workspaceId, {})
}
