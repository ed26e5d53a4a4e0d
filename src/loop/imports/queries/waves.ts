import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/** Makes the waves that answers name and the survey lacks; they are over, so that nobody can be asked in them. */
export async function ensureWaves(
  tx: Tx,
  surveyId: string,
  waves: { name: string; startsOn: string | null }[],
): Promise<void> {
  for (const { name, startsOn } of waves) {
    await sql`
      insert into waves (survey_id, name, starts_on, channel, approved_at, approved_as, planned_at)
      select ${surveyId}::uuid, ${name}, coalesce(${startsOn}::date, current_date), 'email', now(), 'import', now()
      where not exists (select from waves where survey_id = ${surveyId}::uuid and name = ${name})`.execute(tx)
  }
}
