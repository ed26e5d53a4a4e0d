import { Refusal } from '../../vocabulary/index.ts'
import { contentOf } from './content.ts'
import { delimiterOf } from './delimiter.ts'
import { type Encoding, encodingOf, toUtf8 } from './encoding.ts'
import { columnNames, looksLikeValues } from './headers.ts'
import type { Limits } from './limits.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import type { Row } from './row.ts'

const HEAD_BYTES = 64 * 1024

/** How a file was read, told beside what it says. */
export type Reading = {
  content: 'csv' | 'xlsx'
  encoding: Encoding | null
  delimiter: string | null
  headerFound: boolean
}

/** A file as named columns and rows in batches; `sample` holds the first rows, which `rows` gives again. */
export type Table = {
  reading: Reading
  columns: string[]
  sample: Row[]
  rows: AsyncIterable<Row[]>
  /** Lets go of the file where not all of it is wanted. */
  close: () => Promise<void>
}

/** Opens a CSV or XLSX from a stream of bytes; refuses anything else in one clear sentence. */
export async function openTable(source: AsyncIterable<Buffer | Uint8Array>, limits: Limits): Promise<Table> {
  const { head, chunks } = await peek(source)
  const content = contentOf(head)
  const reading: Reading = { content, encoding: null, delimiter: null, headerFound: true }
  const batches = content === 'xlsx' ? readXlsx(chunks, limits) : readText(head, chunks, limits, reading)
  const first = await batches.next()
  const rows = first.done ? [] : first.value
  const header = rows[0]
  if (!header) throw new Refusal('file_empty')
  reading.headerFound = !looksLikeValues(header.cells)
  const columns = reading.headerFound ? columnNames(header.cells) : header.cells.map((_, i) => `#${i + 1}`)
  const sample = reading.headerFound ? rows.slice(1) : rows
  if (sample.length === 0) throw new Refusal('file_without_rows')
  const close = async () => void (await batches.return(undefined))
  return { reading, columns, sample, rows: continued(sample, batches), close }
}

function readText(
  head: Buffer,
  chunks: AsyncIterable<Buffer>,
  limits: Limits,
  reading: Reading,
): AsyncGenerator<Row[]> {
  const found = encodingOf(head)
  const { delimiter, declared } = delimiterOf(new TextDecoder(found.encoding).decode(head.subarray(found.markBytes)))
  reading.encoding = found.encoding
  reading.delimiter = delimiter
  const text = toUtf8(chunks, found, encoding => {
    reading.encoding = encoding
  })
  return readCsv(text, { delimiter, limits, declared })
}

/** The first bytes of a stream, and the whole stream again. */
async function peek(
  source: AsyncIterable<Buffer | Uint8Array>,
): Promise<{ head: Buffer; chunks: AsyncIterable<Buffer> }> {
  const iterator = source[Symbol.asyncIterator]()
  const parts: Buffer[] = []
  let size = 0
  while (size < HEAD_BYTES) {
    const next = await iterator.next()
    if (next.done) break
    const part = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength)
    parts.push(part)
    size += part.length
  }
  async function* again(): AsyncGenerator<Buffer> {
    try {
      yield* parts
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
        yield Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength)
      }
    } finally {
      await iterator.return?.()
    }
  }
  return { head: Buffer.concat(parts).subarray(0, HEAD_BYTES), chunks: again() }
}

async function* continued(first: Row[], rest: AsyncGenerator<Row[]>): AsyncGenerator<Row[]> {
  yield first
  yield* rest
}
