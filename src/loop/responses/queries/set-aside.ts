import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { AnswerCounts, AnswerCountsQuery } from '../../../vocabulary/index.ts'

/** Notes a member's decision about an answer that was set aside; a later one takes its place. */
export const recordReview = (
  tx: Tx,
  review: { responseId: string; decision: 'accepted' | 'discarded'; evidence: string; decidedBy: string },
) => {
  const row = { decision: review.decision, evidence: review.evidence, decided_by: review.decidedBy }
  return tx
    .insertInto('response_reviews')
    .values({ response_id: review.responseId, ...row })
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'response_id']).doUpdateSet({ ...row, decided_at: sql<Date>`now()` }),
    )
    .execute()
}

/** Counts what came in the last days: answers by state, and people who only opened a number. */
export async function answerCounts(reader: Reader, { survey, days }: AnswerCountsQuery): Promise<AnswerCounts> {
  const ofSurvey = (column: string) => (survey ? sql`and ${sql.ref(column)} = ${survey}::uuid` : sql``)
  const since = sql`now() - make_interval(days => ${days}::integer)`
  const { rows } = await sql<AnswerCounts>`
    with answers as (
      select count(*) filter (where state = 'confirmed')::integer as confirmed,
        count(*) filter (where state = 'quarantined')::integer as "setAside",
        count(*) filter (where state = 'quarantined' and evidence = 'insider')::integer as insider
      from responses r where answered_at >= ${since} ${ofSurvey('r.survey_id')}
    ), opened as (
      select v.invitation_id, bool_or(not v.scanner_suspected and (v.score is not null or v.rating is not null)) as is_intent
      from invitation_visits v
      join invitations i on i.workspace_id = v.workspace_id and i.invitation_id = v.invitation_id
      where v.visited_at >= ${since} ${ofSurvey('i.survey_id')} and not exists (
        select from responses r where r.workspace_id = v.workspace_id and r.invitation_id = v.invitation_id)
        and (v.scanner_suspected or v.score is not null or v.rating is not null)
      group by v.invitation_id
    )
    select answers.*, (select count(*) from opened where is_intent)::integer as unconfirmed,
      (select count(*) from opened where not is_intent)::integer as scanned
    from answers`.execute(reader)
  const [counts] = rows
  if (!counts) throw new Error('a count has one row')
  return counts
}
