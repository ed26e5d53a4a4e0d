import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { RollingPlan } from '../../../vocabulary/index.ts'
import { askingRules } from '../waves/queries/rules.ts'
import { lockPlan } from './queries/plans.ts'
import { insertTurns, markLaidOut, type OpenTurn, openTurns } from './queries/turns.ts'
import { readPlan } from './rolling-plans.ts'
import { slotOf } from './slot.ts'

const DAY_MS = 86_400_000
const PORTION = 5000
const FIRST = '00000000-0000-0000-0000-000000000000'

/** The day of a moment, `shift` days later. */
export const dayOf = (at: Date, shift = 0): string => new Date(at.getTime() + shift * DAY_MS).toISOString().slice(0, 10)

const daysBetween = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / DAY_MS

/** A turn with its moment. */
export type LaidOut = OpenTurn & { dueAt: Date }

/** Lays out the turns that fall until tomorrow; each once, however often it is called. Returns how many. */
export async function layOutTurns(tx: Tx, planId: string, at: Date): Promise<number> {
  const row = await lockPlan(tx, planId)
  if (!row?.started_at) return 0
  const plan = await readPlan(tx, planId)
  const until = dayOf(at, 1)
  let laidOut = 0
  for await (const turns of turnsUntil(tx, plan, at, until)) {
    await insertTurns(tx, planId, turns)
    laidOut += turns.length
  }
  await markLaidOut(tx, planId, until)
  return laidOut
}

/**
 * Turns that fall until a day and have no row yet, portion by portion. What fell while nothing ran is made up for, up to half
 * a period late and spread over as many days as were missed, so that it does not leave all at once.
 */
export async function* turnsUntil(
  reader: Reader,
  plan: RollingPlan,
  at: Date,
  until: string,
): AsyncGenerator<LaidOut[]> {
  const today = dayOf(at)
  const started = plan.startedAt?.slice(0, 10) ?? today
  const latest = dayOf(at, -Math.floor(plan.everyDays / 2))
  const layout = { ...plan, from: started > latest ? started : latest, until }
  const { zone } = await askingRules(reader)
  for (let after: string | null = FIRST; after !== null; ) {
    const open: OpenTurn[] = await openTurns(reader, layout, after, PORTION)
    yield open.map(turn => ({ ...turn, dueAt: dueAt(plan, turn, turn.zone ?? zone, at) }))
    after = open.length < PORTION ? null : (open.at(-1)?.personId ?? null)
  }
}

/** When a turn is due; one whose moment passed gets a new one from tomorrow on. */
export function dueAt(plan: RollingPlan, turn: { personId: string; fallsOn: string }, zone: string, at: Date): Date {
  const slot = slotOf({ planId: plan.planId, personId: turn.personId, day: turn.fallsOn, zone }, plan)
  if (slot >= at) return slot
  const missed = daysBetween(turn.fallsOn, dayOf(at))
  const spreadDays = Math.max(plan.spreadDays, missed)
  return slotOf({ planId: plan.planId, personId: turn.personId, day: dayOf(at, 1), zone }, { ...plan, spreadDays })
}
