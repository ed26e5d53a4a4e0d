import { createReadStream, type ReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { BackupProblem, endOfRows, type Header } from './file.ts'

const lineEnd = 10
const marker = Buffer.from(`${endOfRows}\n`)
const markerAfterRow = Buffer.from(`\n${endOfRows}\n`)

/** Reads a backup from its beginning: single lines, or all rows of a table in portions. */
export class BackupReader {
  readonly #path: string
  readonly #file: ReadStream
  readonly #chunks: AsyncIterator<Buffer>
  #bytes: Buffer = Buffer.alloc(0)

  constructor(path: string) {
    this.#path = path
    this.#file = createReadStream(path)
    const gunzip = this.#file.pipe(createGunzip({ chunkSize: 1 << 18 }))
    this.#file.on('error', error => gunzip.destroy(error))
    this.#chunks = gunzip[Symbol.asyncIterator]()
  }

  /** The next line with its end, or null at the end of the file. */
  async line(): Promise<Buffer | null> {
    for (;;) {
      const end = this.#bytes.indexOf(lineEnd)
      if (end >= 0) return this.#take(end + 1)
      if (!(await this.#more())) return this.#bytes.length === 0 ? null : this.#take(this.#bytes.length)
    }
  }

  /** What stands before the line that ends a table's rows; that line is taken as well. */
  async *rows(): AsyncGenerator<Buffer> {
    let afterRow = true
    for (;;) {
      if (afterRow && this.#bytes.subarray(0, marker.length).equals(marker)) break
      const end = this.#bytes.indexOf(markerAfterRow)
      // The last bytes may be the beginning of the marker.
      const length = end >= 0 ? end + 1 : Math.max(0, this.#bytes.length - marker.length)
      if (length > 0) {
        const portion = this.#take(length)
        afterRow = portion.at(-1) === lineEnd
        yield portion
      } else if (!(await this.#more())) throw new BackupProblem(`${this.#path} ends too early. Use another backup.`)
    }
    this.#take(marker.length)
  }

  close(): void {
    this.#file.destroy()
  }

  #take(length: number): Buffer {
    const taken = this.#bytes.subarray(0, length)
    this.#bytes = this.#bytes.subarray(length)
    return taken
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#chunks.next().catch(error => {
      throw new BackupProblem(brokenSentence(this.#path, error as NodeJS.ErrnoException))
    })
    if (!done) this.#bytes = this.#bytes.length === 0 ? value : Buffer.concat([this.#bytes, value])
    return !done
  }
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
