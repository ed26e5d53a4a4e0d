import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/index.ts'
import type { NewTouchpoint } from '../../vocabulary/index.ts'

/** Keeps a touchpoint; the same source and source id again changes the one that stands. */
export async function upsertTouchpoint(tx: Tx, personId: string, given: NewTouchpoint & { sourceId: string }) {
  const row = {
    person_id: personId,
    kind: given.kind,
    title: given.title,
    body: given.body ?? null,
    state: given.state ?? null,
    amount_cents: given.amountCents ?? null,
    currency: given.currency ?? null,
    discounted: given.discounted ?? null,
    occurred_at: new Date(given.occurredAt),
  }
  return tx
    .insertInto('touchpoints')
    .values({ ...row, source: given.source, source_id: given.sourceId })
    .onConflict(conflict => conflict.columns(['workspace_id', 'source', 'source_id']).doUpdateSet(row))
    .returning(['touchpoint_id', sql<boolean>`xmax = 0`.as('created')])
    .executeTakeFirstOrThrow()
}

/** Whether the person is there. */
export const personExists = async (reader: Reader, personId: string): Promise<boolean> =>
  (await reader.selectFrom('people').select('person_id').where('person_id', '=', personId).executeTakeFirst()) !==
  undefined

/** Whose a touchpoint is and its state before it is written again; undefined when there is none. */
export const standsBefore = (reader: Reader, source: string, sourceId: string) =>
  reader
    .selectFrom('touchpoints')
    .select(['person_id', 'state'])
    .where('source', '=', source)
    .where('source_id', '=', sourceId)
    .executeTakeFirst()

/** The person with this external id or, failing that, this mail address. */
export async function personWho(
  reader: Reader,
  who: { externalId: string | null; email: string | null },
): Promise<string | null> {
  const query = reader.selectFrom('people').select('person_id').limit(1)
  const byId = who.externalId ? await query.where('external_id', '=', who.externalId).executeTakeFirst() : undefined
  if (byId || !who.email) return byId?.person_id ?? null
  return (await query.where('email_key', '=', who.email.toLowerCase()).executeTakeFirst())?.person_id ?? null
}

/** What happened with a person, newest first, after `before` (`place` of a row and its id). */
export const touchpointsOf = (reader: Reader, personId: string, limit: number, before?: { at: string; id: string }) =>
  reader
    .selectFrom('touchpoints')
    .selectAll()
    .select(sql<string>`occurred_at::text`.as('place'))
    .where('person_id', '=', personId)
    .$if(before !== undefined, query =>
      query.where(
        sql<boolean>`(occurred_at, touchpoint_id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid)`,
      ),
    )
    .orderBy('occurred_at', 'desc')
    .orderBy('touchpoint_id', 'desc')
    .limit(limit)
    .execute()

/** Removes a touchpoint; undefined when it was not there. */
export const deleteTouchpoint = (tx: Tx, touchpointId: string) =>
  tx.deleteFrom('touchpoints').where('touchpoint_id', '=', touchpointId).returning('person_id').executeTakeFirst()
