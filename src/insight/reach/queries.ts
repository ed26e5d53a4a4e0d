import { sql } from 'kysely'
import { partOfPeople } from '../../loop/attributes/index.ts'
import type { Reader } from '../../platform/database/index.ts'
import type { CaseQueue } from '../../vocabulary/index.ts'

/** First requests that left; an answer to an anonymous survey belongs to nobody and is no part of this. */
const ASKED = sql`m.purpose = 'survey' and m.step = 0 and m.state in ('accepted', 'unknown')`
const ARRIVED = sql`m.state = 'accepted' and m.outcome is distinct from 'hard_bounce'`
const ANSWERED = sql`exists (select from responses r where r.invitation_id = m.invitation_id and r.state = 'confirmed')`

export type PartRow = {
  value: string | null
  people: number
  withAddress: number
  withBasis: number
  asked: number
  delivered: number
  answered: number
}

/** People of each part, and those of them who have an address, a legal basis, a request, a delivered one, an answer to one. */
export async function partRows(reader: Reader, by: string, since: Date): Promise<PartRow[]> {
  const part = await partOfPeople(reader, by)
  const { rows } = await sql<PartRow>`
    with asked as (
      select m.person_id, bool_or(${ARRIVED}) as delivered, bool_or(${ARRIVED} and ${ANSWERED}) as answered
      from messages m join invitations i on i.invitation_id = m.invitation_id
      where ${ASKED} and m.accepted_at >= ${since} and m.person_id is not null
        and i.survey_id not in (select s.survey_id from surveys s where s.anonymous) group by 1)
    select ${part} as value, count(*)::int as people,
      count(*) filter (where people.email is not null or people.phone is not null)::int as "withAddress",
      count(*) filter (where exists (select from permissions b where b.person_id = people.person_id and b.basis in ('consent', 'existing_customer')
        and ((b.channel = 'email' and people.email is not null) or (b.channel = 'sms' and people.phone is not null))))::int as "withBasis",
      count(a.person_id)::int as asked, count(*) filter (where a.delivered)::int as delivered,
      count(*) filter (where a.answered)::int as answered
    from people left join asked a on a.person_id = people.person_id group by 1 order by 2 desc, 1 limit 60`.execute(
    reader,
  )
  return rows
}

export type SurveyRateRow = {
  surveyId: string
  name: string
  anonymous: boolean
  asked: number
  delivered: number
  answered: number
}

/** Requests of each survey and their answers; of an anonymous one only how many came back by a ticket. */
export async function surveyRateRows(reader: Reader, since: Date): Promise<SurveyRateRow[]> {
  const { rows } = await sql<SurveyRateRow>`
    with asked as (
      select i.survey_id, count(*)::int as asked, count(*) filter (where ${ARRIVED})::int as delivered,
        count(*) filter (where ${ARRIVED} and ${ANSWERED})::int as answered
      from messages m join invitations i on i.invitation_id = m.invitation_id
      where ${ASKED} and m.accepted_at >= ${since} group by 1)
    select s.survey_id as "surveyId", s.name, s.anonymous, a.asked, a.delivered, case when s.anonymous then (
      select count(*)::int from responses r where r.survey_id = s.survey_id and r.source = 'ticket' and r.state = 'confirmed'
        and r.answered_at >= date_trunc('day', ${since}::timestamptz, 'UTC')) else a.answered end as answered
    from asked a join surveys s on s.survey_id = a.survey_id order by a.asked desc, s.name limit 50`.execute(reader)
  return rows
}

/** Open cases of each queue, those without an owner, and those whose day has passed without a contact. */
export async function queueRows(reader: Reader, now: Date) {
  const { rows } = await sql<{ queue: CaseQueue; open: number; unowned: number; overdue: number }>`
    select k.queue, count(*)::int as open, count(*) filter (where k.owner_id is null)::int as unowned,
      count(*) filter (where k.due_at < ${now} and not exists (select from case_contacts c where c.case_id = k.case_id))::int as overdue
    from cases k
    where not exists (select from case_closures c where c.case_id = k.case_id and c.reopened_at is null)
    group by 1`.execute(reader)
  return rows
}
