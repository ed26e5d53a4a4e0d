import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { Channel } from '../../../vocabulary/index.ts'
import { addresses } from '../../people/index.ts'

/** One message to a person whose text a member wrote. */
export type PersonalMessage = {
  purpose: 'case_reply' | 'member' | 'confirmation'
  personId: string | null
  caseId: string | null
  channel: Channel
  address: string
  addressKey: Buffer
  language: string
  subject: string
  body: string
  notBefore: Date
  expiresAt: Date
}

export async function insertPersonal(tx: Tx, message: PersonalMessage): Promise<string> {
  const row = await tx
    .insertInto('messages')
    .values({
      purpose: message.purpose,
      person_id: message.personId,
      case_id: message.caseId,
      channel: message.channel,
      address: message.address,
      address_key: message.addressKey,
      language: message.language,
      subject: message.subject,
      body: message.body,
      not_before: message.notBefore,
      expires_at: message.expiresAt,
    })
    .returning('message_id')
    .executeTakeFirstOrThrow()
  return row.message_id
}

/** An invitation's message, ready for bulk. */
export type InvitationMessage = {
  invitationId: string
  personId: string
  address: string
  addressKey: Buffer
  language: string
  /** A subject line of its own instead of the survey's. */
  subject?: string | null
  /** Instead of the wave's times. */
  notBefore?: Date
  expiresAt?: Date
}

/** Queues the messages of a wave's invitations at once; an address that has one in this wave and step gets no second. */
async function insertInvitationMessages(
  tx: Tx,
  wave: {
    waveId: string
    step: number
    channel: Channel
    purpose: 'survey' | 'reminder'
    expiresAt?: Date
    notBefore?: Date
  },
  messages: InvitationMessage[],
): Promise<number> {
  const keys = sql`${messages.map(m => m.addressKey)}::bytea[]`
  await sql`insert into addresses (channel, address_key) select ${wave.channel}, key from unnest(${keys}) as k (key) on conflict do nothing`.execute(
    tx,
  )
  const times = (name: 'notBefore' | 'expiresAt') => messages.map(message => message[name] ?? wave[name])
  const result = await sql`
    insert into messages (purpose, wave_id, step, channel, invitation_id, person_id, address, address_key, language, subject, not_before, expires_at)
    select ${wave.purpose}, ${wave.waveId}, ${wave.step}, ${wave.channel}, m.*
    from unnest(${messages.map(m => m.invitationId)}::uuid[], ${messages.map(m => m.personId)}::uuid[],
      ${messages.map(m => m.address)}::text[], ${keys}, ${messages.map(m => m.language)}::text[],
      ${messages.map(m => m.subject ?? null)}::text[], ${times('notBefore')}::timestamptz[], ${times('expiresAt')}::timestamptz[]) as m
    on conflict (workspace_id, wave_id, step, channel, address_key) do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

/** Takes the waiting messages of a wave out of the queue. */
async function holdWaveMessages(tx: Tx, waveId: string): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ state: 'planned', reason: 'wave_stopped', changed_at: sql`now()` })
    .where('wave_id', '=', waveId)
    .where('state', 'in', ['queued', 'deferred'])
    .execute()
}

/** Puts them back; a member decided so now, so they are not too late because they were stopped. */
async function returnWaveMessages(tx: Tx, waveId: string, times: { at: Date; expiresAt: Date }): Promise<void> {
  await sql`
    update messages set state = 'queued', reason = null, changed_at = now(), not_before = greatest(not_before, ${times.at}),
      expires_at = greatest(expires_at, ${times.expiresAt})
    where wave_id = ${waveId} and state = 'planned'`.execute(tx)
}

/** The messages of a wave: queued with its invitations, held and given back with it. */
export const waveMessages = { queue: insertInvitationMessages, hold: holdWaveMessages, giveBack: returnWaveMessages }

/** Puts an unknown message back into the queue, because a member decided so. */
export async function requeueUnknown(
  tx: Tx,
  messageId: string,
  times: { at: Date; expiresAt: Date },
  by: string,
): Promise<boolean> {
  const result = await sql`
    with again as (
      update messages set state = 'queued', reason = 'sent_again', resent_at = now(), resent_by = ${by}, gated_at = null,
        not_before = ${times.at}, expires_at = greatest(expires_at, ${times.expiresAt}), changed_at = now()
      where message_id = ${messageId} and state = 'unknown' returning workspace_id, message_id)
    insert into message_turns (workspace_id, message_id, state, reason, reply)
    select workspace_id, message_id, 'queued', 'sent_again', ${by} from again`.execute(tx)
  return Number(result.numAffectedRows ?? 0) === 1
}

/** Where a person can be written to. */
export const personAddress = (reader: Reader, personId: string) =>
  reader
    .selectFrom('people')
    .select(['email', 'phone', 'language', addresses.phoneCountry('people')])
    .where('person_id', '=', personId)
    .executeTakeFirst()
