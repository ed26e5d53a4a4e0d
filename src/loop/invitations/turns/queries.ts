import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { Series } from './series.ts'

/** The wave of a series in one period; made when its first person is asked. */
export async function ensureWave(
  tx: Tx,
  series: Series,
  period: string,
  at: Date,
): Promise<{ waveId: string; isNew: boolean }> {
  const column = series.kind === 'rolling' ? 'plan_id' : 'trigger_id'
  const found = await tx
    .selectFrom('waves')
    .select('wave_id')
    .where(column, '=', series.id)
    .where('period', '=', period)
    .executeTakeFirst()
  if (found) return { waveId: found.wave_id, isNew: false }
  const made = await tx
    .insertInto('waves')
    .values({
      kind: series.kind,
      [column]: series.id,
      period,
      survey_id: series.surveyId,
      name: `${series.name} ${period}`.slice(-200),
      starts_on: at.toISOString().slice(0, 10),
      channel: series.channel,
      audience: JSON.stringify(series.audience),
      approved_at: at,
      approved_by: series.startedBy,
      approved_as: series.startedAs,
      planned_at: at,
    })
    .returning('wave_id')
    .executeTakeFirstOrThrow()
  return { waveId: made.wave_id, isNew: true }
}

/** What invitations need of survey and workspace. */
export const seriesRow = (tx: Tx, surveyId: string) =>
  tx
    .selectFrom('workspaces as k')
    .select(eb => [
      'k.language',
      eb
        .selectFrom('survey_versions as v')
        .select(eb => eb.fn.max('v.version').as('version'))
        .where('v.survey_id', '=', surveyId)
        .as('version'),
    ])
    .executeTakeFirstOrThrow()

/** Adds to the counts of who was left out of a wave. */
export async function addLeftOut(tx: Tx, waveId: string, counts: Record<string, number>): Promise<void> {
  await sql`
    update waves set left_out = left_out || (
      select coalesce(jsonb_object_agg(key, coalesce((left_out ->> key)::int, 0) + value::int), '{}')
      from jsonb_each_text(${JSON.stringify(counts)}::jsonb))
    where wave_id = ${waveId}`.execute(tx)
}
