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
  { ...rolling(tools), everyMs: 5 * SECOND_MS, byClock: true },
  { ...triggering(tools), everyMs: 5 * SECOND_MS, byClock: true },
  { ...reminding(tools), everyMs: 30 * SECOND_MS, byClock: true },
]
