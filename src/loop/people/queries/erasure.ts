import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import { phoneCountry } from './people.ts'

/** Days in which a request has to be answered (Art. 12(3) GDPR). */
const ERASURE_DAYS = 30

/** Notes that a person asked for deletion; the first request counts. Returns the last day for it; undefined when there is no such person. */
export async function insertErasureRequest(
  tx: Tx,
  personId: string,
  requestedBy: string,
): Promise<{ dueOn: string; isNew: boolean } | undefined> {
  const { rows } = await sql<{ dueOn: string; isNew: boolean }>`
    with added as (
      insert into erasure_requests (person_id, due_on, requested_by)
      select person_id, current_date + ${ERASURE_DAYS}::integer, ${requestedBy} from people where person_id = ${personId}
      on conflict (workspace_id, person_id) do nothing
      returning due_on
    )
    select due_on::text as "dueOn", true as "isNew" from added
    union all select due_on::text, false from erasure_requests where person_id = ${personId} and not exists (select from added)`.execute(
    tx,
  )
  return rows[0]
}

/** Requests that wait, the most urgent first. */
export const erasureRequestRows = (reader: Reader) =>
  reader
    .selectFrom('erasure_requests as e')
    .innerJoin('people as p', join =>
      join.onRef('p.workspace_id', '=', 'e.workspace_id').onRef('p.person_id', '=', 'e.person_id'),
    )
    .select(['e.person_id', 'p.name', 'p.email', 'e.requested_at', sql<string>`e.due_on::text`.as('due_on')])
    .orderBy('e.due_on')
    .orderBy('e.requested_at')
    .limit(200)
    .execute()

/** The person, held until the end of the transaction. */
export const lockPerson = (tx: Tx, personId: string) =>
  tx
    .selectFrom('people')
    .select(['person_id', 'email', 'phone', phoneCountry('people')])
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()

/** What was written to a person loses its words and addresses; what still waited will not leave. */
export const emptyMessages = (tx: Tx, personId: string) =>
  sql`update messages set address = '', subject = null, body = null, provider_reply = null, changed_at = now(),
      reason = case when state in ('planned', 'queued', 'claimed', 'deferred') then 'erasure' else reason end,
      state = case when state in ('planned', 'queued', 'claimed', 'deferred') then 'blocked' else state end
    where person_id = ${personId}`.execute(tx)

/** Leaves of each answer its number, month and survey, as a new row that nothing leads to. Returns how many. */
export async function keepNumbers(tx: Tx, personId: string): Promise<number> {
  const result = await sql`
    insert into responses (survey_id, survey_version, channel, opening, score, rating, source, source_key, answered_at, anonymous)
    select survey_id, survey_version, 'link', opening, score, rating, 'erased', gen_random_uuid()::text,
      date_trunc('month', answered_at, 'UTC'), anonymous
    from responses where person_id = ${personId} and state = 'confirmed' and opening <> 'free'`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

/** Takes out a person with their answers, cases and links; the suppression of their addresses stays. */
export async function deletePerson(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('responses').where('person_id', '=', personId).execute()
  await tx.deleteFrom('cases').where('person_id', '=', personId).execute()
  await tx.deleteFrom('people').where('person_id', '=', personId).execute()
}

/** Mails of the built-in catcher to this address. */
export const deleteCaught = (tx: Tx, address: string) =>
  tx.deleteFrom('caught_mails').where(sql`lower(envelope_to)`, '=', address.toLowerCase()).execute()

/** Notes an erasure for the log beside the database, so that it holds after a restore too (guarantee G9). */
export const recordErasure = (tx: Tx, personId: string, answers: string) =>
  tx
    .insertInto('side_log_queue')
    .values({ kind: 'erased', facts: JSON.stringify({ personId, answers }) })
    .execute()
