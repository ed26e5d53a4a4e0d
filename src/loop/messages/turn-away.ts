import type { Tx } from '../../platform/database/index.ts'
import { emit } from '../emit.ts'
import type { Decision } from './decide.ts'
import type { ClaimedMessage } from './queries/claim.ts'
import { lockStoppedWave, noteWaiting } from './queries/gate.ts'
import { turnMessage } from './queries/outcomes.ts'

const OF_THE_HOUR = ['quiet_hours', 'weekend', 'holiday']

/** Writes what the gate said against a message; false when the reason is gone or the message is no longer in hand. */
export async function turnAway(
  tx: Tx,
  message: ClaimedMessage,
  decision: Extract<Decision, { pass: false }>,
  localTime: string | null = null,
): Promise<boolean> {
  // Who lets a wave go on looks for its planned messages once: none may become planned behind that look.
  if (decision.state === 'planned' && !(await lockStoppedWave(tx, message))) return false
  const turned = await turnMessage(tx, message, decision, ['claimed'])
  if (turned && localTime && OF_THE_HOUR.includes(decision.reason)) {
    await noteWaiting(tx, message, { localTime, keepUntil: decision.keepUntil ?? null })
  }
  if (turned && decision.state === 'blocked') {
    await emit(tx, 'message.blocked', message.messageId, { personId: message.personId, reason: decision.reason })
  }
  return turned
}
