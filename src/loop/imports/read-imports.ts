import type { Reader } from '../../platform/database/index.ts'
import {
  cursorOf,
  type Import,
  type ImportRejection,
  type Page,
  type PageQuery,
  readCursor,
} from '../../vocabulary/index.ts'
import { found } from './found.ts'
import { findImport, newestImports } from './queries/imports.ts'
import { rejectionReasons, rejectionsAfter } from './queries/rejections.ts'

/** One import. */
export const readImport = async (reader: Reader, importId: string): Promise<Import> =>
  found(await findImport(reader, importId))

/** A page of imports, newest first. */
export async function listImports(reader: Reader, { limit, cursor }: PageQuery): Promise<Page<Import>> {
  const before = readCursor(cursor)
  const place: [string, string] | null = before ? [String(before[0]), String(before[1])] : null
  const rows = await newestImports(reader, limit + 1, place)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(row => row.item), next: rows.length > limit && last ? cursorOf(last.place) : null }
}

/** A page of rejected rows, with how many there are for each reason. */
export async function listRejections(
  reader: Reader,
  importId: string,
  { limit, cursor }: PageQuery,
): Promise<Page<ImportRejection> & { reasons: { reason: ImportRejection['reason']; count: number }[] }> {
  await readImport(reader, importId)
  const after = Number(readCursor(cursor)?.[0] ?? -1)
  const rows = await rejectionsAfter(reader, importId, after, limit + 1)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last ? cursorOf([last.row]) : null
  return { items, next, reasons: await rejectionReasons(reader, importId) }
}
