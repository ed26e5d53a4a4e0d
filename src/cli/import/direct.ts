import { createWriteStream } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { say } from '../../languages/index.ts'
import { importLocalFile, readImport, rejectionLines } from '../../loop/imports/index.ts'
import { Database } from '../../platform/database/index.ts'
import type { Import } from '../../vocabulary/index.ts'
import { onDatabase } from '../borrow.ts'
import { CommandProblem } from '../command.ts'
import type { ImportRequest } from './request.ts'

const POLL_MS = 500

/** Imports on the database of the settings, whether a server runs on it or not. */
export async function importDirectly(request: ImportRequest, show: (running: Import) => void): Promise<Import> {
  return onDatabase({ demo: request.demo }, async ({ settings, storage }) => {
    const database = new Database(storage.url, { connections: 6, name: 'echolot-command' })
    try {
      const workspaceId = await chooseWorkspace(database, request)
      const scope = { workspaceId, actor: 'command' }
      let timer: NodeJS.Timeout | undefined
      const started = ({ importId }: Import) => {
        timer = setInterval(() => {
          database.readWorkspace(scope, reader => readImport(reader, importId)).then(show, () => undefined)
        }, POLL_MS)
      }
      const file = { ...request, path: request.file, fileName: basename(request.file) }
      const done = await importLocalFile({ database, scope, secret: settings.secret }, file, started).finally(() =>
        clearInterval(timer),
      )
      if (request.rejected && done.rowsRejected > 0) {
        const columns = done.mapping.columns.map(column => column.name)
        const lines = rejectionLines({ database }, { workspaceId, language: request.language }, done.importId, columns)
        await pipeline(Readable.from(lines), createWriteStream(request.rejected))
      }
      return done
    } finally {
      await database.close()
    }
  })
}

async function chooseWorkspace(database: Database, { workspace, language }: ImportRequest): Promise<string> {
  const all = await database.readInstance(reader =>
    reader.selectFrom('workspaces').select(['workspace_id', 'name']).orderBy('created_at').execute(),
  )
  const found = workspace === null ? all : all.filter(one => one.name === workspace || one.workspace_id === workspace)
  if (all.length === 0) throw new CommandProblem(say(language, 'imports.commandNoWorkspace'))
  const [only] = found
  if (!only || found.length > 1) {
    throw new CommandProblem(say(language, 'imports.commandWorkspace', { names: all.map(one => one.name).join(', ') }))
  }
  return only.workspace_id
}
