import type { Tools } from '../../../platform/tools.ts'
import type { Work } from '../../../platform/work-loop.ts'
import { askDueTurns } from './ask-due-turns.ts'
import { dayOf, layOutTurns } from './lay-out-turns.ts'
import { planToLayOut, planWithDueTurns } from './queries/turns.ts'

/** Lays out turns once a day for each plan, and asks whose turn has come. */
export const rolling = (tools: Tools): Work => ({
  name: 'rolling plans',
  once: async () => {
    const { database, clock } = tools
    const open = await planToLayOut(database, dayOf(clock(), 1))
    if (open) {
      const scope = { workspaceId: open.workspaceId, actor: 'echolot' }
      await database.inWorkspace(scope, tx => layOutTurns(tx, open.planId, clock()))
      return true
    }
    const due = await planWithDueTurns(database, clock())
    if (!due) return false
    const scope = { workspaceId: due.workspaceId, actor: 'echolot' }
    return (await database.inWorkspace(scope, tx => askDueTurns(tx, due.planId, tools))) > 0
  },
})
