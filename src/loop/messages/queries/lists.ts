import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'
import type { Channel, MessagePurpose, MessageState, Outcome } from '../../../vocabulary/index.ts'

/** Which messages to list. */
export type MessageFilter = {
  waveId?: string
  personId?: string
  state?: MessageState
  outcome?: Outcome
  reason?: string
  purpose?: MessagePurpose
  channel?: Channel
  /** The domain after the @. */
  domain?: string
  /** Part of the address or of the person's name. */
  search?: string
}

const COLUMNS = [
  'm.message_id',
  'm.purpose',
  'm.wave_id',
  'm.person_id',
  'm.channel',
  'm.address',
  'm.state',
  'm.reason',
  'm.provider_reply',
  'm.attempts',
  'm.not_before',
  'm.created_at',
  'm.changed_at',
  'm.accepted_at',
  'm.subject',
  'm.outcome',
] as const

const messageQuery = (reader: Reader) =>
  reader
    .selectFrom('messages as m')
    .leftJoin('people as p', 'p.person_id', 'm.person_id')
    .select(COLUMNS)
    .select('p.name as person_name')

/** The condition that a filter means. */
function fits(filter: MessageFilter): RawBuilder<boolean> {
  const exact = Object.entries(COLUMN_OF).flatMap(([field, column]) => {
    const wanted = filter[field as keyof typeof COLUMN_OF]
    return wanted === undefined ? [] : [sql`${sql.ref(column)} = ${wanted}`]
  })
  const pattern = `%${(filter.search ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const rest = [
    ...(filter.domain ? [sql`lower(split_part(m.address, '@', 2)) = ${filter.domain.toLowerCase()}`] : []),
    ...(filter.search ? [sql`concat_ws(' ', p.name, m.address) ilike ${pattern}`] : []),
  ]
  return sql<boolean>`(${sql.join([sql`true`, ...exact, ...rest], sql` and `)})`
}

const COLUMN_OF = {
  waveId: 'm.wave_id',
  personId: 'm.person_id',
  state: 'm.state',
  outcome: 'm.outcome',
  reason: 'm.reason',
  purpose: 'm.purpose',
  channel: 'm.channel',
} as const

/** How many messages of a filter are in which state, had which outcome, and wait or failed for which reason. */
export async function messageTotals(reader: Reader, filter: MessageFilter) {
  return reader
    .selectFrom('messages as m')
    .leftJoin('people as p', 'p.person_id', 'm.person_id')
    .where(fits(filter))
    .select(eb => ['m.state', 'm.outcome', 'm.reason', eb.fn.countAll<number>().as('messages')])
    .groupBy(['m.state', 'm.outcome', 'm.reason'])
    .execute()
}

/** What was reported about a message, the first report first. */
export const reportRows = (reader: Reader, messageId: string) =>
  reader
    .selectFrom('delivery_reports')
    .select(['kind', 'source', 'status', 'words', 'reported_at'])
    .where('message_id', '=', messageId)
    .orderBy('report_id')
    .limit(50)
    .execute()

/** Messages, the latest change first, after the cursor of the page before. */
export const messageRows = (
  reader: Reader,
  filter: MessageFilter,
  after: { changedAt: string; messageId: string } | null,
  most: number,
) =>
  messageQuery(reader)
    .where(fits(filter))
    .$if(after !== null, query =>
      query.where(
        sql<boolean>`(m.changed_at, m.message_id) < (${after?.changedAt}::timestamptz, ${after?.messageId}::uuid)`,
      ),
    )
    .select(sql<string>`m.changed_at::text`.as('cursor'))
    .orderBy('m.changed_at', 'desc')
    .orderBy('m.message_id', 'desc')
    .limit(most)
    .execute()

export const messageRow = (reader: Reader, messageId: string) =>
  messageQuery(reader).where('m.message_id', '=', messageId).executeTakeFirst()

export const turnRows = (reader: Reader, messageId: string) =>
  reader
    .selectFrom('message_turns')
    .select(['state', 'reason', 'reply', 'turned_at'])
    .where('message_id', '=', messageId)
    .orderBy('turn_id')
    .execute()

/** Settings of the workspace that sends; null where it has none of its own. */
export const sendingRow = (reader: Reader) =>
  reader
    .selectFrom('workspaces as w')
    .leftJoin('sending_settings as s', 's.workspace_id', 'w.workspace_id')
    .innerJoin('instance as x', join => join.onTrue())
    .select(['w.sender_name', 'w.sender_address', 'w.imprint', 'w.time_zone', 'w.language', 'w.name'])
    .select([
      's.contact_limit',
      's.contact_days',
      's.contact_rules',
      's.reply_to',
      's.paused_at',
      's.paused_reason',
      's.paused_reply',
    ])
    .select(['x.sending_held_at', 'x.sending_held_reason'])
    .executeTakeFirstOrThrow()
