import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BackupProblem, type Header } from './file.ts'

/** One line after the other, as bytes with their line end; COPY's own lines can be long but never endless. */
export async function* linesOf(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path)
  const gunzip = file.pipe(createGunzip())
  file.on('error', error => gunzip.destroy(error))
  let rest: Buffer = Buffer.alloc(0)
  try {
    for await (const chunk of gunzip as Readable) {
      let bytes: Buffer = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer])
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10)) {
        yield bytes.subarray(0, end + 1)
        bytes = bytes.subarray(end + 1)
      }
      rest = bytes
    }
  } catch (error) {
    throw new BackupProblem(brokenSentence(path, error as NodeJS.ErrnoException))
  } finally {
    file.destroy()
  }
  if (rest.length > 0) yield rest
}

/** The first line of a backup; refuses what is none. */
export const headerFrom = (line: Buffer | undefined, path: string): Header => {
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
