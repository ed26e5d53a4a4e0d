import type { Tx } from '../../../platform/database/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import type { RollingPlan } from '../../../vocabulary/index.ts'
import { askTurns } from '../turns/ask-turns.ts'
import type { Series } from '../turns/series.ts'
import { askingRules } from '../waves/queries/rules.ts'
import { dayOf, dueAt } from './lay-out-turns.ts'
import { planRows } from './queries/plans.ts'
import { lockDueTurns, turnTurns } from './queries/turns.ts'
import { readPlan } from './rolling-plans.ts'

const HOUR_MS = 3_600_000
/** A turn this late missed its day, because nothing ran. */
const LATE_HOURS = 24
const PORTION = 1000
/** A person keeps the place within the spread but for a weekend. */
const SHIFT_DAYS = 7

/** Asks those whose turn has come; who waited too long because nothing ran gets a new moment. Returns how many turns were looked at. */
export async function askDueTurns(tx: Tx, planId: string, tools: Pick<Tools, 'settings' | 'clock'>): Promise<number> {
  const at = tools.clock()
  const turns = await lockDueTurns(tx, planId, at, PORTION)
  if (turns.length === 0) return 0
  const plan = await readPlan(tx, planId)
  const isLate = (turn: { dueAt: Date }) => at.getTime() - turn.dueAt.getTime() > LATE_HOURS * HOUR_MS
  const { zone } = await askingRules(tx)
  const late = turns.filter(isLate).map(turn => ({ ...turn, ...putOff(plan, turn, turn.zone ?? zone, at) }))
  const now = turns.filter(turn => !isLate(turn))
  const outcomes = await askTurns(
    tx,
    await seriesOf(tx, plan),
    now.map(turn => turn.personId),
    tools,
  )
  const asked = now.map(turn => {
    const outcome = outcomes.get(turn.personId)
    // Whoever is no longer of the audience is left out without a wave.
    const reason = outcome ? outcome.reason : 'not_in_audience'
    const state = reason === null ? ('asked' as const) : ('left_out' as const)
    return { ...turn, state, reason, waveId: outcome?.waveId ?? null }
  })
  await turnTurns(tx, planId, [...asked, ...late], at)
  return turns.length
}

function putOff(plan: RollingPlan, turn: { personId: string; fallsOn: string; dueAt: Date }, zone: string, at: Date) {
  const isOver = turn.fallsOn < dayOf(at, -Math.floor(plan.everyDays / 2))
  if (isOver) return { state: 'left_out' as const, reason: 'too_late', waveId: null, dueAt: turn.dueAt }
  return { state: 'waiting' as const, reason: null, waveId: null, dueAt: dueAt(plan, turn, zone, at) }
}

async function seriesOf(tx: Tx, plan: RollingPlan): Promise<Series> {
  const [row] = await planRows(tx, plan.planId)
  const starter = { startedBy: row?.started_by ?? null, startedAs: row?.started_as ?? null }
  return { ...plan, ...starter, kind: 'rolling', id: plan.planId, apartDays: plan.everyDays - SHIFT_DAYS }
}
