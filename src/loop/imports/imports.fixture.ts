import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import type { Caller } from '../../access/index.ts'
import type { Reader } from '../../platform/database/index.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Import, ImportKind, ImportOptions } from '../../vocabulary/index.ts'
import { changeMapping } from './change-mapping.ts'
import { readImport } from './read-imports.ts'
import { receiveFile } from './receive-file.ts'
import { runImport } from './run-import.ts'
import { startRun } from './start-run.ts'
import { uploadPath } from './uploads.ts'

type Given = { kind?: ImportKind; dryRun?: boolean; options?: ImportOptions; roles?: Record<string, string> }

/** How many rows were added, changed, known before and rejected. */
export const counts = ({ rowsAdded, rowsChanged, rowsKnown, rowsRejected }: Import) => [
  rowsAdded,
  rowsChanged,
  rowsKnown,
  rowsRejected,
]

async function* bytes(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}

/** A company that takes files in, for stories. */
export async function importingCompany() {
  const { database } = await freshDatabase()
  const { scope, workspaceId, accountId } = await freshWorkspace(database)
  const caller: Caller = { workspaceId, accountId, role: 'owner', actor: scope.actor, language: 'en' }
  const secret = 'a secret that is long enough for a test'
  const settings = { dataFolder: await mkdtemp(join(tmpdir(), 'echolot-imports-')), secret }
  const tools = { database, settings, log: console, clock: () => new Date() } as unknown as Tools
  const look = <T>(work: (reader: Reader) => Promise<T>) => database.readWorkspace(scope, work)
  const run = (importId: string, signal?: AbortSignal) =>
    runImport({
      database,
      scope,
      importId,
      path: uploadPath(tools.settings, importId),
      secret,
      ...(signal && { signal }),
    })
  const shown = (importId: string) => look(reader => readImport(reader, importId))
  /** A file that waits for its run, as it was given. */
  const received = (fileName: string, csv: string) =>
    receiveFile(tools, caller, bytes(csv), { fileName, kind: 'responses', dryRun: false, options: {}, start: true })
  /** A file from its upload to the end of its run. */
  async function bring(csv: string, { kind, dryRun = false, options = {}, roles }: Given = {}): Promise<Import> {
    const file = { fileName: 'file.csv', kind: kind ?? null, dryRun, options, start: false }
    const { importId } = await receiveFile(tools, caller, bytes(csv), file)
    await database.inWorkspace(scope, async tx => {
      if (roles) await changeMapping(tx, importId, { roles: roles as never })
      await startRun(tx, importId, { dryRun })
    })
    await run(importId)
    return shown(importId)
  }
  return { database, scope, caller, secret, tools, look, run, shown, received, bring }
}
