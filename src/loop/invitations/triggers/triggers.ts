import type { Caller } from '../../../access/index.ts'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import {
  Audience,
  cursorOf,
  type NewTrigger,
  type Page,
  type PageQuery,
  Refusal,
  readCursor,
  type TouchpointKind,
  type Trigger,
  type TriggerChange,
  type TriggerTurn,
} from '../../../vocabulary/index.ts'
import { emit } from '../../emit.ts'
import { needSender } from '../turns/need-sender.ts'
import { checkOptions } from '../waves/create-wave.ts'
import {
  deleteTrigger,
  insertTrigger,
  lockTrigger,
  startTriggerRow,
  triggerRows,
  updateTrigger,
} from './queries/triggers.ts'
import { cancelAllWaiting, newestTurns } from './queries/turns.ts'

type Row = Awaited<ReturnType<typeof triggerRows>>[number]

const triggerOf = (row: Row): Trigger => ({
  triggerId: row.trigger_id,
  surveyId: row.survey_id,
  surveyName: row.survey_name,
  name: row.name,
  channel: row.channel,
  audience: Audience.parse(row.audience),
  touchpointKind: row.touchpoint_kind as TouchpointKind,
  states: row.states,
  contraryStates: row.contrary_states,
  delayHours: row.delay_hours,
  restDays: row.rest_days,
  reminders: row.reminders,
  startedAt: row.started_at?.toISOString() ?? null,
  turns: { waiting: 0, asked: 0, left_out: 0, cancelled: 0, ...row.turns },
  answered: row.answered,
})

/** Every trigger. */
export async function listTriggers(reader: Reader): Promise<{ items: Trigger[] }> {
  return { items: (await triggerRows(reader, null)).map(triggerOf) }
}

/** One trigger. */
export async function readTrigger(reader: Reader, triggerId: string): Promise<Trigger> {
  const [row] = await triggerRows(reader, triggerId)
  if (!row) throw new Refusal('not_found')
  return triggerOf(row)
}

/** A trigger that asks nobody before it is started. */
export async function createTrigger(tx: Tx, given: NewTrigger): Promise<Trigger> {
  await checkOptions(tx, given.surveyId, { reminders: given.reminders })
  return readTrigger(tx, await insertTrigger(tx, given))
}

/** Changes a trigger; turns that wait keep the time they have. */
export async function changeTrigger(tx: Tx, triggerId: string, change: TriggerChange): Promise<Trigger> {
  const { surveyId } = await readTrigger(tx, triggerId)
  await checkOptions(tx, surveyId, { reminders: change.reminders })
  await updateTrigger(tx, triggerId, change)
  return readTrigger(tx, triggerId)
}

/** Lets a trigger listen from now on. */
export async function startTrigger(
  tx: Tx,
  triggerId: string,
  caller: Pick<Caller, 'accountId' | 'actor'>,
  tools: Pick<Tools, 'settings' | 'clock'>,
): Promise<Trigger> {
  const trigger = await lockTrigger(tx, triggerId)
  if (!trigger) throw new Refusal('not_found')
  if (!trigger.started_at) {
    await needSender(tx, trigger.channel, tools.settings)
    const start = { started_at: tools.clock(), started_by: caller.accountId, started_as: caller.actor }
    await startTriggerRow(tx, triggerId, start)
    await emit(tx, 'trigger.started', triggerId, { surveyId: trigger.survey_id })
  }
  return readTrigger(tx, triggerId)
}

/** Stops a trigger and calls off what waits. */
export async function stopTrigger(tx: Tx, triggerId: string, at: Date): Promise<Trigger> {
  const trigger = await lockTrigger(tx, triggerId)
  if (!trigger) throw new Refusal('not_found')
  if (trigger.started_at) {
    await startTriggerRow(tx, triggerId, { started_at: null, started_by: null, started_as: null })
    await cancelAllWaiting(tx, triggerId, at)
    await emit(tx, 'trigger.stopped', triggerId, {})
  }
  return readTrigger(tx, triggerId)
}

/** Removes a trigger; its rounds and answers stay. */
export async function removeTrigger(tx: Tx, triggerId: string): Promise<void> {
  if (!(await deleteTrigger(tx, triggerId))) throw new Refusal('not_found')
}

/** What a trigger made of touchpoints, newest first. */
export async function listTurns(reader: Reader, triggerId: string, query: PageQuery): Promise<Page<TriggerTurn>> {
  await readTrigger(reader, triggerId)
  const [at, id] = readCursor(query.cursor) ?? []
  const before = at === undefined ? null : { at: String(at), id: String(id) }
  const rows = await newestTurns(reader, triggerId, query.limit + 1, before)
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined
  return {
    items: rows.slice(0, query.limit).map(({ place: _, ...row }) => ({
      ...row,
      dueAt: row.dueAt.toISOString(),
      createdAt: row.createdAt.toISOString(),
    })),
    next: last ? cursorOf([last.place, last.touchpointId]) : null,
  }
}
