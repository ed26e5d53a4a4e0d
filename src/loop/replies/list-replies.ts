import type { Reader } from '../../platform/database/index.ts'
import { cursorOf, type Page, type PageQuery, type Reply, readCursor } from '../../vocabulary/index.ts'
import { replyRows } from './queries.ts'

/** What people wrote back, newest first. */
export async function listReplies(reader: Reader, { limit, cursor }: PageQuery): Promise<Page<Reply>> {
  const [receivedAt, replyId] = readCursor(cursor) ?? []
  const after = receivedAt && replyId ? { receivedAt: String(receivedAt), replyId: String(replyId) } : null
  const rows = await replyRows(reader, after, limit + 1)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const items = rows.slice(0, limit).map(row => ({
    replyId: row.reply_id,
    channel: row.channel,
    kind: row.kind,
    personId: row.person_id,
    personName: row.person_name,
    messageId: row.message_id,
    responseId: row.response_id,
    score: row.score,
    words: row.words,
    receivedAt: row.received_at.toISOString(),
  }))
  return { items, next: last ? cursorOf([last.place, last.reply_id]) : null }
}
