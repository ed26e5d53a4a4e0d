import type { Reader } from '../../../platform/database/index.ts'
import type { TriggerQuestion, TriggerTrial } from '../../../vocabulary/index.ts'
import { touchpointsSince } from './queries/trials.ts'

const DAYS = 90
const DAY_MS = 86_400_000
const MOST_STATES = 12

/** What a trigger would have heard of lately, and in which states such things are; nothing is saved. */
export async function tryTrigger(
  reader: Reader,
  { touchpointKind, states }: TriggerQuestion,
  now: Date,
): Promise<TriggerTrial> {
  const since = new Date(now.getTime() - DAYS * DAY_MS)
  const found = await touchpointsSince(reader, { kind: touchpointKind, states, since, most: MOST_STATES })
  return { days: DAYS, ...found }
}
