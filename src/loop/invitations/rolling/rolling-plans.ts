import type { Caller } from '../../../access/index.ts'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import {
  Audience,
  type NewRollingPlan,
  Refusal,
  type RollingPlan,
  type RollingPlanChange,
} from '../../../vocabulary/index.ts'
import { emit } from '../../emit.ts'
import { needSender } from '../turns/need-sender.ts'
import { checkOptions } from '../waves/create-wave.ts'
import { deletePlan, deleteWaiting, insertPlan, lockPlan, planRows, startPlan, updatePlan } from './queries/plans.ts'

type Row = Awaited<ReturnType<typeof planRows>>[number]

const planOf = (row: Row): RollingPlan => ({
  planId: row.plan_id,
  surveyId: row.survey_id,
  surveyName: row.survey_name,
  name: row.name,
  channel: row.channel,
  audience: Audience.parse(row.audience),
  startsFrom: row.starts_from as RollingPlan['startsFrom'],
  everyDays: row.every_days,
  firstAfterDays: row.first_after_days,
  spreadDays: row.spread_days,
  weekdays: row.weekdays,
  fromHour: row.from_hour,
  untilHour: row.until_hour,
  reminders: row.reminders,
  startedAt: row.started_at?.toISOString() ?? null,
  turns: { waiting: row.waiting, asked: row.asked, left_out: row.left_out },
  answered: row.answered,
})

/** Every rolling plan. */
export async function listPlans(reader: Reader): Promise<{ items: RollingPlan[] }> {
  return { items: (await planRows(reader, null)).map(planOf) }
}

/** One rolling plan. */
export async function readPlan(reader: Reader, planId: string): Promise<RollingPlan> {
  const [row] = await planRows(reader, planId)
  if (!row) throw new Refusal('not_found')
  return planOf(row)
}

/** A plan that asks nobody before it is started. */
export async function createPlan(tx: Tx, given: NewRollingPlan): Promise<RollingPlan> {
  await checkPlan(tx, given.surveyId, given)
  return readPlan(tx, await insertPlan(tx, given))
}

/** Changes a plan; turns that wait are laid out again by the new rules. */
export async function changePlan(tx: Tx, planId: string, change: RollingPlanChange): Promise<RollingPlan> {
  const plan = await readPlan(tx, planId)
  await checkPlan(tx, plan.surveyId, { ...plan, ...change })
  await updatePlan(tx, planId, change)
  await deleteWaiting(tx, planId)
  return readPlan(tx, planId)
}

async function checkPlan(tx: Tx, surveyId: string, plan: Pick<RollingPlan, 'fromHour' | 'untilHour' | 'reminders'>) {
  await checkOptions(tx, surveyId, { reminders: plan.reminders })
  if (plan.fromHour >= plan.untilHour) {
    throw new Refusal('body_invalid', { fields: 'untilHour' }, [{ path: 'untilHour', problem: 'is before fromHour' }])
  }
}

/** Lets a plan ask from today on. */
export async function startRolling(
  tx: Tx,
  planId: string,
  caller: Pick<Caller, 'accountId' | 'actor'>,
  tools: Pick<Tools, 'settings' | 'clock'>,
): Promise<RollingPlan> {
  const plan = await lockPlan(tx, planId)
  if (!plan) throw new Refusal('not_found')
  if (!plan.started_at) {
    await needSender(tx, plan.channel, tools.settings)
    const start = { started_at: tools.clock(), started_by: caller.accountId, started_as: caller.actor }
    await startPlan(tx, planId, start)
    await emit(tx, 'rolling-plan.started', planId, { surveyId: plan.survey_id })
  }
  return readPlan(tx, planId)
}

/** Stops a plan: whoever waits is not asked; mails that left the plan already are stopped in their wave. */
export async function stopRolling(tx: Tx, planId: string): Promise<RollingPlan> {
  const plan = await lockPlan(tx, planId)
  if (!plan) throw new Refusal('not_found')
  if (plan.started_at) {
    await startPlan(tx, planId, { started_at: null, started_by: null, started_as: null })
    await deleteWaiting(tx, planId)
    await emit(tx, 'rolling-plan.stopped', planId, {})
  }
  return readPlan(tx, planId)
}

/** Removes a plan; its waves and answers stay. */
export async function removePlan(tx: Tx, planId: string): Promise<void> {
  if (!(await deletePlan(tx, planId))) throw new Refusal('not_found')
}
