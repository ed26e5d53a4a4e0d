import { sql } from 'kysely'
import type { Reader, Tx } from '../../../../platform/database/index.ts'
import type { NewRollingPlan, RollingPlanChange } from '../../../../vocabulary/index.ts'

const columnsOf = (plan: RollingPlanChange) => ({
  ...(plan.name === undefined ? {} : { name: plan.name }),
  ...(plan.channel === undefined ? {} : { channel: plan.channel }),
  ...(plan.audience === undefined ? {} : { audience: JSON.stringify(plan.audience) }),
  ...(plan.startsFrom === undefined ? {} : { starts_from: plan.startsFrom }),
  ...(plan.everyDays === undefined ? {} : { every_days: plan.everyDays }),
  ...(plan.firstAfterDays === undefined ? {} : { first_after_days: plan.firstAfterDays }),
  ...(plan.spreadDays === undefined ? {} : { spread_days: plan.spreadDays }),
  ...(plan.weekdays === undefined ? {} : { weekdays: plan.weekdays }),
  ...(plan.fromHour === undefined ? {} : { from_hour: plan.fromHour }),
  ...(plan.untilHour === undefined ? {} : { until_hour: plan.untilHour }),
  ...(plan.reminders === undefined ? {} : { reminders: plan.reminders }),
})

export async function insertPlan(tx: Tx, plan: NewRollingPlan): Promise<string> {
  const row = await tx
    .insertInto('rolling_plans')
    .values({ survey_id: plan.surveyId, name: plan.name, ...columnsOf(plan) })
    .returning('plan_id')
    .executeTakeFirstOrThrow()
  return row.plan_id
}

/** Changes a plan; its turns are laid out again. Whether it was there. */
export async function updatePlan(tx: Tx, planId: string, change: RollingPlanChange): Promise<boolean> {
  const done = await tx
    .updateTable('rolling_plans')
    .set({ ...columnsOf(change), laid_out_on: null })
    .where('plan_id', '=', planId)
    .returning('plan_id')
    .executeTakeFirst()
  return done !== undefined
}

type Start = { started_at: Date | null; started_by: string | null; started_as: string | null }

/** Starts or stops a plan; stopped, nobody waits for a turn. */
export async function startPlan(tx: Tx, planId: string, start: Start): Promise<void> {
  await tx
    .updateTable('rolling_plans')
    .set({ ...start, laid_out_on: null })
    .where('plan_id', '=', planId)
    .execute()
}

/** Takes back turns that nobody has had yet. */
export async function deleteWaiting(tx: Tx, planId: string): Promise<void> {
  await tx.deleteFrom('rolling_turns').where('plan_id', '=', planId).where('state', '=', 'waiting').execute()
}

export const deletePlan = (tx: Tx, planId: string) =>
  tx.deleteFrom('rolling_plans').where('plan_id', '=', planId).returning('plan_id').executeTakeFirst()

export const lockPlan = (tx: Tx, planId: string) =>
  tx.selectFrom('rolling_plans').selectAll().where('plan_id', '=', planId).forUpdate().executeTakeFirst()

const turnsIn = (state: 'waiting' | 'asked' | 'left_out') =>
  sql<number>`(select count(*)::int from rolling_turns t where t.plan_id = p.plan_id and t.state = ${state})`

/** Plans with what became of their turns, by name. */
export const planRows = (reader: Reader, planId: string | null) =>
  reader
    .selectFrom('rolling_plans as p')
    .innerJoin('surveys as s', 's.survey_id', 'p.survey_id')
    .selectAll('p')
    .select(['s.name as survey_name', turnsIn('waiting').as('waiting'), turnsIn('asked').as('asked')])
    .select([
      turnsIn('left_out').as('left_out'),
      sql<number>`(select count(*)::int from responses r join waves w on w.wave_id = r.wave_id
        where w.plan_id = p.plan_id and r.state = 'confirmed')`.as('answered'),
    ])
    .$if(planId !== null, query => query.where('p.plan_id', '=', planId ?? ''))
    .orderBy('p.created_at')
    .limit(200)
    .execute()
