import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

/** How many people gave these two scores; a score is null where they gave none in that wave. */
export type ScorePair = { first: number | null; second: number | null; people: number }

/** A wave with the number of people who answered in it. */
export type AnsweredWave = {
  surveyId: string
  surveyName: string
  waveId: string
  name: string
  startsOn: string
  people: number
}

/** Waves that known people answered in, oldest first. */
export async function answeredWaves(reader: Reader): Promise<AnsweredWave[]> {
  const rows = await reader
    .selectFrom('waves as w')
    .innerJoin('surveys as s', 's.survey_id', 'w.survey_id')
    .innerJoin('responses as r', 'r.wave_id', 'w.wave_id')
    .select([
      's.survey_id as surveyId',
      's.name as surveyName',
      'w.wave_id as waveId',
      'w.name as name',
      'w.starts_on as startsOn',
      sql<number>`count(distinct r.person_id)`.as('people'),
    ])
    .where('r.state', '=', 'confirmed')
    .where('r.person_id', 'is not', null)
    .groupBy(['s.survey_id', 's.name', 'w.wave_id', 'w.name', 'w.starts_on', 'w.created_at'])
    .orderBy('w.starts_on')
    .orderBy('w.created_at')
    .execute()
  return rows.map(row => ({ ...row, startsOn: String(row.startsOn) }))
}

/** Counts the people of two waves by their last score in each: at most 11 × 12 + 11 rows. */
export async function scorePairs(reader: Reader, from: string, to: string): Promise<ScorePair[]> {
  const { rows } = await sql<ScorePair>`
    with answers as (
      select distinct on (wave_id, person_id) wave_id, person_id, score from responses
      where wave_id in (${from}, ${to}) and state = 'confirmed' and score is not null and person_id is not null
      order by wave_id, person_id, answered_at desc, response_id
    )
    select a.score as first, b.score as second, count(*) as people
    from (select person_id, score from answers where wave_id = ${from}) a
    full join (select person_id, score from answers where wave_id = ${to}) b using (person_id)
    group by 1, 2 order by 1, 2`.execute(reader)
  return rows
}
