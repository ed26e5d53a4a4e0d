import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { ContactRules } from '../../../vocabulary/index.ts'

type Change = {
  contactLimit?: number
  contactDays?: number
  rules?: ContactRules
  replyTo?: string | null
  paused?: boolean
}

/** Changes what is given; the messages of a sender that goes on are due when they were, those it had in hand within a minute. */
export async function upsertSending(tx: Tx, change: Change): Promise<void> {
  await sql`insert into sending_settings default values on conflict do nothing`.execute(tx)
  await tx
    .updateTable('sending_settings')
    .set({
      changed_at: sql`now()`,
      ...(change.contactLimit === undefined ? {} : { contact_limit: change.contactLimit }),
      ...(change.contactDays === undefined ? {} : { contact_days: change.contactDays }),
      ...(change.rules === undefined ? {} : { contact_rules: JSON.stringify(change.rules) }),
      ...(change.replyTo === undefined ? {} : { reply_to: change.replyTo }),
      ...(change.paused === undefined ? {} : pauseColumns(change.paused)),
    })
    .execute()
}

const pauseColumns = (paused: boolean) =>
  paused
    ? { paused_at: sql<Date>`now()`, paused_reason: 'sender_paused', paused_reply: null }
    : { paused_at: null, paused_reason: null, paused_reply: null, complaints_from: sql<Date>`now()` }

/** The company whose link was opened, and its language. */
export const companyOf = (reader: Reader) =>
  reader.selectFrom('workspaces').select(['name', 'language']).executeTakeFirst()
