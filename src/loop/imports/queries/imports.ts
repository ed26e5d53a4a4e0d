import { type ExpressionBuilder, type Selectable, sql } from 'kysely'
import type { Reader, Tables, Tx } from '../../../platform/database/index.ts'
import { type Import, type ImportKind, ImportMapping } from '../../../vocabulary/index.ts'
import { missingRoles } from '../rows/plan.ts'

/** Notes a file that came in, waiting for its columns to be looked at. */
export async function insertImport(
  tx: Tx,
  given: {
    importId: string
    kind: ImportKind
    fileName: string
    fileHash: Buffer | null
    mapping: ImportMapping
    bytes: number
    dryRun: boolean
    actor: string
  },
): Promise<void> {
  await tx
    .insertInto('imports')
    .values({
      import_id: given.importId,
      kind: given.kind,
      file_name: given.fileName,
      file_hash: given.fileHash,
      mapping: JSON.stringify(given.mapping),
      dry_run: given.dryRun,
      bytes_total: given.bytes,
      created_by: given.actor,
    })
    .execute()
}

/** One import, or null. */
export async function findImport(reader: Reader, importId: string): Promise<Import | null> {
  const row = await reader.selectFrom('imports').selectAll().where('import_id', '=', importId).executeTakeFirst()
  return row ? importOf(row) : null
}

/** The newest imports, each with its place in the list: the moment in full, since files of one moment are many. */
export async function newestImports(
  reader: Reader,
  limit: number,
  before: [string, string] | null,
): Promise<{ item: Import; place: [string, string] }[]> {
  const rows = await reader
    .selectFrom('imports')
    .selectAll()
    .select(sql<string>`created_at::text`.as('moment'))
    .$if(before !== null, query => query.where(eb => olderThan(eb, before ?? ['', ''])))
    .orderBy('created_at', 'desc')
    .orderBy('import_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(row => ({ item: importOf(row), place: [row.moment, row.import_id] }))
}

const olderThan = (eb: ExpressionBuilder<Tables, 'imports'>, [at, importId]: [string, string]) =>
  eb(sql<string>`(created_at, import_id)`, '<', sql<string>`(${at}::timestamptz, ${importId}::uuid)`)

/** Changes how a waiting file is read; false when it is not waiting any more. */
export async function updateMapping(
  tx: Tx,
  importId: string,
  kind: ImportKind,
  mapping: ImportMapping,
): Promise<boolean> {
  const result = await tx
    .updateTable('imports')
    .set({ kind, mapping: JSON.stringify(mapping) })
    .where('import_id', '=', importId)
    .where('state', 'in', ['waiting', 'failed', 'done'])
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** Sets an import running from the first row, with its counts at nothing. */
export async function markRunning(tx: Tx, importId: string, dryRun: boolean, surveyId: string | null): Promise<void> {
  await tx
    .updateTable('imports')
    .set({
      state: 'running',
      dry_run: dryRun,
      survey_id: surveyId,
      problem: null,
      finished_at: null,
      rows_read: 0,
      rows_added: 0,
      rows_changed: 0,
      rows_known: 0,
      rows_rejected: 0,
      values_kept: 0,
      turns_made: 0,
      bytes_read: 0,
    })
    .where('import_id', '=', importId)
    .execute()
}

/** What one portion adds to the counts; stands in the transaction of the portion, so that a stopped run goes on exactly there. */
export type Progress = {
  read: number
  added: number
  changed: number
  known: number
  rejected: number
  kept: number
  turns: number
  bytes: number
}

export async function addProgress(
  tx: Tx,
  importId: string,
  { read, added, changed, known, rejected, kept, turns, bytes }: Progress,
): Promise<void> {
  await sql`update imports set rows_read = rows_read + ${read}, rows_added = rows_added + ${added},
    rows_changed = rows_changed + ${changed}, rows_known = rows_known + ${known}, rows_rejected = rows_rejected + ${rejected},
    values_kept = values_kept + ${kept}, turns_made = turns_made + ${turns}, bytes_read = greatest(bytes_read, ${bytes}) where import_id = ${importId}::uuid`.execute(
    tx,
  )
}

/** Ends a run; a problem makes it failed. */
export async function markFinished(tx: Tx, importId: string, problem: Import['problem']): Promise<void> {
  await sql`update imports set state = ${problem ? 'failed' : 'done'}, problem = ${problem ? JSON.stringify(problem) : null},
    finished_at = now(), bytes_read = case when ${problem === null} then coalesce(bytes_total, bytes_read) else bytes_read end
    where import_id = ${importId}::uuid and state = 'running'`.execute(tx)
}

/** Drops an import that has not brought anything. */
export async function deleteImport(tx: Tx, importId: string): Promise<void> {
  await tx.deleteFrom('imports').where('import_id', '=', importId).execute()
}

/** Running imports of all workspaces, oldest first: what a worker may take up. */
export async function runningImports(
  reader: Reader,
): Promise<{ importId: string; workspaceId: string; actor: string | null }[]> {
  const rows = await reader
    .selectFrom('imports')
    .select(['import_id', 'workspace_id', 'created_by'])
    .where('state', '=', 'running')
    .orderBy('created_at')
    .limit(20)
    .execute()
  return rows.map(row => ({ importId: row.import_id, workspaceId: row.workspace_id, actor: row.created_by }))
}

/** Runs that have stood for a day were broken off with their command; the same file again takes the rest. */
export async function endAbandoned(tx: Tx): Promise<void> {
  await tx
    .updateTable('imports')
    .set({ state: 'failed', problem: JSON.stringify({ code: 'import_file_gone', facts: {} }), finished_at: sql`now()` })
    .where('state', '=', 'running')
    .where('created_at', '<', sql<Date>`now() - interval '1 day'`)
    .execute()
}

/** Files older than a day that nobody set running: their ids. */
export async function forgottenImports(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('imports')
    .select('import_id')
    .where('state', '<>', 'running')
    .where('created_at', '<', sql<Date>`now() - interval '1 day'`)
    .where('created_at', '>', sql<Date>`now() - interval '8 days'`)
    .execute()
  return rows.map(row => row.import_id)
}

function importOf(row: Selectable<Tables['imports']>): Import {
  const mapping = ImportMapping.parse(row.mapping)
  return {
    importId: row.import_id,
    kind: row.kind,
    fileName: row.file_name,
    state: row.state,
    dryRun: row.dry_run,
    mapping,
    missing: missingRoles(row.kind, mapping),
    problem: row.problem === null ? null : JSON.parse(row.problem),
    rowsRead: row.rows_read,
    rowsAdded: row.rows_added,
    rowsChanged: row.rows_changed,
    rowsKnown: row.rows_known,
    rowsRejected: row.rows_rejected,
    valuesKept: row.values_kept,
    turnsMade: row.turns_made,
    bytesRead: row.bytes_read,
    bytesTotal: row.bytes_total,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}
