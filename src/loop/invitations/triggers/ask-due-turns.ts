import type { Tx } from '../../../platform/database/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import type { Work } from '../../../platform/work-loop.ts'
import { Audience, type TriggerTurnState } from '../../../vocabulary/index.ts'
import { askTurns } from '../turns/ask-turns.ts'
import type { Series } from '../turns/series.ts'
import { fits } from './notice-touchpoint.ts'
import { lockTrigger } from './queries/triggers.ts'
import { type DueTurn, lockDueTurns, triggerWithDueTurns, turnTurns } from './queries/turns.ts'

const DAY_MS = 86_400_000
const PORTION = 500
/** A question that comes more than a week late no longer belongs to what happened. */
const LATEST_DAYS = 7

type Row = NonNullable<Awaited<ReturnType<typeof lockTrigger>>>
type Refused = { state: Exclude<TriggerTurnState, 'waiting' | 'asked'>; reason: string }

/** Asks those whose time has come after what happened with them. Returns how many turns were looked at. */
export async function askTriggered(
  tx: Tx,
  triggerId: string,
  tools: Pick<Tools, 'settings' | 'clock'>,
): Promise<number> {
  const trigger = await lockTrigger(tx, triggerId)
  if (!trigger?.started_at) return 0
  const at = tools.clock()
  const since = new Date(at.getTime() - trigger.rest_days * DAY_MS)
  const turns = await lockDueTurns(tx, triggerId, { at, since, most: PORTION })
  const seen = new Set<string>()
  const refused = new Map<DueTurn, Refused>()
  for (const turn of turns) {
    const against = reasonAgainst(turn, trigger, at, seen)
    if (against) refused.set(turn, against)
    else seen.add(turn.personId)
  }
  const outcomes = await askTurns(tx, seriesOf(trigger), [...seen], tools)
  const done = turns.map(turn => {
    const against = refused.get(turn)
    if (against) return { ...turn, ...against, waveId: null }
    const outcome = outcomes.get(turn.personId)
    const reason = outcome ? outcome.reason : 'not_in_audience'
    return {
      ...turn,
      state: reason ? ('left_out' as const) : ('asked' as const),
      reason,
      waveId: outcome?.waveId ?? null,
    }
  })
  await turnTurns(tx, triggerId, done, at)
  return turns.length
}

function reasonAgainst(turn: DueTurn, trigger: Row, at: Date, seen: Set<string>): Refused | null {
  if (!fits(turn.state, trigger.states)) return { state: 'cancelled', reason: 'no_longer_true' }
  if (at.getTime() - turn.dueAt.getTime() > LATEST_DAYS * DAY_MS) return { state: 'left_out', reason: 'too_late' }
  const askedLately = turn.askedLately || seen.has(turn.personId)
  return askedLately ? { state: 'left_out', reason: 'asked_by_trigger' } : null
}

const seriesOf = (row: Row): Series => ({
  kind: 'trigger',
  id: row.trigger_id,
  surveyId: row.survey_id,
  name: row.name,
  channel: row.channel,
  audience: Audience.parse(row.audience),
  reminders: row.reminders,
  startedBy: row.started_by,
  startedAs: row.started_as,
  apartDays: row.rest_days,
})

/** Works off triggers whose turns are due. */
export const triggering = (tools: Tools): Work => ({
  name: 'triggers',
  once: async () => {
    const due = await triggerWithDueTurns(tools.database, tools.clock())
    if (!due) return false
    const scope = { workspaceId: due.workspaceId, actor: 'echolot' }
    return (await tools.database.inWorkspace(scope, tx => askTriggered(tx, due.triggerId, tools))) > 0
  },
})
