import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { NewAnswer } from '../../../vocabulary/index.ts'

/** Writes an answer that somebody entered for a person; undefined when survey, person or wave do not exist here. */
export const insertEntered = async (tx: Tx, answer: NewAnswer & { comment: string | null }) => {
  const { rows } = await sql<{ response_id: string }>`
    insert into responses (survey_id, survey_version, wave_id, person_id, channel, score, comment, reason, language, attributes,
      source, source_key, answered_at)
    select s.survey_id, (select max(version) from survey_versions v where v.survey_id = s.survey_id), w.wave_id, p.person_id,
      ${answer.channel}, ${answer.score}, ${answer.comment}, ${answer.reason ?? null}, coalesce(${answer.language ?? null}, p.language),
      jsonb_strip_nulls(jsonb_build_object('country', p.country)) || p.attributes, 'api', gen_random_uuid()::text, coalesce(${answer.answeredAt ?? null}::timestamptz, now())
    from surveys s
    join people p on p.person_id = ${answer.personId}
    left join waves w on w.wave_id = ${answer.waveId ?? null}::uuid and w.survey_id = s.survey_id
    where s.survey_id = ${answer.surveyId} and (${answer.waveId ?? null}::uuid is null or w.wave_id is not null)
    returning response_id`.execute(tx)
  return rows[0]?.response_id
}

/** How often a person answered, and the newest confirmed answer; undefined when there is no such person. */
export const latestScore = (reader: Reader, personId: string) =>
  reader
    .selectFrom('people as p')
    .leftJoin('responses as r', join =>
      join.onRef('r.person_id', '=', 'p.person_id').on('r.state', '=', 'confirmed').on('r.score', 'is not', null),
    )
    .select(['r.score', 'r.survey_id', 'r.answered_at', sql<number>`count(r.response_id) over ()`.as('answers')])
    .where('p.person_id', '=', personId)
    .orderBy('r.answered_at', order => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst()
