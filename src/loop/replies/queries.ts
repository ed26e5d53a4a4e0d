import { sql } from 'kysely'
import type { Database, Reader, Tx } from '../../platform/database/index.ts'
import type { MessagePurpose, Opening, Reply } from '../../vocabulary/index.ts'

/** A message of ours that somebody answers, with what stands behind it. */
export type AnsweredMessage = {
  messageId: string
  purpose: MessagePurpose
  address: string
  subject: string | null
  language: string | null
  personId: string | null
  invitationId: string | null
  opening: Opening | null
  anonymous: boolean | null
  /** Whether the invitation still takes an answer. */
  open: boolean
  responseId: string | null
  hasComment: boolean
}

const answered = sql<AnsweredMessage>`
  m.message_id as "messageId", m.purpose, m.address, m.subject, m.language, m.person_id as "personId", m.invitation_id as "invitationId",
  s.opening, s.anonymous, i.invitation_id is not null and i.revoked_at is null and i.expires_at > now() as open,
  r.response_id as "responseId", r.comment is not null as "hasComment"`
const behind = sql`
  left join invitations i on i.invitation_id = m.invitation_id
  left join surveys s on s.survey_id = i.survey_id
  left join responses r on r.invitation_id = m.invitation_id`

/** The first of these ids that is a message of this workspace, on the channel on which the answer came. */
export async function messageAnswered(
  tx: Tx,
  channel: 'email' | 'sms',
  ids: string[],
): Promise<AnsweredMessage | null> {
  const { rows } = await sql<AnsweredMessage>`
    select ${answered} from unnest(${ids}::uuid[]) with ordinality as given (id, place)
    join messages m on m.message_id = given.id and m.channel = ${channel} ${behind}
    order by given.place limit 1`.execute(tx)
  return rows[0] ?? null
}

/** The newest text that went to a number; what comes from there answers it. */
export async function newestTextTo(tx: Tx, addressKey: Buffer): Promise<AnsweredMessage | null> {
  const { rows } = await sql<AnsweredMessage>`
    select ${answered} from messages m ${behind}
    where m.channel = 'sms' and m.address_key = ${addressKey} and m.state in ('gate', 'accepted', 'unknown') and m.purpose <> 'confirmation'
    order by m.gated_at desc limit 1`.execute(tx)
  return rows[0] ?? null
}

/** Whether something that came was taken already. */
export const isKnown = async (reader: Reader, channel: 'email' | 'sms', sourceKey: string): Promise<boolean> =>
  (await reader
    .selectFrom('replies')
    .select('reply_id')
    .where('channel', '=', channel)
    .where('source_key', '=', sourceKey)
    .executeTakeFirst()) !== undefined

type NewReply = {
  channel: 'email' | 'sms'
  sourceKey: string
  kind: Reply['kind']
  messageId?: string | null
  personId?: string | null
  responseId?: string | null
  score?: number | null
  words?: string | null
  receivedAt: Date
}

/** Keeps what came; a second time it is refused by the key, with all that was done for it. */
export async function insertReply(tx: Tx, given: NewReply): Promise<string> {
  const row = await tx
    .insertInto('replies')
    .values({
      channel: given.channel,
      source_key: given.sourceKey,
      kind: given.kind,
      message_id: given.messageId ?? null,
      person_id: given.personId ?? null,
      response_id: given.responseId ?? null,
      score: given.score ?? null,
      words: given.words ?? null,
      received_at: given.receivedAt,
    })
    .returning('reply_id')
    .executeTakeFirstOrThrow()
  return row.reply_id
}

/** Locks an address, so that two wishes to stop are confirmed once. */
export const lockAddress = (tx: Tx, channel: string, addressKey: Buffer) =>
  tx
    .selectFrom('addresses')
    .select('suppressed_at')
    .where('channel', '=', channel)
    .where('address_key', '=', addressKey)
    .forUpdate()
    .executeTakeFirst()

/** What came, newest first, after the cursor of the page before; without what belongs to no message of ours. */
export const replyRows = (reader: Reader, after: { receivedAt: string; replyId: string } | null, most: number) =>
  reader
    .selectFrom('replies as r')
    .leftJoin('people as p', 'p.person_id', 'r.person_id')
    .selectAll('r')
    .select(['p.name as person_name', sql<string>`r.received_at::text`.as('place')])
    .where('r.kind', '<>', 'unmatched')
    .$if(after !== null, query =>
      query.where(
        sql<boolean>`(r.received_at, r.reply_id) < (${after?.receivedAt}::timestamptz, ${after?.replyId}::uuid)`,
      ),
    )
    .orderBy('r.received_at', 'desc')
    .orderBy('r.reply_id', 'desc')
    .limit(most)
    .execute()

/** The mailbox of a workspace; undefined when none is set. */
export const mailboxRow = (reader: Reader) =>
  reader.selectFrom('mailboxes').selectAll().where('use', '=', 'replies').executeTakeFirst()

export type NewMailbox = {
  address: string
  tagged: boolean
  host: string
  port: number
  tls: 'tls' | 'starttls' | 'none'
  user_name: string
  password: Buffer
  folder: string
  checker: string | null
  paused_at: Date | null
}

/** Sets the mailbox; another folder is read from its beginning, as far as mails count as new. */
export async function upsertMailbox(tx: Tx, given: NewMailbox, moved: boolean): Promise<void> {
  const place = moved ? { uid_validity: null, last_uid: 0 } : {}
  const row = { ...given, ...place, checked_at: null, problem: null, changed_at: sql<Date>`now()` }
  await tx
    .insertInto('mailboxes')
    .values({ use: 'replies' as const, ...row })
    .onConflict(conflict => conflict.columns(['workspace_id', 'use']).doUpdateSet(row))
    .execute()
}

/** Forgets the mailbox; whether there was one. */
export async function deleteMailbox(tx: Tx): Promise<boolean> {
  const done = await tx.deleteFrom('mailboxes').where('use', '=', 'replies').executeTakeFirst()
  return done.numDeletedRows > 0
}

/** A mailbox whose turn it is; taking it puts it back in line, so that no other process reads it at the same time. */
export async function claimMailbox(database: Database, at: Date, everySeconds: number) {
  const { rows } = await database.pool.query<{ workspaceId: string }>(
    `update mailboxes set checked_at = $1 where (workspace_id, use) = (
       select workspace_id, use from mailboxes where use = 'replies' and paused_at is null
         and (checked_at is null or checked_at < $1::timestamptz - make_interval(secs => $2))
       order by checked_at nulls first limit 1 for update skip locked)
     returning workspace_id as "workspaceId"`,
    [at, everySeconds],
  )
  return rows[0] ?? null
}

/** How far a mailbox was read, or why it could not be. */
export const recordReading = (
  tx: Tx,
  place: { uidValidity: string | null; lastUid: number } | null,
  problem: string | null,
) =>
  tx
    .updateTable('mailboxes')
    .set({ problem, ...(place ? { uid_validity: place.uidValidity, last_uid: place.lastUid } : {}) })
    .where('use', '=', 'replies')
    .execute()
