import { sql } from 'kysely'
import type { Reader, Tx } from '../../../../platform/database/index.ts'
import type { NewTrigger, TouchpointKind, TriggerChange, TriggerTurnState } from '../../../../vocabulary/index.ts'

const columnsOf = (trigger: TriggerChange) => ({
  ...(trigger.name === undefined ? {} : { name: trigger.name }),
  ...(trigger.channel === undefined ? {} : { channel: trigger.channel }),
  ...(trigger.audience === undefined ? {} : { audience: JSON.stringify(trigger.audience) }),
  ...(trigger.touchpointKind === undefined ? {} : { touchpoint_kind: trigger.touchpointKind }),
  ...(trigger.states === undefined ? {} : { states: trigger.states }),
  ...(trigger.contraryStates === undefined ? {} : { contrary_states: trigger.contraryStates }),
  ...(trigger.delayHours === undefined ? {} : { delay_hours: trigger.delayHours }),
  ...(trigger.restDays === undefined ? {} : { rest_days: trigger.restDays }),
  ...(trigger.reminders === undefined ? {} : { reminders: trigger.reminders }),
})

export async function insertTrigger(tx: Tx, trigger: NewTrigger): Promise<string> {
  const { surveyId: survey_id, name, touchpointKind: touchpoint_kind } = trigger
  const row = await tx
    .insertInto('triggers')
    .values({ survey_id, name, touchpoint_kind, ...columnsOf(trigger) })
    .returning('trigger_id')
    .executeTakeFirstOrThrow()
  return row.trigger_id
}

export const updateTrigger = (tx: Tx, triggerId: string, change: TriggerChange) =>
  tx
    .updateTable('triggers')
    // A change of nothing is a change too.
    .set({ trigger_id: triggerId, ...columnsOf(change) })
    .where('trigger_id', '=', triggerId)
    .execute()

type Start = { started_at: Date | null; started_by: string | null; started_as: string | null }

export const startTriggerRow = (tx: Tx, triggerId: string, start: Start) =>
  tx.updateTable('triggers').set(start).where('trigger_id', '=', triggerId).execute()

export const deleteTrigger = (tx: Tx, triggerId: string) =>
  tx.deleteFrom('triggers').where('trigger_id', '=', triggerId).returning('trigger_id').executeTakeFirst()

/** The trigger, held against a second process, so that nobody is asked by it twice at once. */
export const lockTrigger = (tx: Tx, triggerId: string) =>
  tx.selectFrom('triggers').selectAll().where('trigger_id', '=', triggerId).forUpdate().executeTakeFirst()

/** Triggers that listen to a kind of touchpoint now. */
export const listeningTo = (reader: Reader, kind: TouchpointKind) =>
  reader
    .selectFrom('triggers')
    .selectAll()
    .where('touchpoint_kind', '=', kind)
    .where('started_at', 'is not', null)
    .execute()

/** Triggers by age, with how many answers they brought. */
export const triggerRows = (reader: Reader, triggerId: string | null) =>
  reader
    .selectFrom('triggers as g')
    .innerJoin('surveys as s', 's.survey_id', 'g.survey_id')
    .selectAll('g')
    .select([
      's.name as survey_name',
      sql<Partial<Record<TriggerTurnState, number>>>`(select coalesce(jsonb_object_agg(state, n), '{}') from (
        select state, count(*)::int as n from trigger_turns t where t.trigger_id = g.trigger_id group by state) c)`.as(
        'turns',
      ),
      sql<number>`(select count(*)::int from responses r join waves w on w.wave_id = r.wave_id
        where w.trigger_id = g.trigger_id and r.state = 'confirmed')`.as('answered'),
    ])
    .$if(triggerId !== null, query => query.where('g.trigger_id', '=', triggerId ?? ''))
    .orderBy('g.created_at')
    .limit(200)
    .execute()
