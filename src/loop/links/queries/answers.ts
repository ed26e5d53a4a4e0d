import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { LinkChannel, PassiveReason } from '../../../vocabulary/index.ts'
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
  reason: PassiveReason | null
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
    insert into responses (survey_id, survey_version, open_link_id, person_id, channel, opening, score, rating, comment, reason, language,
      attributes, state, evidence, source, source_key, answer_key, answered_at, anonymous)
    select ${link.surveyId}::uuid, ${link.surveyVersion}::integer, ${link.openLinkId}::uuid, ${row.personId}::uuid, ${row.channel},
      ${link.opening}, ${row.score}::smallint, ${row.rating}::smallint, ${row.comment}::text, ${row.reason}::text, ${row.language}::text,
      coalesce((select jsonb_strip_nulls(jsonb_build_object('country', p.country)) || p.attributes
        from people p where p.person_id = ${row.personId}::uuid), '{}'),
      ${row.evidence ? 'quarantined' : 'confirmed'}, ${row.evidence}::text, 'open', ${row.sourceKey}, ${row.answerKey}, ${row.answeredAt},
      (select s.anonymous from surveys s where s.survey_id = ${link.surveyId}::uuid)
    on conflict (workspace_id, source, source_key) do nothing
    returning response_id as "responseId", answered_at as "answeredAt"`.execute(tx)
  return rows[0]
}

/** The answer that stands under a key. */
export const answerUnder = (tx: Tx, source: 'open' | 'ticket', sourceKey: string) =>
  tx
    .selectFrom('responses')
    .select(['response_id', 'comment', 'state', 'answered_at'])
    .where('source', '=', source)
    .where('source_key', '=', sourceKey)
    .executeTakeFirstOrThrow()

/** Answers of a link that were set aside get their verdict; each is noted, and what counts now is told as if it had just come. */
export const judgeSetAside = (tx: Tx, openLinkId: string, decision: 'accepted' | 'discarded', decidedBy: string) =>
  sql`with waiting as (
      select response_id, evidence from responses where open_link_id = ${openLinkId} and state = 'quarantined' for update
    ), judged as (
      update responses r set state = case when ${decision} = 'accepted' then 'confirmed' else 'retracted' end, evidence = null
      from waiting where r.response_id = waiting.response_id
      returning r.response_id, r.survey_id, r.person_id, r.score, waiting.evidence
    ), noted as (
      insert into response_reviews (response_id, decision, evidence, decided_by)
      select response_id, ${decision}, coalesce(evidence, 'unknown'), ${decidedBy} from judged
      on conflict (workspace_id, response_id)
        do update set decision = excluded.decision, evidence = excluded.evidence, decided_by = excluded.decided_by, decided_at = now()
    )
    insert into events (name, subject_id, payload)
    select 'response.received', response_id,
      jsonb_build_object('personId', person_id, 'surveyId', survey_id, 'waveId', null, 'score', score, 'source', 'open')
    from judged where ${decision} = 'accepted'`.execute(tx)

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
