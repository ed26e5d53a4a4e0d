import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'
import type { MessageState } from '../../../vocabulary/index.ts'

/** Which messages to list. */
export type MessageFilter = { waveId?: string; personId?: string; state?: MessageState }

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
] as const

const messageQuery = (reader: Reader) =>
  reader
    .selectFrom('messages as m')
    .leftJoin('people as p', 'p.person_id', 'm.person_id')
    .select(COLUMNS)
    .select('p.name as person_name')

/** Messages, the latest change first, after the cursor of the page before. */
export const messageRows = (
  reader: Reader,
  filter: MessageFilter,
  after: { changedAt: string; messageId: string } | null,
  most: number,
) =>
  messageQuery(reader)
    .$if(filter.waveId !== undefined, query => query.where('m.wave_id', '=', filter.waveId ?? ''))
    .$if(filter.personId !== undefined, query => query.where('m.person_id', '=', filter.personId ?? ''))
    .$if(filter.state !== undefined, query => query.where('m.state', '=', filter.state ?? 'queued'))
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
    .select(['s.contact_limit', 's.contact_days', 's.reply_to', 's.paused_at', 's.paused_reason', 's.paused_reply'])
    .select(['x.sending_held_at', 'x.sending_held_reason'])
    .executeTakeFirstOrThrow()
