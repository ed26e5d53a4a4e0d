import { sql } from 'kysely'
import type { Database, Reader, Tx } from '../../../platform/database/index.ts'
import type { MessageReason } from '../../../vocabulary/index.ts'

/** What the workspace set for texts; undefined when nothing. */
export const textRow = (reader: Reader) =>
  reader.selectFrom('channel_settings').selectAll().where('channel', '=', 'sms').executeTakeFirst()

type NewText = {
  provider: string
  settings: Record<string, unknown>
  secrets: Buffer | null
  country: string | null
  twoWay: boolean
}

/** Chooses a provider or changes its settings; what was paused because of the old ones goes on. */
export async function upsertText(tx: Tx, given: NewText): Promise<void> {
  const row = {
    provider: given.provider,
    settings: JSON.stringify(given.settings),
    secrets: given.secrets,
    country: given.country,
    two_way: given.twoWay,
    paused_at: null,
    paused_reason: null,
    paused_reply: null,
    changed_at: sql<Date>`now()`,
  }
  await tx
    .insertInto('channel_settings')
    .values({ channel: 'sms', ...row })
    .onConflict(conflict => conflict.columns(['workspace_id', 'channel']).doUpdateSet(row))
    .execute()
}

/** Ends sending texts; whether anything was set. */
export async function deleteText(tx: Tx): Promise<boolean> {
  const done = await tx.deleteFrom('channel_settings').where('channel', '=', 'sms').executeTakeFirst()
  return done.numDeletedRows > 0
}

/** Stops the texts of the workspace, not its mails, until its settings are mended. */
export async function pauseTexts(tx: Tx, reason: MessageReason, reply: string | null): Promise<void> {
  await tx
    .updateTable('channel_settings')
    .set({ paused_at: sql<Date>`now()`, paused_reason: reason, paused_reply: reply })
    .where('channel', '=', 'sms')
    .where('paused_at', 'is', null)
    .execute()
}

/** Notes that the provider called, so that the page can say that receipts and answers arrive. */
export const noteHeard = (tx: Tx, at: Date) =>
  tx.updateTable('channel_settings').set({ heard_at: at }).where('channel', '=', 'sms').execute()

type Receipt = {
  messageId: string | null
  providerId: string | null
  outcome: 'delivered' | 'soft_bounce' | 'hard_bounce'
  words: string
}

/** Writes what became of a text; undefined when none of ours is meant or it says nothing new. What was delivered stays so. */
export async function applyReceipt(tx: Tx, { messageId, providerId, outcome, words }: Receipt, at: Date) {
  const { rows } = await sql<{ address_key: Buffer; person_id: string | null }>`
    with meant as (
      select m.workspace_id, m.message_id from messages m
      where m.channel = 'sms' and m.state in ('gate', 'accepted', 'unknown')
        and (m.message_id = ${messageId}::uuid or (${messageId}::uuid is null and m.provider_reply = ${providerId}))
        and m.outcome is distinct from ${outcome} and (m.outcome is null or m.outcome <> 'delivered')
      order by m.created_at desc limit 1 for update
    ), told as (
      update messages m set outcome = ${outcome}, changed_at = now(), lease_until = null, state = 'accepted', reason = null,
        accepted_at = coalesce(m.accepted_at, ${at}), provider_reply = coalesce(m.provider_reply, ${providerId})
      from meant where m.workspace_id = meant.workspace_id and m.message_id = meant.message_id
      returning m.workspace_id, m.message_id, m.address_key, m.person_id
    ), turned as (
      insert into message_turns (workspace_id, message_id, state, reason, reply)
      select workspace_id, message_id, 'accepted', null, ${words.slice(0, 500)} from told
    )
    select address_key, person_id from told`.execute(tx)
  return rows[0]
}

/** To which number of which workspace the text with this link went. */
export async function textOfToken(database: Database, hash: Buffer) {
  const { rows } = await database.pool.query<{ workspaceId: string; addressKey: Buffer }>(
    `select m.workspace_id as "workspaceId", m.address_key as "addressKey" from invitations i
     join messages m on m.workspace_id = i.workspace_id and m.invitation_id = i.invitation_id and m.channel = 'sms'
     where i.token_hash = $1 limit 1`,
    [hash],
  )
  return rows[0] ?? null
}
