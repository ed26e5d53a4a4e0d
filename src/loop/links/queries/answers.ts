import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { LinkChannel, QuestionAnswer } from '../../../vocabulary/index.ts'
import type { FoundLink } from './links.ts'

/** A visitor's answer, ready to be written. */
export type OpenRow = {
  link: Pick<FoundLink, 'surveyId' | 'surveyVersion' | 'openLinkId' | 'opening'>
  channel: LinkChannel
  sourceKey: string
  answerKey: string
  personId: string | null
  score: number | null
  rating: number | null
  comment: string | null
  language: string | null
  evidence: string | null
  answeredAt: Date
}

/** Writes an answer; undefined when one with this key stands already. */
export async function insertOpenAnswer(
  tx: Tx,
  row: OpenRow,
): Promise<{ responseId: string; answeredAt: Date } | undefined> {
  const { link } = row
  const { rows } = await sql<{ responseId: string; answeredAt: Date }>`
    insert into responses (survey_id, survey_version, open_link_id, person_id, channel, opening, score, rating, comment, language,
      attributes, state, evidence, source, source_key, answer_key, answered_at)
    select ${link.surveyId}::uuid, ${link.surveyVersion}::integer, ${link.openLinkId}::uuid, ${row.personId}::uuid, ${row.channel},
      ${link.opening}, ${row.score}::smallint, ${row.rating}::smallint, ${row.comment}::text, ${row.language}::text,
      coalesce((select jsonb_strip_nulls(jsonb_build_object('country', p.country)) || p.attributes
        from people p where p.person_id = ${row.personId}::uuid), '{}'),
      ${row.evidence ? 'quarantined' : 'confirmed'}, ${row.evidence}::text, 'open', ${row.sourceKey}, ${row.answerKey}, ${row.answeredAt}
    on conflict (workspace_id, source, source_key) do nothing
    returning response_id as "responseId", answered_at as "answeredAt"`.execute(tx)
  return rows[0]
}

const columns = [
  'response_id',
  'survey_id',
  'survey_version',
  'open_link_id',
  'person_id',
  'opening',
  'score',
  'rating',
  'comment',
  'reason',
  'language',
  'state',
  'evidence',
  'source',
  'answered_at',
  'answer_key',
] as const

/** The answer that a key wrote, held until the end of the transaction. */
export const lockBySourceKey = (tx: Tx, source: 'open' | 'ticket', sourceKey: string) =>
  tx
    .selectFrom('responses')
    .select(columns)
    .where('source', '=', source)
    .where('source_key', '=', sourceKey)
    .forUpdate()
    .executeTakeFirstOrThrow()

/** A visitor's own answer. */
export const ownAnswer = (reader: Reader, responseId: string) =>
  reader
    .selectFrom('responses')
    .select(columns)
    .where('response_id', '=', responseId)
    .where('source', 'in', ['open', 'ticket'])
    .executeTakeFirst()

export const lockOwnAnswer = (tx: Tx, responseId: string) =>
  tx.selectFrom('responses').select(columns).where('response_id', '=', responseId).forUpdate().executeTakeFirst()

export type OwnRow = NonNullable<Awaited<ReturnType<typeof ownAnswer>>>

/** Keeps what the answer said before. */
export const keepRevision = (tx: Tx, row: OwnRow) =>
  sql`insert into response_revisions (response_id, revision, score, rating, comment, reason, answer_key)
    select ${row.response_id}::uuid, coalesce(max(revision), 0) + 1, ${row.score}::smallint, ${row.rating}::smallint, ${row.comment}::text,
      ${row.reason}::text, ${row.answer_key}::text
    from response_revisions where response_id = ${row.response_id}`.execute(tx)

/** Changes what an answer says. */
export const updateOwn = (
  tx: Tx,
  responseId: string,
  now: { score: number | null; rating: number | null; comment: string | null },
) =>
  tx
    .updateTable('responses')
    .set({ ...now, changed_at: sql<Date>`now()` })
    .where('response_id', '=', responseId)
    .execute()

/** Stores what the further questions got; a later answer to one replaces the earlier. */
export const putAnswers = (tx: Tx, responseId: string, answers: QuestionAnswer[]) =>
  tx
    .insertInto('response_answers')
    .values(
      answers.map(({ questionId, rating, choices, words }) => ({
        response_id: responseId,
        question_id: questionId,
        rating: rating ?? null,
        choices: choices ?? null,
        words: words ?? null,
      })),
    )
    .onConflict(oc =>
      oc.columns(['workspace_id', 'response_id', 'question_id']).doUpdateSet(eb => ({
        rating: eb.ref('excluded.rating'),
        choices: eb.ref('excluded.choices'),
        words: eb.ref('excluded.words'),
        answered_at: sql<Date>`now()`,
      })),
    )
    .execute()

/** Answers of a link that were set aside get their verdict, and what counts now is told as if it had just come. */
export const judgeSetAside = (tx: Tx, openLinkId: string, state: 'confirmed' | 'retracted') =>
  sql`with judged as (
      update responses set state = ${state}, evidence = case when ${state} = 'confirmed' then null else evidence end
      where open_link_id = ${openLinkId} and state = 'quarantined'
      returning response_id, survey_id, person_id, score
    )
    insert into events (name, subject_id, payload)
    select 'response.received', response_id,
      jsonb_build_object('personId', person_id, 'surveyId', survey_id, 'waveId', null, 'score', score, 'source', 'open')
    from judged join surveys s using (survey_id) where ${state} = 'confirmed' and not s.anonymous`.execute(tx)

/** How many answers a survey usually gets in ten minutes in which it gets any, over four weeks. */
export async function usualTempo(reader: Reader, surveyId: string): Promise<number> {
  const { rows } = await sql<{ usual: number | null }>`
    select avg(n)::float8 as usual from (
      select count(*) as n from responses
      where survey_id = ${surveyId} and source = 'open' and state = 'confirmed' and answered_at > now() - interval '28 days'
        and answered_at < now() - interval '10 minutes'
      group by floor(extract(epoch from answered_at) / 600)
    ) as windows`.execute(reader)
  return rows[0]?.usual ?? 0
}

/** Whether a survey keeps no link from answer to person. */
export const isAnonymous = (reader: Reader, surveyId: string): Promise<boolean> =>
  reader
    .selectFrom('surveys')
    .select('anonymous')
    .where('survey_id', '=', surveyId)
    .executeTakeFirst()
    .then(row => row?.anonymous === true)
