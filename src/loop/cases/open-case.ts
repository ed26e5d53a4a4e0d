import { partOf } from '../../stats/index.ts'
import type { CaseQueue } from '../../vocabulary/index.ts'
import { emit, type Listener } from '../emit.ts'
import { insertCase, requeue } from './queries/cases.ts'
import { workspaceClock } from './queries/time-line.ts'
import { answerOfCase } from './queries/work.ts'
import { afterWorkingDays } from './working-days.ts'

/** The rule: which queue an answer goes to, and in how many working days the first contact is due. */
const RULES = {
  detractor: { queue: 'support', workingDays: 1 },
  passive: { queue: 'probe', workingDays: 3 },
  promoter: { queue: 'thanks', workingDays: 3 },
} as const satisfies Record<string, { queue: CaseQueue; workingDays: number }>

const OLDEST_MS = 30 * 86_400_000

/** Each answer opens one case; past answers that are brought in do not, they were another time's work. */
export const openCase: Listener<'response.received'> = async (tx, { subjectId: responseId, payload, occurredAt }) => {
  if (payload.source === 'import') return
  const answer = await answerOfCase(tx, responseId)
  if (occurredAt.getTime() - answer.answered_at.getTime() > OLDEST_MS) return
  // The score as it stands: the event may come after that of a change, which found no case to move.
  const { queue, workingDays } = RULES[partOf(answer)]
  const dueAt = afterWorkingDays(occurredAt, workingDays, await workspaceClock(tx))
  const { personId } = payload
  const opened = await insertCase(tx, { responseId, personId, queue, openedAt: occurredAt, dueAt })
  if (opened) await emit(tx, 'case.opened', opened.case_id, { responseId, personId, queue })
}

/** A changed answer moves its case to the queue it belongs to now, unless somebody already worked on it. */
export const requeueCase: Listener<'response.changed'> = async (tx, { subjectId: responseId, occurredAt }) => {
  const { queue, workingDays } = RULES[partOf(await answerOfCase(tx, responseId))]
  await requeue(tx, responseId, queue, afterWorkingDays(occurredAt, workingDays, await workspaceClock(tx)))
}
