import type { AskingChannel, Audience } from '../../../vocabulary/index.ts'

/** What asks by itself, again and again: a rolling plan or a trigger. Each period of it is a wave. */
export type Series = {
  kind: 'rolling' | 'trigger'
  id: string
  surveyId: string
  name: string
  channel: AskingChannel
  audience: Audience
  reminders: number[]
  startedBy: string | null
  startedAs: string | null
  /** The fewest days between two questions to one person. */
  apartDays: number
}
