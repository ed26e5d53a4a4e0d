import type { Tx } from '../../../platform/database/index.ts'
import type { StoredEvent } from '../../../vocabulary/index.ts'
import { listeningTo } from './queries/triggers.ts'
import { cancelWaiting, insertTurn, touchpointRow } from './queries/turns.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** What another system tells about the past is history, not a reason to ask. */
const NEWS_DAYS = 30

/** Triggers hear of a touchpoint: one that fits waits for its time, a contrary one calls off what waits. Once per touchpoint. */
export async function noticeTouchpoint(tx: Tx, event: StoredEvent<'touchpoint.recorded'>): Promise<void> {
  const touchpoint = await touchpointRow(tx, event.subjectId)
  if (!touchpoint) return
  const { created, before, state } = event.payload
  const happened = touchpoint.occurred_at
  // A later state became true when we heard of it; a new touchpoint says itself when it happened.
  const since = created ? happened : event.occurredAt
  const isNews = event.occurredAt.getTime() - happened.getTime() < NEWS_DAYS * DAY_MS || !created
  for (const trigger of await listeningTo(tx, touchpoint.kind)) {
    if (isAmong(state, trigger.contrary_states)) {
      await cancelWaiting(tx, trigger.trigger_id, touchpoint.person_id, event.occurredAt, event.occurredAt)
    }
    const isChange = created || !fits(before, trigger.states)
    if (!isNews || !isChange || !fits(state, trigger.states)) continue
    const due_at = new Date(Math.max(since.getTime(), 0) + trigger.delay_hours * HOUR_MS)
    const { touchpoint_id, person_id } = touchpoint
    await insertTurn(tx, { trigger_id: trigger.trigger_id, touchpoint_id, person_id, due_at })
  }
}

const isAmong = (state: string | null, states: string[]): boolean =>
  state !== null && states.some(one => one.toLowerCase() === state.toLowerCase())

/** Whether a trigger counts a state; without states of its own it counts every one. */
export const fits = (state: string | null, states: string[]): boolean => states.length === 0 || isAmong(state, states)
