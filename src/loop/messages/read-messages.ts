import type { Reader } from '../../platform/database/index.ts'
import {
  cursorOf,
  type Message,
  type MessageTotals,
  type MessageWithTurns,
  type Page,
  type PageQuery,
  Refusal,
  readCursor,
} from '../../vocabulary/index.ts'
import { type MessageFilter, messageRow, messageRows, messageTotals, reportRows, turnRows } from './queries/lists.ts'

type Row = NonNullable<Awaited<ReturnType<typeof messageRow>>>

const messageOf = (row: Row): Message => ({
  messageId: row.message_id,
  purpose: row.purpose,
  waveId: row.wave_id,
  personId: row.person_id,
  personName: row.person_name,
  channel: row.channel as Message['channel'],
  address: row.address,
  state: row.state,
  reason: row.reason,
  providerReply: row.provider_reply,
  attempts: row.attempts,
  notBefore: row.not_before.toISOString(),
  createdAt: row.created_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
  acceptedAt: row.accepted_at?.toISOString() ?? null,
  outcome: row.outcome,
})

/** Messages page by page, the latest change first. */
export async function listMessages(
  reader: Reader,
  filter: MessageFilter,
  { limit, cursor }: PageQuery,
): Promise<Page<Message>> {
  const [changedAt, messageId] = readCursor(cursor) ?? []
  const after = changedAt && messageId ? { changedAt: String(changedAt), messageId: String(messageId) } : null
  const rows = await messageRows(reader, filter, after, limit + 1)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items: rows.slice(0, limit).map(messageOf), next: last ? cursorOf([last.cursor, last.message_id]) : null }
}

/** One message with every turn it took. */
export async function readMessage(reader: Reader, messageId: string): Promise<MessageWithTurns> {
  const row = await messageRow(reader, messageId)
  if (!row) throw new Refusal('not_found')
  const turns = await turnRows(reader, messageId)
  const reports = await reportRows(reader, messageId)
  return {
    ...messageOf(row),
    subject: row.subject,
    turns: turns.map(({ state, reason, reply, turned_at }) => ({
      state,
      reason,
      reply,
      turnedAt: turned_at.toISOString(),
    })),
    reports: reports.map(({ reported_at, ...report }) => ({ ...report, reportedAt: reported_at.toISOString() })),
  }
}

/** How many messages of a filter ended how. */
export async function totalMessages(reader: Reader, filter: MessageFilter): Promise<MessageTotals> {
  const totals: MessageTotals = { states: {}, outcomes: {}, reasons: {} }
  const add = (counts: Record<string, number>, name: string | null, messages: number) => {
    if (name) counts[name] = (counts[name] ?? 0) + messages
  }
  for (const { state, outcome, reason, messages } of await messageTotals(reader, filter)) {
    add(totals.states, state, messages)
    add(totals.outcomes, outcome, messages)
    add(totals.reasons, reason, messages)
  }
  return totals
}
