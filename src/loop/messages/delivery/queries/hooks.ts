import { sql } from 'kysely'
import type { Database, Reader, Tx } from '../../../../platform/database/index.ts'
import type { HookProvider } from '../../../../vocabulary/index.ts'

/** Where a provider reports to, as a request to that address finds it. */
export type FoundHook = {
  workspaceId: string
  provider: HookProvider
  /** The key that proves the provider, sealed. */
  verification: Buffer | null
  topic: string | null
}

export const hookRows = (reader: Reader) =>
  reader
    .selectFrom('mail_hooks')
    .select(['provider', 'verification', 'made_at', 'heard_at', 'refused_at'])
    .orderBy('provider')
    .execute()

export async function upsertHook(
  tx: Tx,
  hook: { provider: HookProvider; tokenHash: Buffer; verification: Buffer | null; at: Date },
): Promise<void> {
  const values = { token_hash: hook.tokenHash, verification: hook.verification, made_at: hook.at }
  await tx
    .insertInto('mail_hooks')
    .values({ provider: hook.provider, ...values })
    .onConflict(conflict =>
      conflict
        .columns(['workspace_id', 'provider'])
        .doUpdateSet({ ...values, topic: null, heard_at: null, refused_at: null }),
    )
    .execute()
}

export async function deleteHook(tx: Tx, provider: HookProvider): Promise<boolean> {
  const row = await tx
    .deleteFrom('mail_hooks')
    .where('provider', '=', provider)
    .returning('provider')
    .executeTakeFirst()
  return row !== undefined
}

/** The hook of an address, whichever workspace it belongs to. */
export async function findHook(database: Database, provider: string, tokenHash: Buffer): Promise<FoundHook | null> {
  const { rows } = await database.pool.query<FoundHook>(
    `select workspace_id as "workspaceId", provider, verification, topic from mail_hooks where token_hash = $1 and provider = $2`,
    [tokenHash, provider],
  )
  return rows[0] ?? null
}

/** Notes when a provider was last heard, or last refused because it could not prove itself; at most once a minute. */
export async function noteHook(
  database: Database,
  hook: FoundHook,
  what: 'heard_at' | 'refused_at',
  at: Date,
): Promise<void> {
  const column = what === 'heard_at' ? 'heard_at' : 'refused_at'
  await database.pool.query(
    `update mail_hooks set ${column} = $3 where workspace_id = $1 and provider = $2
       and (${column} is null or ${column} < $3::timestamptz - interval '1 minute')`,
    [hook.workspaceId, hook.provider, at],
  )
}

/** Keeps the first topic that was confirmed: notes of another one are refused. */
export const keepTopic = (tx: Tx, provider: HookProvider, topic: string) =>
  sql`update mail_hooks set topic = coalesce(topic, ${topic}) where provider = ${provider}`.execute(tx)
