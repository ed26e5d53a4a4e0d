import type { Reader } from '../../../platform/database/index.ts'
import type { RollingPreview } from '../../../vocabulary/index.ts'
import { dayOf, turnsUntil } from './lay-out-turns.ts'
import { countedPeople, waitingTurns } from './queries/turns.ts'
import { readPlan } from './rolling-plans.ts'

const DAYS = 7
const MOST_NAMED = 20

/** Who is due in the next seven days: those whose turn is laid out, and those who will follow. */
export async function previewPlan(reader: Reader, planId: string, at: Date): Promise<RollingPreview> {
  const plan = await readPlan(reader, planId)
  const days = Array.from({ length: DAYS }, (_, i) => dayOf(at, i))
  const end = new Date(`${dayOf(at, DAYS)}T00:00:00Z`)
  const turns = (await waitingTurns(reader, planId, end)).map(turn => ({ ...turn, fallsOn: '' }))
  for await (const portion of turnsUntil(reader, plan, at, days.at(-1) ?? dayOf(at)))
    turns.push(...portion.filter(turn => turn.dueAt < end))
  const counts = new Map<string, number>()
  for (const turn of turns) {
    const day = dayOf(turn.dueAt < at ? at : turn.dueAt)
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  turns.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
  return {
    ...(await countedPeople(reader, plan.audience, plan.startsFrom)),
    days: days.map(day => ({ day, people: counts.get(day) ?? 0 })),
    next: turns.slice(0, MOST_NAMED).map(({ personId, name, email, dueAt }) => ({
      personId,
      name,
      email,
      dueAt: dueAt.toISOString(),
    })),
  }
}
