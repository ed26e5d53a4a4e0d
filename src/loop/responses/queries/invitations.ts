import { type Database, preparedText } from '../../../platform/database/index.ts'
import type { Opening, QuestionAnswer } from '../../../vocabulary/index.ts'

/** A personal link and all that stands behind it, found by the hash of its token. */
export type Asked = {
  tokenHash: string
  workspaceId: string
  invitationId: string
  surveyId: string
  surveyVersion: number
  opening: Opening
  personId: string
  personName: string | null
  personLanguage: string | null
  email: string | null
  workspaceLanguage: string
  company: string
  timeZone: string
  imprint: string | null
  expiresAt: Date
  revokedAt: Date | null
  /** The current answer, where there is one. */
  responseId: string | null
  score: number | null
  rating: number | null
  state: string | null
  answeredAt: Date | null
  answerKey: string | null
  hasComment: boolean
  reason: string | null
  answers: QuestionAnswer[]
}

/** Finds links by the hashes of their tokens, over all workspaces: the token is what says which one. */
export async function findAsked(database: Database, hashes: Buffer[]): Promise<Map<string, Asked>> {
  const { rows } = await database.pool.query<Asked>(
    preparedText(`select encode(i.token_hash, 'base64') as "tokenHash", i.workspace_id as "workspaceId", i.invitation_id as "invitationId",
      i.survey_id as "surveyId", i.survey_version as "surveyVersion", i.expires_at as "expiresAt",
  case when s.anonymous then i.created_at else i.revoked_at end as "revokedAt", s.opening, p.person_id as "personId", p.name as "personName", p.language as "personLanguage", p.email,
  w.language as "workspaceLanguage", w.name as company, w.time_zone as "timeZone", w.imprint,
  r.response_id as "responseId", r.score, r.rating, r.state, r.answered_at as "answeredAt", r.answer_key as "answerKey",
  r.comment is not null as "hasComment", r.reason, coalesce((
    select json_agg(json_build_object('questionId', a.question_id, 'rating', a.rating, 'choices', a.choices, 'words', a.words))
    from response_answers a where a.workspace_id = r.workspace_id and a.response_id = r.response_id), '[]') as answers
    from invitations i
    join workspaces w on w.workspace_id = i.workspace_id
    join lateral (select * from surveys where workspace_id = i.workspace_id and survey_id = i.survey_id offset 0) s on true
    -- Row by row through the keys: tables that grow in a rush have no statistics to plan a join by.
    join lateral (select * from people where workspace_id = i.workspace_id and person_id = i.person_id offset 0) p on true
    left join lateral (select * from responses where workspace_id = i.workspace_id and invitation_id = i.invitation_id offset 0) r on true
    where i.token_hash = any($1::bytea[])`),
    [hashes],
  )
  return new Map(rows.map(row => [row.tokenHash, row]))
}
