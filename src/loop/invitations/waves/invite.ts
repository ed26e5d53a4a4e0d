import { randomUUID } from 'node:crypto'
import { customerLanguageOf } from '../../../languages/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { tokenHash } from '../../../platform/secrets/index.ts'
import { respondToken, waveMessages } from '../../messages/index.ts'
import { insertInvitations } from './queries/invitations.ts'
import type { Asked, Way } from './sort-candidates.ts'

const LATEST_SEND_MS = 48 * 3_600_000
const DAY_MS = 86_400_000
const LINK_DAYS = 30

/** What the invitations of a wave have in common. */
export type Invitations = {
  waveId: string
  surveyId: string
  version: number
  /** For people without a language of their own. */
  language: string
  secret: string
  at: Date
  /** Days over which the wave reminds: the links hold as much longer. */
  reminderDays: number
}
/** Somebody who gets an invitation: from when on, with which subject line, and how much the answer counts. */
export type Guest = Asked & { notBefore?: Date; weight?: number | null; arm?: number | null; subject?: string | null }

/** Writes invitations and queues their messages; who has one in this wave gets no second. Returns how many messages. */
export async function invite(tx: Tx, wave: Invitations, guests: Guest[]): Promise<number> {
  if (guests.length === 0) return 0
  const { secret, at } = wave
  const invitations = guests.map(guest => {
    const invitationId = randomUUID()
    const notBefore = guest.notBefore && guest.notBefore > at ? guest.notBefore : at
    return {
      ...guest,
      invitationId,
      tokenHash: tokenHash(respondToken(secret, invitationId)),
      weight: guest.weight ?? null,
      arm: guest.arm ?? null,
      language: customerLanguageOf(guest.language, customerLanguageOf(wave.language)),
      notBefore,
      expiresAt: new Date(notBefore.getTime() + (LINK_DAYS + wave.reminderDays) * DAY_MS),
    }
  })
  const invited = await insertInvitations(tx, wave, invitations)
  let queued = 0
  for (const channel of ['email', 'sms'] as Way[]) {
    const messages = invitations
      .filter(invitation => invitation.channel === channel && invited.has(invitation.personId))
      .map(message => ({ ...message, expiresAt: new Date(message.notBefore.getTime() + LATEST_SEND_MS) }))
    if (messages.length === 0) continue
    const bulk = { waveId: wave.waveId, step: 0, channel, purpose: 'survey' as const }
    queued += await waveMessages.queue(tx, bulk, messages)
  }
  return queued
}
