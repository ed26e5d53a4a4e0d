import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { BackupProblem, endOfRows, type Header } from './file.ts'

const lineEnd = 10
const marker = Buffer.from(`${endOfRows}\n`)
const markerAfterRow = Buffer.from(`\n${endOfRows}\n`)

/** Reads a backup from its beginning: single lines, or all rows of a table in portions. */
export type BackupReader = {
  /** The next line with its end, or null at the end of the file. */
  line: () => Promise<Buffer | null>
  /** What stands before the line that ends a table's rows; that line is taken as well. */
  rows: () => AsyncGenerator<Buffer>
  close: () => void
}

/** Opens a backup; nothing is read before the first question. */
export const openBackup = (path: string): BackupReader => {
  const file = createReadStream(path)
  const gunzip = file.pipe(createGunzip({ chunkSize: 1 << 18 }))
  file.on('error', error => gunzip.destroy(error))
  const chunks = gunzip[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let bytes: Buffer = Buffer.alloc(0)

  const more = async (): Promise<boolean> => {
    const { value, done } = await chunks.next().catch(error => {
      throw new BackupProblem(brokenSentence(path, error as NodeJS.ErrnoException))
    })
    if (!done) bytes = bytes.length === 0 ? value : Buffer.concat([bytes, value])
    return !done
  }
  const take = (length: number): Buffer => {
    const taken = bytes.subarray(0, length)
    bytes = bytes.subarray(length)
    return taken
  }
  const line = async (): Promise<Buffer | null> => {
    for (;;) {
      const end = bytes.indexOf(lineEnd)
      if (end >= 0) return take(end + 1)
      if (!(await more())) return bytes.length === 0 ? null : take(bytes.length)
    }
  }
  async function* rows(): AsyncGenerator<Buffer> {
    let afterRow = true
    for (;;) {
      if (afterRow && bytes.subarray(0, marker.length).equals(marker)) break
      const end = bytes.indexOf(markerAfterRow)
      // The last bytes may be the beginning of the marker.
      const length = end >= 0 ? end + 1 : Math.max(0, bytes.length - marker.length)
      if (length > 0) {
        const portion = take(length)
        afterRow = portion.at(-1) === lineEnd
        yield portion
      } else if (!(await more())) throw new BackupProblem(`${path} ends too early. Use another backup.`)
    }
    take(marker.length)
  }
  return { line, rows, close: () => file.destroy() }
}

/** The first line of a backup; refuses what is none. */
export const headerFrom = (line: Buffer | null, path: string): Header => {
  try {
    const header: Header = JSON.parse(String(line))
    if (header.format === 'echolot-backup' && header.version === 1) return header
  } catch {
    // Anything that is not JSON is no backup of ours either.
  }
  throw new BackupProblem(`${path} is not a backup of Echolot, or one of a newer version.`)
}

const brokenSentence = (path: string, error: NodeJS.ErrnoException): string => {
  if (error.code === 'ENOENT') return `There is no file ${path}.`
  if (error.code === 'Z_DATA_ERROR' && /header/.test(error.message)) return `${path} is not a backup of Echolot.`
  return `${path} cannot be read to its end (${error.message}). Use another backup.`
}
