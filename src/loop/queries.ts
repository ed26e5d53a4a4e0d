import { sql } from 'kysely'
import type { Reader, Tx } from '../platform/database/index.ts'
import { APP_ROLE, type Database } from '../platform/database/index.ts'
import type { EventName, Events, StoredEvent } from '../vocabulary/index.ts'

/** After this many tries an event waits for a person. */
export const LAST_ATTEMPT = 10

/** Whether any event is due; outside a transaction, so that asking wakes nobody. */
export async function eventsAreDue(database: Database): Promise<boolean> {
  const { rows } = await database.pool.query<{ due: boolean }>(
    'select exists (select from events where delivered_at is null and not_before <= now()) as due',
  )
  return rows[0]?.due ?? false
}

/** Takes the events that are due and that no other process holds, oldest first. */
export async function claimEvents(tx: Tx, most: number): Promise<StoredEvent[]> {
  const rows = await tx
    .selectFrom('events')
    .select(['workspace_id', 'event_id', 'name', 'subject_id', 'payload', 'actor', 'occurred_at', 'attempts'])
    .where('delivered_at', 'is', null)
    .where('not_before', '<=', sql<Date>`now()`)
    .orderBy('not_before')
    .orderBy('event_id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(row => ({
    eventId: row.event_id,
    name: row.name as EventName,
    workspaceId: row.workspace_id,
    subjectId: row.subject_id ?? '',
    payload: row.payload as Events[EventName],
    occurredAt: row.occurred_at,
  }))
}

/** Runs `work` behind the wall of one workspace; when it fails, only its own changes are taken back. */
export async function behindTheWall(tx: Tx, workspaceId: string, work: () => Promise<void>): Promise<Error | null> {
  await sql`savepoint listeners`.execute(tx)
  try {
    await sql`select set_config('role', ${APP_ROLE}, true), set_config('app.workspace_id', ${workspaceId}, true),
      set_config('app.actor', 'echolot', true)`.execute(tx)
    await work()
    await sql`select set_config('role', 'none', true), set_config('app.workspace_id', '', true)`.execute(tx)
    await sql`release savepoint listeners`.execute(tx)
    return null
  } catch (error) {
    await sql`rollback to savepoint listeners`.execute(tx)
    return error as Error
  }
}

/** Writes that these events reached every listener. */
export async function markDelivered(tx: Tx, events: StoredEvent[]): Promise<void> {
  if (events.length === 0) return
  await sql`update events set delivered_at = now(), problem = null
    from unnest(${events.map(e => e.workspaceId)}::uuid[], ${events.map(e => e.eventId)}::bigint[]) as done (workspace_id, event_id)
    where events.workspace_id = done.workspace_id and events.event_id = done.event_id`.execute(tx)
}

/** Puts an event off: 2 s, 6 s, 18 s … at most 6 h; after the last try it stays until somebody asks again. */
export async function putOff(tx: Tx, event: StoredEvent, problem: string): Promise<void> {
  await sql`update events set attempts = attempts + 1, problem = ${problem.slice(0, 500)},
      not_before = case when attempts + 1 >= ${LAST_ATTEMPT} then 'infinity'::timestamptz
        else now() + least(interval '6 hours', interval '2 seconds' * power(3, attempts)) end
    where workspace_id = ${event.workspaceId} and event_id = ${event.eventId}`.execute(tx)
}

/** Events that reached nobody after the last try, newest first. */
export const undeliveredEvents = (reader: Reader) =>
  reader
    .selectFrom('events')
    .select(['event_id', 'name', 'subject_id', 'occurred_at', 'attempts', 'problem'])
    .where('delivered_at', 'is', null)
    .where('attempts', '>=', LAST_ATTEMPT)
    .orderBy('event_id', 'desc')
    .limit(200)
    .execute()

/** Gives the events of one workspace that reached nobody all their tries back; how many they are. */
export async function makeDueAgain(tx: Tx, workspaceId: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('events')
    .set({ attempts: 0, not_before: sql<Date>`now()` })
    .where('workspace_id', '=', workspaceId)
    .where('delivered_at', 'is', null)
    .where('attempts', '>=', LAST_ATTEMPT)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
