import type { SideLog } from '../../platform/side-log/index.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Work } from '../../platform/work-loop.ts'
import { entriesWait, setSideLogMark, takeEntries } from './queries/side-log.ts'

const PORTION = 2000

/**
 * Carries what must outlive a restore to the log beside the database, many entries by one fsync. They leave the queue in the
 * transaction that follows, so that the end of the process doubles an entry at most, which does no harm.
 */
export const keepSideLog = ({ database }: Pick<Tools, 'database'>, log: SideLog): Work => ({
  name: 'side log',
  everyMs: 1000,
  once: async () => {
    if (!(await entriesWait(database))) return false
    return database.inInstance(async tx => {
      const entries = await takeEntries(tx, PORTION)
      if (entries.length > 0) await setSideLogMark(tx, await log.append(entries))
      return entries.length === PORTION
    })
  },
})

/** Carries everything that waits, at the end of a process. */
export async function emptySideLogQueue(tools: Pick<Tools, 'database'>, log: SideLog): Promise<void> {
  const { once } = keepSideLog(tools, log)
  while (await once());
}
