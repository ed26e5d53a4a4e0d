import type { Tools } from '../../platform/tools.ts'
import type { Work } from '../../platform/work-loop.ts'
import { reminding } from './reminders/remind.ts'
import { rolling } from './rolling/works.ts'
import { triggering } from './triggers/ask-due-turns.ts'
import { planning } from './waves/plan-wave.ts'

const SECOND_MS = 1000

/** What asking does in the background; only a member's own round has somebody who waits for it. */
export const works = (tools: Tools): Work[] => [
  planning(tools),
  unhurried(rolling(tools), 5 * SECOND_MS),
  unhurried(triggering(tools), 5 * SECOND_MS),
  unhurried(reminding(tools), 30 * SECOND_MS),
]

/** Looks for work at most every `restMs`, however many commits wake it: a rush of answers wakes all lists all the time. */
function unhurried(work: Work, restMs: number): Work {
  let foundNothingAt = Number.NEGATIVE_INFINITY
  return {
    ...work,
    everyMs: restMs,
    once: async ending => {
      if (performance.now() - foundNothingAt < restMs) return false
      const more = await work.once(ending)
      if (!more) foundNothingAt = performance.now()
      return more
    },
  }
}
