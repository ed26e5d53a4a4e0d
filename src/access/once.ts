import { createHash } from 'node:crypto'
import type { Tx } from '../platform/database/index.ts'
import { Refusal } from '../vocabulary/index.ts'
import { lockRepetition, storedReply, storeReply } from './queries/repetitions.ts'

/** A reply as it goes over the wire. */
export type Written = { status: number; text: string; repeated: boolean }

/** One POST that may be repeated: who sends it, under which key, what it asks. */
export type Repeatable = { workspaceId: string; caller: string; key: string; request: string; secret: boolean }

/** Does `work` once per Idempotency-Key: a repetition gets the same bytes back, another request under the key is refused (G11). */
export async function once(tx: Tx, asked: Repeatable, work: () => Promise<Written>): Promise<Written> {
  const { workspaceId, caller, key } = asked
  if (!(await lockRepetition(tx, `${workspaceId}/${caller}/${key}`)))
    throw new Refusal('idempotency_in_flight', { seconds: 1 })
  const requestHash = createHash('sha256').update(asked.request).digest()
  const before = await storedReply(tx, workspaceId, caller, key)
  if (before) {
    if (!requestHash.equals(before.request_hash)) throw new Refusal('idempotency_mismatch')
    if (before.reply === null || before.status === null) throw new Refusal('reply_not_kept')
    return { status: before.status, text: before.reply, repeated: true }
  }
  const done = await work()
  await storeReply(tx, {
    workspaceId,
    caller,
    key,
    requestHash,
    status: done.status,
    reply: asked.secret ? null : done.text,
  })
  return done
}
