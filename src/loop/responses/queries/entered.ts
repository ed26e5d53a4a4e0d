import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { NewAnswer, Opening } from '../../../vocabulary/index.ts'
import type { Then } from '../../derivations/index.ts'

/** What a survey asks now: its first question, the newest version and its wording. */
export const surveyAsksNow = (reader: Reader, surveyId: string) =>
  reader
    .selectFrom('surveys as s')
    .innerJoin('survey_versions as v', join =>
      join.onRef('v.workspace_id', '=', 's.workspace_id').onRef('v.survey_id', '=', 's.survey_id'),
    )
    .select(['s.opening', 's.anonymous', 'v.version', 'v.wording'])
    .where('s.survey_id', '=', surveyId)
    .orderBy('v.version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** An answer that was checked and cleaned. */
export type Entered = Omit<NewAnswer, 'score' | 'rating' | 'answers'> & {
  opening: Opening
  version: number
  score: number | null
  rating: number | null
  enteredBy: string | null
  /** What stood about the person on an earlier day; null where the answer is of now. */
  then: Then | null
}

/** Writes an answer that somebody entered for a person; undefined when person or wave do not exist here, or the key was used before. */
export const insertEntered = async (tx: Tx, { then, ...answer }: Entered) => {
  const { rows } = await sql<{ response_id: string }>`
    insert into responses (survey_id, survey_version, wave_id, person_id, channel, opening, score, rating, comment, reason, language,
      attributes, source, source_key, entered_by, answered_at, anonymous)
    select ${answer.surveyId}::uuid, ${answer.version}::integer, w.wave_id, p.person_id, ${answer.channel}, ${answer.opening}, ${answer.score}::smallint,
      ${answer.rating}::smallint, ${answer.comment ?? null}, ${answer.reason ?? null}, coalesce(${answer.language ?? null}, p.language),
      jsonb_strip_nulls(jsonb_build_object('country', p.country)) || (p.attributes - ${then?.without ?? []}::text[]) || ${JSON.stringify(then?.known ?? {})}::jsonb, 'api',
      coalesce(${answer.key ?? null}, gen_random_uuid()::text), ${answer.enteredBy}::uuid, coalesce(${answer.answeredAt ?? null}::timestamptz, now()), s.anonymous
    from people p
    join surveys s on s.survey_id = ${answer.surveyId}::uuid
    left join waves w on w.wave_id = ${answer.waveId ?? null}::uuid and w.survey_id = ${answer.surveyId}::uuid
    where p.person_id = ${answer.personId} and (${answer.waveId ?? null}::uuid is null or w.wave_id is not null)
    on conflict (workspace_id, source, source_key) do nothing
    returning response_id`.execute(tx)
  return rows[0]?.response_id
}

/** The answer that was entered under this key before. */
export const enteredUnder = (reader: Reader, key: string) =>
  reader
    .selectFrom('responses')
    .select('response_id')
    .where('source', '=', 'api')
    .where('source_key', '=', key)
    .executeTakeFirst()
