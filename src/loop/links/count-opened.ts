import type { Database } from '../../platform/database/index.ts'
import type { Work } from '../../platform/work-loop.ts'
import { addOpened } from './queries/links.ts'

type Opened = { workspaceId: string; openLinkId: string }

const waiting = new Map<string, Opened & { opened: number }>()

/** Counts that a link was opened; written together every few seconds, so that a rush of visitors is one row. */
export function countOpened({ workspaceId, openLinkId }: Opened): void {
  const before = waiting.get(openLinkId)
  waiting.set(openLinkId, { workspaceId, openLinkId, opened: (before?.opened ?? 0) + 1 })
}

/** Writes what was counted. */
export async function writeOpened(database: Database): Promise<void> {
  const counts = [...waiting.values()]
  waiting.clear()
  for (const { workspaceId, ...count } of counts) {
    await database.inWorkspace({ workspaceId, actor: 'respondent', quiet: true }, tx => addOpened(tx, [count]))
  }
}

/** The work list of counts. */
export const countingOpened = (database: Database): Work => ({
  name: 'count opened links',
  everyMs: 3000,
  byClock: true,
  once: async () => {
    await writeOpened(database)
    return false
  },
})
