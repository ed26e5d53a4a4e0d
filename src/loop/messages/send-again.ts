import type { Tx } from '../../platform/database/index.ts'
import { Refusal } from '../../vocabulary/index.ts'
import { requeueUnknown } from './queries/queue.ts'
import { readMessage } from './read-messages.ts'

const TWO_DAYS_MS = 2 * 86_400_000

/** Sends a message again whose fate is unknown: a member's decision, because it may arrive twice. */
export async function sendAgain(tx: Tx, messageId: string, actor: string, at: Date) {
  const before = await readMessage(tx, messageId)
  if (before.state !== 'unknown') throw new Refusal('message_not_unknown')
  if (!(await requeueUnknown(tx, messageId, { at, expiresAt: new Date(at.getTime() + TWO_DAYS_MS) }, actor))) {
    throw new Refusal('message_not_unknown')
  }
  return readMessage(tx, messageId)
}
