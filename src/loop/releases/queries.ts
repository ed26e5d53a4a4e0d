import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/index.ts'

/** Answers of days before `today` (UTC, the only time an anonymous answer has) that were not shown yet. */
const waiting = (
  today: string,
) => sql`r.state = 'confirmed' and r.answered_at < (${today}::date)::timestamp at time zone 'UTC'
  and not exists (select from released_answers a where a.workspace_id = r.workspace_id and a.response_id = r.response_id)`

/** Workspaces that ask anonymously. */
export const workspacesWithAnonymous = async (tx: Tx): Promise<string[]> =>
  (await tx.selectFrom('surveys').select('workspace_id').distinct().where('anonymous', '=', true).execute()).map(
    row => row.workspace_id,
  )

/** Anonymous surveys with enough waiting answers; locked, so that two processes cannot share out one batch. */
export async function waitingSurveys(tx: Tx, today: string): Promise<string[]> {
  const { rows } = await sql<{ survey_id: string }>`
    select s.survey_id from surveys s where s.anonymous and (
      select count(*) from responses r where r.survey_id = s.survey_id and ${waiting(today)}) >= s.anonymous_threshold
    order by s.survey_id for no key update of s`.execute(tx)
  return rows.map(row => row.survey_id)
}

/** Copies what waits as one batch, if it is still enough now that the survey is locked; says how many. */
export async function releaseWaiting(tx: Tx, surveyId: string, { today, now }: { today: string; now: Date }) {
  const { rows } = await sql<{ released: number }>`
    with waiting as materialized (select r.* from responses r where r.survey_id = ${surveyId} and ${waiting(today)}),
    released as (
      insert into released_answers (survey_id, response_id, opening, score, rating, comment, further, released_at)
      select r.survey_id, r.response_id, r.opening, r.score, r.rating, r.comment, coalesce((
        select jsonb_agg(jsonb_build_object('questionId', a.question_id, 'rating', a.rating, 'choices', a.choices, 'words', a.words))
        from response_answers a where a.response_id = r.response_id), '[]'), ${now}
      from waiting r where (select count(*) from waiting) >= (
        select anonymous_threshold from surveys where survey_id = ${surveyId}) returning 1)
    select count(*)::int as released from released`.execute(tx)
  return rows[0]?.released ?? 0
}

/** How many answers have to come together. */
export const shownFrom = async (reader: Reader): Promise<number> =>
  (await reader.selectFrom('workspaces').select('shown_from').executeTakeFirstOrThrow()).shown_from

/** Sets it; what was shown stays. */
export const setShownFrom = (tx: Tx, answers: number) =>
  tx.updateTable('workspaces').set({ shown_from: answers }).execute()

/** No survey shows earlier than the workspace says; one that went with the workspace and has no answer yet goes with it still. */
export const setSurveysShownFrom = (tx: Tx, { before, answers }: { before: number; answers: number }) =>
  sql`update surveys s set anonymous_threshold = ${answers}
    where s.anonymous_threshold < ${answers}
      or s.anonymous_threshold = ${before} and not exists (select from responses r where r.survey_id = s.survey_id)`.execute(
    tx,
  )
