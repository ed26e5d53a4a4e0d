import type { Database } from '../../platform/database/index.ts'
import type { News } from '../../vocabulary/index.ts'

/** What happened in a workspace after an event, oldest first, but not when somebody answered anonymously; outside a transaction, because many ask often. */
export async function eventsAfter(
  database: Database,
  workspaceId: string,
  after: number,
  most: number,
): Promise<News[]> {
  const { rows } = await database.pool.query<Omit<News, 'occurredAt'> & { occurredAt: Date }>(
    `select event_id as "eventId", name, subject_id as "subjectId", occurred_at as "occurredAt" from events
     where workspace_id = $1 and event_id > $2 and name <> 'survey.answered' order by event_id limit $3`,
    [workspaceId, after, most],
  )
  return rows.map(row => ({ ...row, eventId: Number(row.eventId), occurredAt: row.occurredAt.toISOString() }))
}

/** The newest event of a workspace; 0 before the first. */
export async function newestEvent(database: Database, workspaceId: string): Promise<number> {
  const { rows } = await database.pool.query<{ newest: string | null }>(
    'select max(event_id) as newest from events where workspace_id = $1',
    [workspaceId],
  )
  return Number(rows[0]?.newest ?? 0)
}
