import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'
import { BUDGETED_PURPOSES, type ContactRules, FOLLOWING_PURPOSES } from '../../../vocabulary/index.ts'

type Contact = { purpose: string; channel: string; gatedAt: Date }

/** The purposes that take from the limit over everything. */
export const countedPurposes = (rules: ContactRules): string[] =>
  BUDGETED_PURPOSES.filter(purpose => rules.followUpsCount || !FOLLOWING_PURPOSES.some(one => one === purpose))

/** What left or may have left for a person since then, by any of the addresses, the newest first. */
export async function contactsSince(
  reader: Reader,
  { personId, keys, purposes }: { personId: string; keys: Buffer[]; purposes: string[] },
  since: Date,
): Promise<Contact[]> {
  const { rows } = await sql<Contact>`
    select purpose, channel, gated_at as "gatedAt" from messages
    where (person_id = ${personId} or address_key = any(${keys}::bytea[])) and purpose = any(${purposes}::text[])
      and state in ('gate', 'accepted', 'unknown') and gated_at > ${since} order by gated_at desc`.execute(reader)
  return rows
}

/** What is planned for a person, the first first. */
export const plannedFor = (reader: Reader, personId: string, at: Date) =>
  reader
    .selectFrom('messages')
    .select(['purpose', 'channel', 'not_before'])
    .where('person_id', '=', personId)
    .where('state', 'in', ['queued', 'claimed', 'deferred'])
    .where('expires_at', '>', at)
    .orderBy('not_before')
    .limit(20)
    .execute()

/** Wishes of a person: the strongest of all addresses. */
export async function wishesOf(reader: Reader, keys: Buffer[], at: Date) {
  const { rows } = await sql<{ pausedUntil: Date | null; surveysOnly: boolean | null }>`
    select max(paused_until) filter (where paused_until > ${at}) as "pausedUntil", bool_or(surveys_only) as "surveysOnly"
    from addresses where address_key = any(${keys}::bytea[])`.execute(reader)
  return rows[0]
}
