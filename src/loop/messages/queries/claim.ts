import { sql } from 'kysely'
import type { CustomerLanguage } from '../../../languages/index.ts'
import type { Database, Tx } from '../../../platform/database/index.ts'
import type { MessagePurpose, Opening } from '../../../vocabulary/index.ts'

/** The channels on which something is sent; each has a list of its own, so that none waits for another. */
export type SentChannel = 'email' | 'sms'

/** A message that this process has taken, with what its text needs. */
export type ClaimedMessage = {
  workspaceId: string
  messageId: string
  fence: number
  purpose: MessagePurpose
  invitationId: string | null
  personId: string | null
  channel: SentChannel
  address: string
  addressKey: Buffer
  language: CustomerLanguage
  subject: string | null
  body: string | null
  attempts: number
  personName: string | null
  surveyId: string | null
  surveyVersion: number | null
  opening: Opening | null
  /** The survey keeps no link from answer to person: the mail carries a ticket. */
  anonymous: boolean | null
  waveId: string | null
  /** Whether the person can answer to the sender of texts. */
  twoWay: boolean | null
  company: string
  senderName: string | null
  senderAddress: string | null
  imprint: string | null
  replyTo: string | null
  /** The mailbox that is read for replies, and whether it takes tags. */
  replyMailbox: string | null
  replyTagged: boolean | null
}

/** Whether a message is due; outside a transaction, so that asking wakes nobody. */
export async function messagesAreDue(database: Database, channel: SentChannel, at: Date): Promise<boolean> {
  const { rows } = await database.pool.query<{ due: boolean }>(
    `select exists (select from messages m where m.state in ('queued', 'deferred') and m.not_before <= $1 and m.channel = $2
       and not exists (select from sending_settings s where s.workspace_id = m.workspace_id and s.paused_at is not null)
       and not exists (select from channel_settings c where c.workspace_id = m.workspace_id and c.channel = m.channel and c.paused_at is not null)
       and not exists (select from instance where sending_held_at is not null)) as due`,
    [at, channel],
  )
  return rows[0]?.due ?? false
}

/** Takes messages that are due and that no other process holds, personal ones first; a paused sender's and a held house's stay. */
export async function claimMessages(
  tx: Tx,
  channel: SentChannel,
  at: Date,
  { batch, leaseSeconds }: { batch: number; leaseSeconds: number },
): Promise<ClaimedMessage[]> {
  const { rows } = await sql<ClaimedMessage>`
    with due as (
      select m.workspace_id, m.message_id from messages m
      where m.state in ('queued', 'deferred') and m.not_before <= ${at} and m.channel = ${channel}
        and not exists (select from sending_settings s where s.workspace_id = m.workspace_id and s.paused_at is not null)
        and not exists (select from channel_settings c where c.workspace_id = m.workspace_id and c.channel = m.channel and c.paused_at is not null)
        and not exists (select from instance where sending_held_at is not null)
      order by (m.purpose in ('survey', 'reminder')), m.not_before limit ${batch} for update of m skip locked
    ), claimed as (
      update messages m set state = 'claimed', fence = nextval('message_fences'), changed_at = now(),
        lease_until = now() + make_interval(secs => ${leaseSeconds})
      from due where m.workspace_id = due.workspace_id and m.message_id = due.message_id returning m.*
    )
    select c.workspace_id as "workspaceId", c.message_id as "messageId", c.fence, c.purpose, c.channel, c.address, c.language,
      c.address_key as "addressKey", c.subject, c.body, c.attempts, c.invitation_id as "invitationId", c.person_id as "personId",
      p.name as "personName", i.survey_id as "surveyId", i.survey_version as "surveyVersion", v.opening, v.anonymous, c.wave_id as "waveId", t.two_way as "twoWay", w.name as company,
      w.sender_name as "senderName", w.sender_address as "senderAddress", w.imprint, s.reply_to as "replyTo",
      b.address as "replyMailbox", b.tagged as "replyTagged"
    from claimed c
    join workspaces w on w.workspace_id = c.workspace_id
    left join people p on p.workspace_id = c.workspace_id and p.person_id = c.person_id
    left join invitations i on i.workspace_id = c.workspace_id and i.invitation_id = c.invitation_id
    left join surveys v on v.workspace_id = c.workspace_id and v.survey_id = i.survey_id
    left join sending_settings s on s.workspace_id = c.workspace_id
    left join mailboxes b on b.workspace_id = c.workspace_id and b.use = 'replies' and b.paused_at is null
    left join channel_settings t on t.workspace_id = c.workspace_id and t.channel = c.channel
  `.execute(tx)
  return rows
}

/** Gives claimed messages back untouched. */
export async function releaseMessages(database: Database, messages: ClaimedMessage[]): Promise<void> {
  if (messages.length === 0) return
  await database.pool.query(
    `update messages m set state = 'queued', lease_until = null, changed_at = now()
     from unnest($1::uuid[], $2::uuid[], $3::bigint[]) as c (workspace_id, message_id, fence)
     where m.workspace_id = c.workspace_id and m.message_id = c.message_id and m.fence = c.fence and m.state = 'claimed'`,
    [messages.map(m => m.workspaceId), messages.map(m => m.messageId), messages.map(m => m.fence)],
  )
}

/** What a process left behind: claimed goes back to the queue, at the gate becomes unknown and is never sent again by itself. */
export async function sweepLeases(database: Database): Promise<void> {
  await database.pool.query(
    `update messages set state = 'queued', lease_until = null, changed_at = now() where state = 'claimed' and lease_until < now()`,
  )
  await database.pool.query(
    `with lost as (
       update messages set state = 'unknown', reason = 'process_ended', changed_at = now()
       where state = 'gate' and lease_until < now() returning workspace_id, message_id)
     insert into message_turns (workspace_id, message_id, state, reason)
     select workspace_id, message_id, 'unknown', 'process_ended' from lost`,
  )
}

/** Messages whose time is over without having been tried, all at once. */
export async function expireMessages(database: Database, at: Date): Promise<void> {
  await database.pool.query(
    `with late as (
       update messages set state = 'expired', reason = 'expired', changed_at = now()
       where state in ('queued', 'deferred') and expires_at <= $1 returning workspace_id, message_id)
     insert into message_turns (workspace_id, message_id, state, reason)
     select workspace_id, message_id, 'expired', 'expired' from late`,
    [at],
  )
}
