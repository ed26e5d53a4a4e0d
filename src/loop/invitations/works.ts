import type { Tools } from '../../platform/tools.ts'
import type { Work } from '../../platform/work-loop.ts'
import { reminding } from './reminders/remind.ts'
import { rolling } from './rolling/works.ts'
import { triggering } from './triggers/ask-due-turns.ts'
import { planning } from './waves/plan-wave.ts'

/** What asking does in the background. */
export const works = (tools: Tools): Work[] => [planning(tools), reminding(tools), rolling(tools), triggering(tools)]
