import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'

/** How many were asked by mail or SMS in a span, and how many of them answered: of one survey, and of all. */
export async function answersToInvitations(reader: Reader, surveyId: string, from: Date, until: Date) {
  const { rows } = await sql<{ own: boolean; invited: number; answered: number }>`
    select i.survey_id = ${surveyId} as own, count(*)::int as invited, count(r.response_id)::int as answered
    from messages m
    join lateral (select * from invitations where workspace_id = m.workspace_id and invitation_id = m.invitation_id offset 0) i on true
    left join lateral (select * from responses where workspace_id = i.workspace_id and invitation_id = i.invitation_id
      and state = 'confirmed' offset 0) r on true
    where m.purpose = 'survey' and m.step = 0 and m.state = 'accepted' and m.accepted_at between ${from} and ${until}
    group by 1`.execute(reader)
  return rows
}

/** How often each score was given since a day: in one survey, and in all. */
export async function scoresSince(reader: Reader, surveyId: string, since: Date) {
  const { rows } = await sql<{ own: boolean; score: number; answers: number }>`
    select survey_id = ${surveyId} as own, score, count(*)::int as answers from responses
    where state = 'confirmed' and score is not null and answered_at >= ${since}
      and survey_id not in (select s.survey_id from surveys s where s.anonymous) group by 1, 2`.execute(reader)
  return rows
}
