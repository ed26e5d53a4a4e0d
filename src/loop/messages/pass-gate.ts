import type { Tx } from '../../platform/database/index.ts'
import { decide } from './decide.ts'
import { mimeMessageId } from './message-links.ts'
import type { ClaimedMessage } from './queries/claim.ts'
import { gateFacts, lockAddress, passGate as writePass } from './queries/gate.ts'
import { turnAway } from './turn-away.ts'

/** How long a message may stand at the gate before its fate counts as unknown. */
export const GATE_LEASE_SECONDS = 75

/** The gate: under the lock of the address, whether this message may take its last step now; a refusal leaves its reason. */
export async function passGate(
  tx: Tx,
  message: ClaimedMessage,
  at: Date,
  publicUrl: string,
  leaseSeconds = GATE_LEASE_SECONDS,
): Promise<boolean> {
  await lockAddress(tx, message)
  const facts = (await gateFacts(tx, [message], at)).get(message.messageId)
  if (!facts) return false
  const decision = decide(facts, at)
  if (decision.pass) return writePass(tx, message, at, leaseSeconds, mimeMessageId(message.messageId, publicUrl))
  await turnAway(tx, message, decision)
  return false
}
