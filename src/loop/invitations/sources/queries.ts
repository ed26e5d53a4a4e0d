import { sql } from 'kysely'
import type { Database, Reader, Tx } from '../../../platform/database/index.ts'

/** How many bodies of a source are kept. */
const KEPT = 50

export const sourceRows = (reader: Reader, sourceId: string | null) =>
  reader
    .selectFrom('event_sources as s')
    .selectAll()
    .select(eb => [
      eb
        .selectFrom('received_events as r')
        .whereRef('r.source_id', '=', 's.source_id')
        .where('r.state', 'in', ['taken', 'known'])
        .select(eb => eb.fn.countAll<number>().as('n'))
        .as('taken'),
      eb
        .selectFrom('received_events as r')
        .whereRef('r.source_id', '=', 's.source_id')
        .where('r.state', '=', 'rejected')
        .select(eb => eb.fn.countAll<number>().as('n'))
        .as('rejected'),
      eb
        .selectFrom('received_events as r')
        .whereRef('r.source_id', '=', 's.source_id')
        .select(eb => eb.fn.max('r.received_at').as('at'))
        .as('last_at'),
    ])
    .$if(sourceId !== null, query => query.where('s.source_id', '=', sourceId ?? ''))
    .orderBy('s.name')
    .limit(200)
    .execute()

/** A new source; undefined where its name is taken. */
export const insertSource = (tx: Tx, source: { source_id: string; name: string; key_hash: Buffer }) =>
  tx
    .insertInto('event_sources')
    .values(source)
    .onConflict(conflict => conflict.columns(['workspace_id', 'name']).doNothing())
    .returning('source_id')
    .executeTakeFirst()

type SourceChange = {
  mapping?: string
  add_people?: boolean
  paused_at?: Date | null
  signature_header?: string | null
  signature_secret?: string | null
  key_version?: number
  key_hash?: Buffer
}

export const updateSource = (tx: Tx, sourceId: string, change: SourceChange) =>
  tx
    .updateTable('event_sources')
    // A change of nothing is a change too.
    .set({ source_id: sourceId, ...change })
    .where('source_id', '=', sourceId)
    .execute()

export const lockSource = (tx: Tx, sourceId: string) =>
  tx.selectFrom('event_sources').selectAll().where('source_id', '=', sourceId).forUpdate().executeTakeFirst()

export const deleteSource = (tx: Tx, sourceId: string) =>
  tx.deleteFrom('event_sources').where('source_id', '=', sourceId).returning('name').executeTakeFirst()

/** A source as its address finds it, of any workspace. */
export type KnownSource = {
  workspaceId: string
  sourceId: string
  name: string
  signatureHeader: string | null
  signatureSecret: string | null
  mapping: Record<string, unknown> | null
  addPeople: boolean
  pausedAt: Date | null
}

/** Whose address this is. */
export async function sourceByKey(database: Database, keyHash: Buffer): Promise<KnownSource | null> {
  const { rows } = await database.pool.query<KnownSource>(
    `select workspace_id as "workspaceId", source_id as "sourceId", name, signature_header as "signatureHeader",
       signature_secret as "signatureSecret", mapping, add_people as "addPeople", paused_at as "pausedAt"
     from event_sources where key_hash = $1`,
    [keyHash],
  )
  return rows[0] ?? null
}

type Received = {
  body: string
  state: 'sample' | 'taken' | 'known' | 'rejected'
  reason: string | null
  field: string | null
  touchpoint_id: string | null
}

/** Keeps a body with what became of it; of each source the last fifty. */
export async function insertReceived(tx: Tx, sourceId: string, received: Received): Promise<void> {
  await tx
    .insertInto('received_events')
    .values({ source_id: sourceId, ...received })
    .execute()
  await sql`
    delete from received_events where source_id = ${sourceId} and received_id <= (
      select received_id from received_events where source_id = ${sourceId} order by received_id desc offset ${KEPT} limit 1)`.execute(
    tx,
  )
}

export const updateReceived = (tx: Tx, receivedId: number, received: Omit<Received, 'body'>) =>
  tx.updateTable('received_events').set(received).where('received_id', '=', receivedId).execute()

/** The bodies that are kept, newest first. */
export const receivedRows = (reader: Reader, sourceId: string) =>
  reader
    .selectFrom('received_events')
    .selectAll()
    .where('source_id', '=', sourceId)
    .orderBy('received_id', 'desc')
    .limit(KEPT)
    .execute()

export const receivedRow = (tx: Tx, sourceId: string, receivedId: number) =>
  tx
    .selectFrom('received_events')
    .selectAll()
    .where('source_id', '=', sourceId)
    .where('received_id', '=', receivedId)
    .forUpdate()
    .executeTakeFirst()
