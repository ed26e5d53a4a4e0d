import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'
import type { DayRange, Opening } from '../../../vocabulary/index.ts'
import { among, answersOf, named, type Scope, withinDays } from './scope.ts'

const OPEN = sql<boolean>`not exists (select 1 from case_closures c where c.case_id = k.case_id and c.reopened_at is null)`

/** The day's zone and the language of the workspace. */
export async function workspaceZone(reader: Reader): Promise<string> {
  const row = await reader.selectFrom('workspaces').select('time_zone').executeTakeFirstOrThrow()
  return row.time_zone
}

/** Who was asked in the period and how many of them answered, whenever. */
export async function askedCounts(reader: Reader, range: DayRange & { timeZone: string }, survey?: string) {
  const { rows } = await sql<{ invited: number; answered: number }>`
    select count(*)::int as invited, count(r.response_id)::int as answered
    from invitations i left join responses r on r.invitation_id = i.invitation_id and r.state = 'confirmed'
    where exists (select 1 from messages m where m.invitation_id = i.invitation_id and m.purpose = 'survey' and m.state in ('accepted', 'unknown'))
      and i.created_at >= (${range.from}::date)::timestamp at time zone ${range.timeZone}
      and i.created_at < (${range.to}::date + 1)::timestamp at time zone ${range.timeZone}
      and ${named('i')} and (${survey ?? null}::uuid is null or i.survey_id = ${survey ?? null}::uuid)`.execute(reader)
  return rows[0] && rows[0].invited > 0 ? rows[0] : null
}

/** Scores that were chosen in a link but never sent off, by people and not by a scanner. */
export async function unconfirmedCount(reader: Reader, range: DayRange & { timeZone: string }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct v.invitation_id)::int as count from invitation_visits v
    where v.score is not null and not v.scanner_suspected
      and v.visited_at >= (${range.from}::date)::timestamp at time zone ${range.timeZone}
      and v.visited_at < (${range.to}::date + 1)::timestamp at time zone ${range.timeZone}
      and not exists (select 1 from responses r where r.invitation_id = v.invitation_id)`.execute(reader)
  return rows[0]?.count ?? 0
}

/** Answers set aside because a machine may have given them. */
export async function quarantinedCount(reader: Reader, range: DayRange & { timeZone: string }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from responses r where r.state = 'quarantined' and ${withinDays('r', range)}`.execute(
    reader,
  )
  return rows[0]?.count ?? 0
}

/** How many of the answers came with a comment. */
export async function commentedCount(reader: Reader, scope: Scope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${answersOf(scope)} r where r.comment is not null and ${among('r', scope)} and ${withinDays('r', scope)}`.execute(
    reader,
  )
  return rows[0]?.count ?? 0
}

/** Answers of the last seven days. */
export async function recentCount(reader: Reader, now: Date): Promise<number> {
  const since = new Date(now.getTime() - 7 * 86_400_000)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from responses where state = 'confirmed' and answered_at >= ${since}`.execute(reader)
  return rows[0]?.count ?? 0
}

/** The cases that wait longest or are due first. */
export const waitingHeads = async (reader: Reader, now: Date, limit: number) =>
  (
    await sql<{
      case_id: string
      queue: string
      due_at: Date
      contacted: boolean
      opening: Opening
      score: number | null
      rating: number | null
      comment: string | null
      person_id: string | null
      name: string | null
      company: string | null
      annual_value: number | null
    }>`
    select k.case_id, k.queue, k.due_at, exists (select from case_contacts c where c.case_id = k.case_id) as contacted, r.opening, r.score, r.rating, r.comment, k.person_id, p.name, p.company,
      case when jsonb_typeof(p.attributes -> 'annual_value') = 'number' then (p.attributes ->> 'annual_value')::float8 end as annual_value
    from cases k join responses r on r.response_id = k.response_id left join people p on p.person_id = k.person_id
    where ${OPEN} and (k.snoozed_until is null or k.snoozed_until <= ${now})
    order by k.due_at, k.case_id limit ${limit}`.execute(reader)
  ).rows

/** Surveys by name, for the filter. */
export const surveyChoices = (reader: Reader) =>
  reader
    .selectFrom('surveys')
    .select(['survey_id', 'name', 'opening', 'anonymous'])
    .where('archived_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()

/** The newest event and the newest word on attributes: as long as they stay, so do the figures. */
export async function newestEvent(reader: Reader): Promise<string> {
  const { rows } = await sql<{
    event_id: string
  }>`select coalesce(max(event_id), 0)::text || coalesce((select max(changed_at) from attribute_definitions)::text, '') as event_id from events`.execute(
    reader,
  )
  return rows[0]?.event_id ?? '0'
}
