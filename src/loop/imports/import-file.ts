import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { STREAM_LIMITS } from '../../connections/index.ts'
import type { Database, Scope } from '../../platform/database/index.ts'
import type { Import, ImportKind, ImportOptions, MappingChoice } from '../../vocabulary/index.ts'
import { changeMapping } from './change-mapping.ts'
import { previewFile } from './preview.ts'
import { insertImport } from './queries/imports.ts'
import { readImport } from './read-imports.ts'
import { runImport } from './run-import.ts'
import { startRun } from './start-run.ts'

/** A file on this machine and what is wanted of it. */
export type LocalFile = {
  path: string
  fileName: string
  kind: ImportKind | null
  roles: NonNullable<MappingChoice['roles']>
  options: ImportOptions
  dryRun: boolean
}

/** Imports a file where it lies, without the server: looked at, mapped and run in this process; the file stays. */
export async function importLocalFile(
  { database, scope, secret }: { database: Database; scope: Scope; secret: string },
  { path, fileName, kind, roles, options, dryRun }: LocalFile,
  started: (importing: Import) => void,
): Promise<Import> {
  const importId = randomUUID()
  const { size } = await stat(path)
  const seen = await database.readWorkspace(scope, reader =>
    previewFile(reader, createReadStream(path), { kind, limits: STREAM_LIMITS, options }),
  )
  const running = await database.inWorkspace(scope, async tx => {
    await insertImport(tx, {
      importId,
      ...seen,
      fileName,
      fileHash: null,
      bytes: size,
      dryRun,
      actor: scope.actor ?? 'command',
    })
    await changeMapping(tx, importId, { roles, options })
    return startRun(tx, importId, { dryRun })
  })
  started(running)
  await runImport({ database, scope, importId, path, secret, keepsFile: true })
  return database.readWorkspace(scope, reader => readImport(reader, importId))
}
