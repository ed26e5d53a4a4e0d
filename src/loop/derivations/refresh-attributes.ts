import type { Tx } from '../../platform/database/index.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Work } from '../../platform/work-loop.ts'
import { keepInAnswersOf, takeFromAnswers } from './queries/answers.ts'
import { computeFromHistory } from './queries/history.ts'
import {
  claimRefresh,
  dropValues,
  endRefreshes,
  finishRefresh,
  nextPeople,
  noteProgress,
  requestRefresh,
  workspaceToRefresh,
} from './queries/refreshes.ts'
import { calendarOf, rulesInForce } from './queries/rules.ts'

const PORTION = 5000

/** After many people or answers changed at once: everybody's attributes by rule are found anew, in the background. */
export async function requestAttributes(tx: Tx): Promise<void> {
  const { fromAnswers, fromHistory } = await rulesInForce(tx)
  if (fromAnswers.length + fromHistory.length > 0) await requestRefresh(tx)
}

/** Finds the attributes of the next portion of people anew; false when there is none, or another process has them. */
export async function refreshPortion(tx: Tx, portion = PORTION): Promise<boolean> {
  const refresh = await claimRefresh(tx)
  if (!refresh) return false
  const people = await nextPeople(tx, refresh.after_person, portion)
  const last = people.at(-1)
  const { fromAnswers, fromHistory } = await rulesInForce(tx)
  if (last === undefined) {
    await (fromAnswers.length + fromHistory.length > 0 ? finishRefresh(tx) : endRefreshes(tx))
    return false
  }
  if (refresh.dropped.length > 0) await dropValues(tx, people, refresh.dropped)
  await computeFromHistory(tx, people, fromHistory, await calendarOf(tx))
  for (const derived of refresh.with_answers ? fromAnswers : []) {
    await takeFromAnswers(tx, people, derived)
    await keepInAnswersOf(tx, people, derived)
  }
  await noteProgress(tx, last)
  return true
}

/** Attributes by rule for everybody: after a rule changed, after an import, and each night, because days pass. */
export const refreshing = ({ database }: Pick<Tools, 'database'>): Work => ({
  name: 'attributes by rule',
  once: async () => {
    const workspaceId = await workspaceToRefresh(database)
    if (!workspaceId) return false
    return database.inWorkspace({ workspaceId, actor: 'echolot', quiet: true }, tx => refreshPortion(tx))
  },
  everyMs: 2000,
  byClock: true,
})
