import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import { IMPORT_REASONS, type ImportReason, type ImportRejection } from '../../../vocabulary/index.ts'

/** Keeps the rows of one portion that were not taken. */
export async function insertRejections(tx: Tx, importId: string, rejections: ImportRejection[]): Promise<void> {
  if (rejections.length === 0) return
  const rows = rejections.map(({ row, column, value, reason, cells }) => ({
    row_number: row,
    column_name: column,
    value,
    reason,
    cells,
  }))
  await sql`
    insert into import_rejections (import_id, row_number, column_name, value, reason, cells)
    select ${importId}::uuid, row_number, column_name, value, reason, cells
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(row_number bigint, column_name text, value text, reason text, cells jsonb)
    on conflict do nothing`.execute(tx)
}

/** Rejected rows in the order of the file, after `row`. */
export async function rejectionsAfter(
  reader: Reader,
  importId: string,
  row: number,
  limit: number,
): Promise<ImportRejection[]> {
  const rows = await reader
    .selectFrom('import_rejections')
    .select(['row_number', 'column_name', 'value', 'reason', 'cells'])
    .where('import_id', '=', importId)
    .where('row_number', '>', row)
    .orderBy('row_number')
    .limit(limit)
    .execute()
  return rows.map(found => ({
    row: found.row_number,
    column: found.column_name,
    value: found.value,
    reason: asReason(found.reason),
    cells: found.cells as unknown as string[],
  }))
}

/** Takes back the rejections of a run before, so that the next one tells its own. */
export async function forgetRejections(tx: Tx, importId: string): Promise<void> {
  await tx.deleteFrom('import_rejections').where('import_id', '=', importId).execute()
}

/** How many rows were refused for which reason. */
export async function rejectionReasons(
  reader: Reader,
  importId: string,
): Promise<{ reason: ImportReason; count: number }[]> {
  const rows = await reader
    .selectFrom('import_rejections')
    .select(['reason', eb => eb.fn.countAll<number>().as('count')])
    .where('import_id', '=', importId)
    .groupBy('reason')
    .orderBy('count', 'desc')
    .execute()
  return rows.map(({ reason, count }) => ({ reason: asReason(reason), count }))
}

const asReason = (reason: string): ImportReason => IMPORT_REASONS.find(known => known === reason) ?? 'person_missing'
