import type { Import } from '../../vocabulary/index.ts'
import { requestAttributes } from '../derivations/index.ts'
import { emit } from '../emit.ts'
import { findImport, markFinished } from './queries/imports.ts'
import { keepMapping } from './queries/mappings.ts'
import type { Run } from './run-import.ts'
import { dropUpload } from './uploads.ts'

/** Ends a run: says so, remembers the mapping, and lets go of the file once its rows are taken. */
export async function finishImport(
  { database, scope, importId, path, keepsFile }: Run,
  problem: Import['problem'],
): Promise<void> {
  const ended = await database.inWorkspace(scope, async tx => {
    await markFinished(tx, importId, problem)
    const found = await findImport(tx, importId)
    if (!found || found.dryRun) return null
    await requestAttributes(tx)
    if (problem) return null
    const { kind, mapping, rowsAdded: added, rowsRejected: rejected } = found
    const roles = Object.fromEntries(mapping.columns.map(({ name, role }) => [name, role]))
    await keepMapping(
      tx,
      kind,
      mapping.columns.map(column => column.name),
      { roles, options: { ...mapping.options, wave: undefined, date: undefined } },
    )
    await emit(tx, 'import.finished', importId, { added, rejected, kind })
    return found
  })
  if (ended && !keepsFile) await dropUpload(path)
}
