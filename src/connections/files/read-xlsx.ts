import { setImmediate as turn } from 'node:timers/promises'
import { streamXlsxRows } from 'hucre/xlsx'
import { Refusal } from '../../vocabulary/index.ts'
import { checkArchive } from './check-archive.ts'
import { ARCHIVE_LIMITS, type Limits } from './limits.ts'
import { checkRow } from './read-csv.ts'
import type { Row } from './row.ts'

const BATCH = 1000

/** Rows of the first sheet in batches, every cell as the text a CSV would have (dates as ISO, numbers with a dot). */
export async function* readXlsx(chunks: AsyncIterable<Buffer>, limits: Limits): AsyncGenerator<Row[]> {
  const bytes = await collect(chunks, Math.min(limits.bytes, ARCHIVE_LIMITS.bytes))
  await checkArchive(bytes)
  let batch: Row[] = []
  try {
    for await (const { index, values } of streamXlsxRows(bytes)) {
      const row = { line: index + 1, cells: values.map(cellText) }
      if (row.cells.every(cell => cell === '')) continue
      checkRow(row, limits)
      if (batch.push(row) < BATCH) continue
      yield batch
      // Unpacked rows come without waiting for anything: others get their turn here.
      await turn()
      batch = []
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('file_workbook_unreadable', { problem: (error as Error).message.slice(0, 200) })
  }
  if (batch.length > 0) yield batch
}

/** A whole stream in memory, up to `limit` bytes. */
async function collect(chunks: AsyncIterable<Buffer>, limit: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > limit) throw new Refusal('file_too_large', { limit: Math.round(limit / 1024 / 1024) })
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'object') return ''
  return String(value)
}

/** A workbook knows no time zone: midnight is a date, anything else a local time. */
function dateText(value: Date): string {
  const iso = value.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ')
}
