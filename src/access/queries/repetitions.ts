import { sql } from 'kysely'
import type { Tx } from '../../platform/database/index.ts'

/** Takes the lock of one Idempotency-Key until the end of the transaction; false where another request holds it. */
export async function lockRepetition(tx: Tx, name: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 4747)) as taken`.execute(tx)
  return rows[0]?.taken ?? false
}

/** The reply that was stored for a key. */
export const storedReply = (tx: Tx, workspaceId: string, caller: string, key: string) =>
  tx
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'reply'])
    .where('workspace_id', '=', workspaceId)
    .where('caller', '=', caller)
    .where('idempotency_key', '=', key)
    .executeTakeFirst()

/** Keeps a reply beside its effect, in the same transaction. */
export const storeReply = (
  tx: Tx,
  row: { workspaceId: string; caller: string; key: string; requestHash: Buffer; status: number; reply: string | null },
) =>
  tx
    .insertInto('idempotency_keys')
    .values({
      workspace_id: row.workspaceId,
      caller: row.caller,
      idempotency_key: row.key,
      request_hash: row.requestHash,
      status: row.status,
      reply: row.reply,
    })
    .execute()

/** Forgets replies older than `before`. */
export const forgetReplies = (tx: Tx, before: Date) =>
  tx.deleteFrom('idempotency_keys').where('created_at', '<', before).execute()
