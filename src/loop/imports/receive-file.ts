import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Caller } from '../../access/index.ts'
import { type Limits, PAGE_LIMITS, STREAM_LIMITS } from '../../connections/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { type Import, type ImportKind, type ImportOptions, Refusal } from '../../vocabulary/index.ts'
import { found } from './found.ts'
import { previewFile } from './preview.ts'
import { findImport, insertImport } from './queries/imports.ts'
import { startRun } from './start-run.ts'
import { dropUpload, keepUpload, uploadPath } from './uploads.ts'

/** What comes with a file. */
export type FileGiven = {
  fileName: string
  kind: ImportKind | null
  options: ImportOptions
  dryRun: boolean
  /** Run at once, with what was guessed or remembered; else it waits for a person to look at the columns. */
  start: boolean
}

/** Limits of a page for people, none for programs. */
export const limitsFor = (caller: Pick<Caller, 'accountId'>): Limits =>
  caller.accountId === null ? STREAM_LIMITS : PAGE_LIMITS

/** Keeps a file, looks at its columns, and notes it as an import. */
export async function receiveFile(
  tools: Tools,
  caller: Caller,
  content: AsyncIterable<Uint8Array>,
  given: FileGiven,
): Promise<Import> {
  const importId = randomUUID()
  const path = uploadPath(tools.settings, importId)
  const limits = limitsFor(caller)
  const { bytes, hash } = await keepUpload(path, limited(content, limits.bytes))
  try {
    const { kind, mapping } = await tools.database.readWorkspace(caller, reader =>
      previewFile(reader, createReadStream(path), { kind: given.kind, limits, options: given.options }),
    )
    return await tools.database.inWorkspace(caller, async tx => {
      await insertImport(tx, {
        importId,
        kind,
        mapping,
        fileName: given.fileName.slice(0, 200),
        fileHash: hash,
        bytes,
        dryRun: given.dryRun,
        actor: caller.actor,
      })
      if (given.start) return startRun(tx, importId, { dryRun: given.dryRun })
      return found(await findImport(tx, importId))
    })
  } catch (error) {
    await dropUpload(path)
    throw error
  }
}

async function* limited(content: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of content) {
    size += chunk.length
    if (size > limit) throw new Refusal('file_too_large', { limit: Math.round(limit / 1024 / 1024) })
    yield chunk
  }
}
