import type { ChannelProblem } from '../../channels/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { objectToMessages } from '../people/index.ts'
import { nextTry, TRY_MINUTES } from './back-off.ts'
import { domainOf } from './delivery/domain-groups.ts'
import { backOffDomain } from './delivery/queries/paces.ts'
import { recordReport } from './delivery/record-report.ts'
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
  if (message.channel === 'email') return drawConsequence(tx, message, problem, at)
  if (verdict === 'address_unknown' || verdict === 'objected') {
    const { channel, addressKey, personId } = message
    const why = verdict === 'objected' ? 'objection' : 'hard_bounce'
    await objectToMessages(tx, { channel, addressKey, personId, reason: why })
  }
}

/** A refusal in the conversation is a bounce like one that comes later by mail; a domain that asks to wait is left alone. */
async function drawConsequence(tx: Tx, message: ClaimedMessage, problem: ChannelProblem, at: Date): Promise<void> {
  const { verdict, reply } = problem
  const status = reply?.match(/^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})/)?.[1] ?? null
  // 4.2.x and 5.2.x are about this one mailbox: full, or too small.
  const ofMailbox = /^[45]\.2\./.test(status ?? '')
  const kind = verdict === 'address_unknown' ? 'hard_bounce' : verdict === 'refused' && ofMailbox ? 'soft_bounce' : null
  const sourceId = `${message.messageId} ${message.fence}`
  if (kind) await recordReport(tx, { ...message, kind, source: 'smtp', sourceId, status, words: reply }, at)
  if (verdict === 'busy' && !ofMailbox) await backOffDomain(tx, domainOf(message.address), TRY_MINUTES, at)
}

function turnOf(
  verdict: ChannelProblem['verdict'],
  message: ClaimedMessage,
  at: Date,
): Pick<Turn, 'state' | 'notBefore' | 'counts'> {
  switch (verdict) {
    case 'unreachable':
    case 'busy':
      return waitOrGiveUp(nextTry(at, message.attempts))
    case 'sender_refused':
      return { state: 'queued' }
    case 'no_reply':
      return { state: 'unknown' }
    default:
      return { state: 'failed', counts: true }
  }
}

const waitOrGiveUp = (notBefore: Date | null): Pick<Turn, 'state' | 'notBefore' | 'counts'> =>
  notBefore ? { state: 'deferred', notBefore, counts: true } : { state: 'expired', counts: true }
