import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Refusal } from '../../vocabulary/index.ts'
import type { Delimiter } from './delimiter.ts'
import type { Limits } from './limits.ts'
import type { Row } from './row.ts'

const BATCH = 200

/** Rows of UTF-8 text in batches, with the line each one starts on; quotes are read tolerantly, hostile rows refused. */
export async function* readCsv(
  text: AsyncIterable<Buffer>,
  { delimiter, limits, declared }: { delimiter: Delimiter; limits: Limits; declared: boolean },
): AsyncGenerator<Row[]> {
  const ends = new Ends()
  const parser = parse({
    delimiter,
    from_line: declared ? 2 : 1,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: limits.rowBytes,
    on_record: (cells, context) => {
      ends.add(context.lines)
      return cells
    },
  })
  pipeline(Readable.from(watchZero(text, limits), { objectMode: true, highWaterMark: 1 }), parser, () => undefined)
  let batch: Row[] = []
  let before = declared ? 1 : 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const row = { line: before + 1, cells }
      before = ends.next()
      checkRow(row, limits)
      if (batch.push(row) < BATCH) continue
      yield batch
      batch = []
    }
  } catch (error) {
    // What came before the bad row counts: an import says how far it got.
    if (batch.length > 0) yield batch
    throw asRefusal(error, limits)
  }
  if (batch.length > 0) yield batch
}

/** The lines on which parsed records end, in their order: the parser is ahead of its reader. */
class Ends {
  #lines: number[] = []
  #taken = 0

  add(line: number): void {
    this.#lines.push(line)
  }

  next(): number {
    const line = this.#lines[this.#taken++] ?? 0
    if (this.#taken === BATCH) {
      this.#lines = this.#lines.slice(BATCH)
      this.#taken = 0
    }
    return line
  }
}

/** Refuses rows that no honest table has, with their place. */
export function checkRow(row: Row, limits: Limits): void {
  if (row.cells.length > limits.columns) {
    throw new Refusal('file_columns_too_many', { line: row.line, columns: row.cells.length, limit: limits.columns })
  }
  for (let i = 0; i < row.cells.length; i++) {
    const cell = row.cells[i] ?? ''
    if (cell.length > limits.cellBytes) {
      throw new Refusal('file_cell_too_long', {
        line: row.line,
        column: i + 1,
        limit: Math.round(limits.cellBytes / 1024),
      })
    }
  }
}

/** A zero byte is never text: tells the line and column of the first one. */
async function* watchZero(text: AsyncIterable<Buffer>, limits: Limits): AsyncGenerator<Buffer> {
  let line = 1
  let total = 0
  for await (const chunk of text) {
    total += chunk.length
    if (total > limits.bytes) throw new Refusal('file_too_large', { limit: Math.round(limits.bytes / 1024 / 1024) })
    const zero = chunk.indexOf(0)
    if (zero >= 0) {
      const before = chunk.toString('latin1', 0, zero)
      const lines = before.split('\n')
      throw new Refusal('file_character_zero', {
        line: line + lines.length - 1,
        column: (lines.at(-1) ?? '').length + 1,
      })
    }
    line += countLines(chunk)
    yield chunk
  }
}

function countLines(chunk: Buffer): number {
  let lines = 0
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1
  return lines
}

function asRefusal(error: unknown, limits: Limits): unknown {
  if (!(error instanceof CsvError)) return error
  const line = Number((error as { lines?: number }).lines ?? 1)
  const column = Number((error as { column?: number }).column ?? 0) + 1
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new Refusal('file_row_too_long', { line, column, limit: Math.round(limits.rowBytes / 1024) })
  }
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new Refusal('file_quote_open', { line, column })
  return new Refusal('file_row_unreadable', { line, column, problem: error.code })
}
