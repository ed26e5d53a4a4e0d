import type { Tx } from '../../platform/database/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { Refusal } from '../../vocabulary/index.ts'
import { found } from './found.ts'
import { deleteImport, findImport } from './queries/imports.ts'
import { dropUpload, uploadPath } from './uploads.ts'

/** Drops a file that has brought nothing yet; what was imported stays in the list. */
export async function discardImport(tx: Tx, tools: Tools, importId: string): Promise<void> {
  const known = found(await findImport(tx, importId))
  if (known.state === 'running') throw new Refusal('import_running')
  if (known.state === 'done' && !known.dryRun) throw new Refusal('import_done')
  await deleteImport(tx, importId)
  await dropUpload(uploadPath(tools.settings, importId))
}
