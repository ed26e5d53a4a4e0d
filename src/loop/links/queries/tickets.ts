import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/index.ts'
import type { pageParts } from '../../responses/index.ts'

/** A ticket, and the answer that its holder gave, found by two hashes of the token that nothing but the token joins. */
export type HeldTicket = pageParts.Asked & { waveId: string }

/** Finds a ticket by its hash and, by the other hash, the answer; undefined for anything else. */
export async function findTicket(
  database: Database,
  { ticketHash, sourceKey }: { ticketHash: Buffer; sourceKey: string },
): Promise<HeldTicket | undefined> {
  const { rows } = await database.pool.query<HeldTicket>(
    `select '' as "tokenHash", t.workspace_id as "workspaceId", '' as "invitationId", t.survey_id as "surveyId", t.wave_id as "waveId",
      coalesce(r.survey_version, t.survey_version) as "surveyVersion", s.opening, '' as "personId", null as "personName",
      coalesce(r.language, t.language) as "personLanguage", null as email, w.language as "workspaceLanguage",
      w.name as company, w.time_zone as "timeZone", w.imprint,
      (t.expires_on + 1)::timestamptz as "expiresAt", null as "revokedAt", r.response_id as "responseId", r.score, r.rating,
      r.state, r.answered_at as "answeredAt", r.answer_key as "answerKey", r.comment is not null as "hasComment", r.reason,
      coalesce((
        select json_agg(json_build_object('questionId', a.question_id, 'rating', a.rating, 'choices', a.choices, 'words', a.words))
        from response_answers a where a.workspace_id = r.workspace_id and a.response_id = r.response_id), '[]') as answers
    from answer_tickets t
    join surveys s on s.workspace_id = t.workspace_id and s.survey_id = t.survey_id
    join workspaces w on w.workspace_id = t.workspace_id
    left join responses r on r.workspace_id = t.workspace_id and r.source = 'ticket' and r.source_key = $2
    where t.ticket_hash = $1`,
    [ticketHash, sourceKey],
  )
  return rows[0]
}

/** Writes the answer of a ticket's holder; undefined when there is one already. */
export async function insertTicketAnswer(
  tx: Tx,
  row: {
    ticket: Pick<HeldTicket, 'surveyId' | 'surveyVersion' | 'waveId' | 'opening'>
    sourceKey: string
    answerKey: string
    score: number | null
    rating: number | null
    comment: string | null
    language: string | null
    evidence: string | null
  },
): Promise<string | undefined> {
  const { ticket } = row
  const { rows } = await sql<{ responseId: string }>`
    insert into responses (survey_id, survey_version, wave_id, channel, opening, score, rating, comment, language, state, evidence,
      source, source_key, answer_key, anonymous)
    values (${ticket.surveyId}, ${ticket.surveyVersion}, ${ticket.waveId}, 'link', ${ticket.opening}, ${row.score}, ${row.rating},
      ${row.comment}, ${row.language}, ${row.evidence ? 'quarantined' : 'confirmed'}, ${row.evidence}, 'ticket', ${row.sourceKey},
      ${row.answerKey}, (select s.anonymous from surveys s where s.survey_id = ${ticket.surveyId}::uuid))
    on conflict (workspace_id, source, source_key) do nothing
    returning response_id as "responseId"`.execute(tx)
  return rows[0]?.responseId
}
