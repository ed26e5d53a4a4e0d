import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Settings } from '../../platform/settings.ts'

/** Where a file waits until its rows are taken: in the data folder, readable by its owner only. */
export const uploadPath = (settings: Pick<Settings, 'dataFolder'>, importId: string): string =>
  join(settings.dataFolder, 'uploads', importId)

/** Writes a stream to its place with its length and hash; a stream that breaks leaves nothing behind. */
export async function keepUpload(
  path: string,
  content: AsyncIterable<Uint8Array>,
): Promise<{ bytes: number; hash: Buffer }> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let bytes = 0
  const counter = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  try {
    await pipeline(content, counter, createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    await dropUpload(path)
    throw error
  }
  return { bytes, hash: hash.digest() }
}

export const dropUpload = (path: string): Promise<void> => rm(path, { force: true })

export const hasUpload = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

// Small pieces: between two of them the database is answered.
const CHUNK = 32 * 1024

/** The bytes of a file, telling how many have been read. */
export async function* readCounted(path: string, count: (bytes: number) => void): AsyncGenerator<Buffer> {
  let read = 0
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    read += (chunk as Buffer).length
    count(read)
    yield chunk as Buffer
  }
}
