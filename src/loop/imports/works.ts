import type { Tools } from '../../platform/tools.ts'
import type { Work } from '../../platform/work-loop.ts'
import { importInThread } from './import-in-thread.ts'
import { endAbandoned, forgottenImports, runningImports } from './queries/imports.ts'
import { failImport, type Run } from './run-import.ts'
import { dropUpload, hasUpload, uploadPath } from './uploads.ts'

const AN_HOUR_MS = 3_600_000

/** Imports run one after the other, each in a thread of its own; files that nobody wanted go after a day. */
export const works = (tools: Tools): Work[] => [
  { name: 'imports', once: ending => runNext(tools, ending), everyMs: 1000 },
  { name: 'forgotten uploads', once: () => dropForgotten(tools), everyMs: AN_HOUR_MS, byClock: true },
]

async function runNext(tools: Tools, signal?: AbortSignal): Promise<boolean> {
  const { database, settings } = tools
  for (const { importId, workspaceId, actor } of await database.readInstance(runningImports)) {
    const path = uploadPath(settings, importId)
    // The file lies with the process that received it; the others leave the import alone.
    if (signal?.aborted || !(await hasUpload(path))) continue
    const scope = { workspaceId, actor: actor ?? undefined }
    await runOne(tools, { database, scope, importId, path, secret: settings.secret, signal })
  }
  return false
}

/** An import that cannot go on ends as failed and leaves the way to the next one. */
async function runOne({ log }: Tools, run: Run): Promise<void> {
  try {
    await importInThread(run)
  } catch (error) {
    log.error({ err: error, importId: run.importId }, 'an import broke off')
    await failImport(run, error).catch(() => undefined)
  }
}

async function dropForgotten(tools: Tools): Promise<boolean> {
  await tools.database.inInstance(endAbandoned)
  const ids = await tools.database.readInstance(forgottenImports)
  for (const importId of ids) await dropUpload(uploadPath(tools.settings, importId))
  return false
}
