import type { Tx } from '../../platform/database/index.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Work } from '../../platform/work-loop.ts'
import { emit } from '../emit.ts'
import { releaseWaiting, waitingSurveys, workspacesWithAnonymous } from './queries.ts'

const EVERY_MS = 60_000

/**
 * Shows the waiting answers of every anonymous survey where enough have come together and rested until the day was over
 * (reasons are written after the score). Whatever is shown is a union of such batches: two views differ by nothing or by
 * at least one batch, so that subtracting them lays nobody bare.
 */
export async function releaseAnswers(tx: Tx, now: Date): Promise<void> {
  const today = now.toISOString().slice(0, 10)
  for (const surveyId of await waitingSurveys(tx, today)) {
    const answers = await releaseWaiting(tx, surveyId, { today, now })
    if (answers > 0) await emit(tx, 'answers.shown', surveyId, { answers })
  }
}

/** The work list of batches. */
export const releasingAnswers = ({ database, clock }: Pick<Tools, 'database' | 'clock'>): Work => ({
  name: 'show anonymous answers in batches',
  everyMs: EVERY_MS,
  byClock: true,
  once: async () => {
    for (const workspaceId of await database.inInstance(workspacesWithAnonymous))
      await database.inWorkspace({ workspaceId, actor: 'echolot', quiet: true }, tx => releaseAnswers(tx, clock()))
    return false
  },
})
