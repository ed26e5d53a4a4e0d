import { sql } from 'kysely'
import type { Database, Reader, Tx } from '../../../platform/database/index.ts'

/** Somebody who sent a number and wrote nothing. */
export type Wordless = {
  workspaceId: string
  invitationId: string
  personId: string
  email: string
  language: string | null
  timeZone: string
  value: number
  answeredAt: Date
}

/** Days after which an answer can no longer be added to. */
const LATEST_DAYS = 13

/** Who is to be asked for reasons now, over all workspaces; nobody twice, and nobody who asked to be deleted. */
export async function wordlessAnswers(database: Database, at: Date, limit: number): Promise<Wordless[]> {
  const { rows } = await database.pool.query<Wordless>(
    `select r.workspace_id as "workspaceId", r.invitation_id as "invitationId", r.person_id as "personId", p.email,
      coalesce(r.language, p.language) as language, w.time_zone as "timeZone", coalesce(r.score, r.rating) as value, r.answered_at as "answeredAt"
    from surveys s
    join responses r on r.workspace_id = s.workspace_id and r.survey_id = s.survey_id
      and r.answered_at <= $1::timestamptz - make_interval(days => s.comment_ask_days::integer)
      and r.answered_at > $1::timestamptz - make_interval(days => $2)
    join people p on p.workspace_id = r.workspace_id and p.person_id = r.person_id and p.email is not null
    join workspaces w on w.workspace_id = r.workspace_id
    join invitations i on i.workspace_id = r.workspace_id and i.invitation_id = r.invitation_id and i.revoked_at is null
    where s.comment_ask_days is not null and s.archived_at is null and not s.anonymous
      and r.state = 'confirmed' and r.comment is null and coalesce(r.score, r.rating) is not null
      and not exists (select from messages m where m.workspace_id = r.workspace_id and m.invitation_id = r.invitation_id
        and m.purpose = 'comment_ask')
      and not exists (select from erasure_requests e where e.workspace_id = r.workspace_id and e.person_id = r.person_id)
    order by r.answered_at limit $3`,
    [at, LATEST_DAYS, limit],
  )
  return rows
}

/** A mail that asks for reasons, ready to wait for the gate. */
export type CommentAsk = Wordless & {
  addressKey: Buffer
  subject: string
  body: string
  notBefore: Date
  expiresAt: Date
}

/** Queues the mail; one per invitation, whoever tries at the same moment. */
export async function insertCommentAsk(tx: Tx, ask: CommentAsk): Promise<void> {
  await sql`insert into addresses (channel, address_key) values ('email', ${ask.addressKey}) on conflict do nothing`.execute(
    tx,
  )
  await sql`
    insert into messages (purpose, channel, invitation_id, person_id, address, address_key, language, subject, body, not_before, expires_at)
    values ('comment_ask', 'email', ${ask.invitationId}, ${ask.personId}, ${ask.email}, ${ask.addressKey}, ${ask.language ?? 'en'},
      ${ask.subject}, ${ask.body}, ${ask.notBefore}, ${ask.expiresAt})
    on conflict do nothing`.execute(tx)
}

/** After how many days a survey asks for reasons; undefined when there is no such survey. */
export const commentAskOf = (reader: Reader, surveyId: string) =>
  reader.selectFrom('surveys').select('comment_ask_days as days').where('survey_id', '=', surveyId).executeTakeFirst()

/** Sets after how many days a survey asks for reasons; false when there is no such survey. */
export const updateCommentAsk = (tx: Tx, surveyId: string, days: number | null): Promise<boolean> =>
  tx
    .updateTable('surveys')
    .set({ comment_ask_days: days })
    .where('survey_id', '=', surveyId)
    .executeTakeFirst()
    .then(result => result.numUpdatedRows > 0n)
