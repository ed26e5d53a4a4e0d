import type { Database, Reader } from '../../../platform/database/index.ts'
import type { CaughtMail } from '../../../platform/mail/index.ts'

const MOST_PER_WORKSPACE = 2000

/** Keeps a caught mail with the message it belongs to; false when it is none of ours. */
export async function insertCaught(
  database: Database,
  mail: CaughtMail & { messageId: string; subject: string },
): Promise<boolean> {
  const { rowCount } = await database.pool.query(
    `insert into caught_mails (workspace_id, message_id, envelope_from, envelope_to, subject, raw)
     select workspace_id, message_id, $2, $3, $4, $5 from messages where message_id = $1 and state = 'gate'`,
    [mail.messageId, mail.from, mail.to, mail.subject, mail.raw],
  )
  return (rowCount ?? 0) > 0
}

/** Old caught mails go, so that a big trial does not fill the disk. */
export async function trimCaught(database: Database): Promise<void> {
  await database.pool.query(
    `delete from caught_mails c using (
       select workspace_id, max(caught_id) as newest from caught_mails group by workspace_id) n
     where c.workspace_id = n.workspace_id and c.caught_id <= (
       select coalesce(min(caught_id), 0) - 1 from (
         select caught_id from caught_mails k where k.workspace_id = n.workspace_id order by caught_id desc limit $1) kept)`,
    [MOST_PER_WORKSPACE],
  )
}

export const caughtRows = (reader: Reader, before: number | null, most: number) =>
  reader
    .selectFrom('caught_mails')
    .select(['caught_id', 'envelope_to', 'subject', 'caught_at'])
    .$if(before !== null, query => query.where('caught_id', '<', before ?? 0))
    .orderBy('caught_id', 'desc')
    .limit(most)
    .execute()

export const caughtRow = (reader: Reader, caughtId: number) =>
  reader
    .selectFrom('caught_mails')
    .select(['caught_id', 'message_id', 'envelope_from', 'envelope_to', 'subject', 'raw', 'caught_at'])
    .where('caught_id', '=', caughtId)
    .executeTakeFirst()
