import type { Database } from '../../../platform/database/index.ts'
import type { pageParts } from '../../responses/index.ts'

/** A visitor's own answer with everything its pages show. */
export type OwnAnswer = pageParts.Asked & { openLinkId: string | null }

/** Finds an answer of an open link or a ticket; undefined when it was deleted. */
export async function findOwn(
  database: Database,
  own: { workspaceId: string; responseId: string },
): Promise<OwnAnswer | undefined> {
  const { rows } = await database.pool.query<OwnAnswer>(
    `select '' as "tokenHash", r.workspace_id as "workspaceId", '' as "invitationId", r.survey_id as "surveyId",
      r.survey_version as "surveyVersion", r.opening, '' as "personId", null as "personName", r.language as "personLanguage", null as email,
      w.language as "workspaceLanguage", w.name as company, w.time_zone as "timeZone", w.imprint,
      'infinity'::timestamptz as "expiresAt", null as "revokedAt", r.response_id as "responseId", r.score, r.rating, r.state,
      r.answered_at as "answeredAt", r.answer_key as "answerKey", r.comment is not null as "hasComment", r.reason,
      r.open_link_id as "openLinkId", coalesce((
        select json_agg(json_build_object('questionId', a.question_id, 'rating', a.rating, 'choices', a.choices, 'words', a.words))
        from response_answers a where a.workspace_id = r.workspace_id and a.response_id = r.response_id), '[]') as answers
    from responses r
    join workspaces w on w.workspace_id = r.workspace_id
    where r.workspace_id = $1 and r.response_id = $2 and r.source in ('open', 'ticket')`,
    [own.workspaceId, own.responseId],
  )
  return rows[0]
}
