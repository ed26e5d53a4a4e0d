import type { Tools } from '../../platform/tools.ts'
import type { Work } from '../../platform/work-loop.ts'
import { importInThread } from './import-in-thread.ts'
import { endAbandoned, forgottenImports, runningImports } from './queries/imports.ts'
import { dropUpload, hasUpload, uploadPath } from './uploads.ts'

const AN_HOUR_MS = 3_600_000

/** Imports run one after the other, each in a thread of its own; files that nobody wanted go after a day. */
export const works = (tools: Tools): Work[] => [
  { name: 'imports', once: () => runNext(tools), everyMs: 1000 },
  { name: 'forgotten uploads', once: () => dropForgotten(tools), everyMs: AN_HOUR_MS },
]

async function runNext(tools: Tools): Promise<boolean> {
  const waiting = await tools.database.readInstance(runningImports)
  for (const { importId, workspaceId, actor } of waiting) {
    const path = uploadPath(tools.settings, importId)
    // The file lies with the process that received it; the others leave the import alone.
    if (!(await hasUpload(path))) continue
    await importInThread({
      database: tools.database,
      scope: { workspaceId, actor: actor ?? undefined },
      importId,
      path,
      secret: tools.settings.secret,
    })
  }
  return false
}

async function dropForgotten(tools: Tools): Promise<boolean> {
  await tools.database.inInstance(endAbandoned)
  const ids = await tools.database.readInstance(forgottenImports)
  for (const importId of ids) await dropUpload(uploadPath(tools.settings, importId))
  return false
}
