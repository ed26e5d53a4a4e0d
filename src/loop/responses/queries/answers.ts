import { sql } from 'kysely'
import { prepared, type Tx } from '../../../platform/database/index.ts'

/** A first answer, ready to be written. */
export type FirstAnswer = {
  workspaceId: string
  invitationId: string
  score: number | null
  rating: number | null
  comment: string | null
  language: string | null
  key: string
  evidence: string | null
}

/**
 * Writes first answers of any workspaces and says that they came, in one statement; what is answered already is left alone.
 * Returns the keys that were written.
 */
export async function insertAnswers(tx: Tx, answers: FirstAnswer[]): Promise<Set<string>> {
  const column = <K extends keyof FirstAnswer>(name: K) => answers.map(answer => answer[name])
  const { rows } = await sql<{ answer_key: string }>`${prepared}
    with given as (
      select * from unnest(${column('workspaceId')}::uuid[], ${column('invitationId')}::uuid[], ${column('score')}::smallint[], ${column('rating')}::smallint[],
        ${column('comment')}::text[], ${column('language')}::text[], ${column('key')}::text[], ${column('evidence')}::text[])
        as given (workspace_id, invitation_id, score, rating, comment, language, key, evidence)
    ), kept as (
      insert into responses (workspace_id, survey_id, survey_version, wave_id, person_id, invitation_id, channel, opening, score, rating, comment,
        language, attributes, state, evidence, source, source_key, answer_key, weight, anonymous)
      select i.workspace_id, i.survey_id, i.survey_version, i.wave_id, i.person_id, i.invitation_id, i.channel, s.opening, given.score, given.rating, given.comment,
        given.language, jsonb_strip_nulls(jsonb_build_object('country', p.country)) || p.attributes, case when given.evidence is null then 'confirmed' else 'quarantined' end, given.evidence,
        'link', i.invitation_id::text, given.key, i.weight, s.anonymous
      from given
      join lateral (select * from invitations where workspace_id = given.workspace_id and invitation_id = given.invitation_id offset 0) i on true
      join lateral (select * from surveys where workspace_id = i.workspace_id and survey_id = i.survey_id offset 0) s on true
      join lateral (select * from people where workspace_id = i.workspace_id and person_id = i.person_id offset 0) p on true
      on conflict do nothing
      returning workspace_id, response_id, person_id, survey_id, wave_id, score, evidence, answer_key
    ), said as (
      insert into events (workspace_id, actor, name, subject_id, payload)
      select workspace_id, 'respondent', case when evidence is null then 'response.received' else 'response.quarantined' end, response_id,
        case when evidence is null
          then jsonb_build_object('personId', person_id, 'surveyId', survey_id, 'waveId', wave_id, 'score', score, 'source', 'link')
          else jsonb_build_object('personId', person_id, 'evidence', evidence) end
      from kept
    )
    select answer_key from kept`.execute(tx)
  return new Set(rows.map(row => row.answer_key))
}

/** Whose invitation it is; null when it is gone, or another company's. */
export const workspaceOf = (tx: Tx, invitationId: string) =>
  tx
    .selectFrom('invitations')
    .select('workspace_id')
    .where('invitation_id', '=', invitationId)
    .executeTakeFirst()
    .then(row => row?.workspace_id ?? null)

/** The current answer, held until the end of the transaction. */
export const lockAnswer = (tx: Tx, responseId: string) =>
  tx
    .selectFrom('responses')
    .select([
      'response_id',
      'survey_id',
      'survey_version',
      'wave_id',
      'person_id',
      'opening',
      'score',
      'rating',
      'comment',
      'reason',
      'state',
      'evidence',
      'source',
      'answered_at',
      'answer_key',
    ])
    .where('response_id', '=', responseId)
    .forUpdate()
    .executeTakeFirst()

/** An answer as the change of it sees it. */
export type LockedAnswer = NonNullable<Awaited<ReturnType<typeof lockAnswer>>>

/** Finds the answer that somebody else's request wrote a moment ago. */
export const answerOf = (tx: Tx, invitationId: string) =>
  tx
    .selectFrom('responses')
    .select('response_id')
    .where('invitation_id', '=', invitationId)
    .executeTakeFirstOrThrow()
    .then(row => row.response_id)

/** Whether this key wrote an answer that was replaced since: then it comes late and changes nothing. */
export const keyWasReplaced = (tx: Tx, responseId: string, key: string) =>
  tx
    .selectFrom('response_revisions')
    .select('revision')
    .where('response_id', '=', responseId)
    .where('answer_key', '=', key)
    .executeTakeFirst()
    .then(row => row !== undefined)

/** Keeps what the answer said before; `answers` where questions after the first are about to change. */
export const keepRevision = (tx: Tx, answer: LockedAnswer, answers: unknown[] | null = null) =>
  sql`insert into response_revisions (response_id, revision, score, rating, comment, reason, answer_key, answers)
    select ${answer.response_id}::uuid, coalesce(max(revision), 0) + 1, ${answer.score}, ${answer.rating}, ${answer.comment}, ${answer.reason},
      ${answer.answer_key}, ${answers && JSON.stringify(answers)}::jsonb
    from response_revisions where response_id = ${answer.response_id}`.execute(tx)

/** Changes what an answer says. */
export const updateAnswer = (
  tx: Tx,
  responseId: string,
  now: {
    score?: number | null
    rating?: number | null
    comment?: string | null
    reason?: string | null
    answer_key?: string
    state?: 'confirmed' | 'retracted'
  },
) =>
  tx
    .updateTable('responses')
    .set({ ...now, ...(now.state === 'confirmed' ? { evidence: null } : {}), changed_at: sql<Date>`now()` })
    .where('response_id', '=', responseId)
    .execute()
