import { type RawBuilder, sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/index.ts'

/** Everybody's attributes are to be found anew, from the first person on; `dropped` names those whose values go away. */
export const requestRefresh = (tx: Tx, dropped: readonly string[] = []) =>
  sql`insert into attribute_refreshes (dropped) values (${dropped}::text[])
    on conflict (workspace_id) do update set due_at = now(), with_answers = true, after_person = null,
      dropped = attribute_refreshes.dropped || excluded.dropped`.execute(tx)

/** A workspace whose refresh is due. */
export async function workspaceToRefresh(database: Database): Promise<string | null> {
  const { rows } = await database.pool.query<{ workspace_id: string }>(
    'select workspace_id from attribute_refreshes where due_at <= now() order by due_at limit 1',
  )
  return rows[0]?.workspace_id ?? null
}

/** The refresh of this workspace, held until the end of the transaction; undefined while another process has it. */
export const claimRefresh = (tx: Tx) =>
  tx
    .selectFrom('attribute_refreshes')
    .select(['with_answers', 'after_person', 'dropped'])
    .where('due_at', '<=', sql<Date>`now()`)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

/** The next people in order. */
export async function nextPeople(tx: Tx, after: string | null, most: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('people')
    .select('person_id')
    .$if(after !== null, query => query.where('person_id', '>', after ?? ''))
    .orderBy('person_id')
    .limit(most)
    .execute()
  return rows.map(row => row.person_id)
}

export const noteProgress = (tx: Tx, lastPerson: string) =>
  tx.updateTable('attribute_refreshes').set({ after_person: lastPerson }).execute()

/** The midnight after a moment, by the clocks of a zone. */
export const midnightAfter = (moment: RawBuilder<Date>, zone: RawBuilder<string>) =>
  sql<Date>`((${moment} at time zone ${zone})::date + 1)::timestamp at time zone ${zone}`

/** Done; days pass at the workspace's midnight. */
export const finishRefresh = (tx: Tx) =>
  sql`update attribute_refreshes set after_person = null, with_answers = false, dropped = '{}', finished_at = now(),
      due_at = (select ${midnightAfter(sql`now()`, sql`time_zone`)} from workspaces
        where workspaces.workspace_id = attribute_refreshes.workspace_id)`.execute(tx)

/** Nothing is left to be found. */
export const endRefreshes = (tx: Tx) => tx.deleteFrom('attribute_refreshes').execute()

/** Takes values away whose rule is gone, with where they came from. */
export async function dropValues(tx: Tx, personIds: readonly string[], names: readonly string[]): Promise<void> {
  await sql`update people set attributes = attributes - ${names}::text[], changed_at = now()
    where person_id = any(${personIds}::uuid[]) and attributes ?| ${names}::text[]`.execute(tx)
  await sql`delete from attribute_origins where person_id = any(${personIds}::uuid[]) and name = any(${names}::text[])`.execute(
    tx,
  )
}

/** Nothing is anybody's own word any more; the values stay. */
export const forgetOrigins = (tx: Tx, name: string) =>
  tx.deleteFrom('attribute_origins').where('name', '=', name).execute()
