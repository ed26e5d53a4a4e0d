import type { ChannelProblem } from '../../channels/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { objectToMessages } from '../people/index.ts'
import { nextTry } from './back-off.ts'
import type { ClaimedMessage } from './queries/claim.ts'
import { pauseSender, type Turn, turnMessage } from './queries/outcomes.ts'
import { pauseTexts } from './queries/text-settings.ts'

const REASONS = {
  unreachable: 'server_unreachable',
  busy: 'server_busy',
  address_unknown: 'address_unknown',
  address_invalid: 'address_invalid',
  refused: 'refused_by_server',
  sender_refused: 'sender_refused',
  no_reply: 'no_reply',
  objected: 'objection',
} as const

/** Writes what a server's refusal means: later, never for this address, or nothing at all until the sender is mended (M1, M2). */
export async function recordProblem(tx: Tx, message: ClaimedMessage, problem: ChannelProblem, at: Date): Promise<void> {
  const { verdict, reply } = problem
  const reason = REASONS[verdict]
  const turned = await turnMessage(tx, message, { ...turnOf(verdict, message, at), reason, reply }, [
    'claimed',
    'gate',
    'unknown',
  ])
  if (!turned) return
  if (verdict === 'sender_refused') await (message.channel === 'sms' ? pauseTexts : pauseSender)(tx, reason, reply)
  if (verdict === 'address_unknown' || verdict === 'objected') {
    const { channel, addressKey, personId } = message
    const why = verdict === 'objected' ? 'objection' : 'hard_bounce'
    await objectToMessages(tx, { channel, addressKey, personId, reason: why })
  }
}

function turnOf(
  verdict: ChannelProblem['verdict'],
  message: ClaimedMessage,
  at: Date,
): Pick<Turn, 'state' | 'notBefore' | 'counts'> {
  switch (verdict) {
    case 'unreachable':
    case 'busy':
      return { state: 'deferred', notBefore: nextTry(at, message.attempts), counts: true }
    case 'sender_refused':
      return { state: 'queued' }
    case 'no_reply':
      return { state: 'unknown' }
    default:
      return { state: 'failed', counts: true }
  }
}
