import type { Tx } from '../../platform/database/index.ts'
import { partOf } from '../../stats/index.ts'
import type { CaseQueue, StoredEvent } from '../../vocabulary/index.ts'
import { emitAll, type Listener } from '../emit.ts'
import { insertCases, requeue } from './queries/cases.ts'
import { workspaceClock } from './queries/time-line.ts'
import { answerOfCase, answersAsTheyStand } from './queries/work.ts'
import { afterWorkingDays } from './working-days.ts'

/** The rule: which queue an answer goes to, and in how many working days the first contact is due. */
const RULES = {
  detractor: { queue: 'support', workingDays: 1 },
  passive: { queue: 'probe', workingDays: 3 },
  promoter: { queue: 'thanks', workingDays: 3 },
} as const satisfies Record<string, { queue: CaseQueue; workingDays: number }>

const OLDEST_MS = 30 * 86_400_000

/** Each answer opens one case; past answers that are brought in do not, they were another time's work. */
export async function openCases(tx: Tx, received: StoredEvent<'response.received'>[]): Promise<void> {
  const asked = received.filter(({ payload }) => payload.source !== 'import')
  if (asked.length === 0) return
  const zone = await workspaceClock(tx)
  const answers = await answersAsTheyStand(
    tx,
    asked.map(event => event.subjectId),
  )
  const cases = asked.flatMap(({ subjectId: responseId, payload: { personId }, occurredAt: openedAt }) => {
    const answer = answers.get(responseId)
    if (!answer || openedAt.getTime() - answer.answered_at.getTime() > OLDEST_MS) return []
    // The score as it stands: the event may come after that of a change, which found no case to move.
    const { queue, workingDays } = RULES[partOf(answer)]
    return { responseId, personId, queue, openedAt, dueAt: afterWorkingDays(openedAt, workingDays, zone) }
  })
  const opened = await insertCases(tx, cases)
  await emitAll(
    tx,
    'case.opened',
    opened.map(({ caseId, ...payload }) => ({ subjectId: caseId, payload })),
  )
}

/** A changed answer moves its case to the queue it belongs to now, unless somebody already worked on it. */
export const requeueCase: Listener<'response.changed'> = async (tx, { subjectId: responseId, occurredAt }) => {
  const { queue, workingDays } = RULES[partOf(await answerOfCase(tx, responseId))]
  await requeue(tx, responseId, queue, afterWorkingDays(occurredAt, workingDays, await workspaceClock(tx)))
}
