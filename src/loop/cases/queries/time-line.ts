import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'

/** The answers of a person, newest first, with the survey that asked. */
export const answersOf = (reader: Reader, personId: string, limit: number) =>
  reader
    .selectFrom('responses as r')
    .innerJoin('surveys as s', 's.survey_id', 'r.survey_id')
    .select([
      'r.response_id',
      'r.opening',
      'r.score',
      'r.rating',
      'r.comment',
      'r.channel',
      'r.answered_at',
      's.name as survey_name',
    ])
    .select(['r.survey_id', 'r.survey_version', 'r.language'])
    .where('r.person_id', '=', personId)
    .where('r.state', '=', 'confirmed')
    .orderBy('r.answered_at', 'desc')
    .limit(limit)
    .execute()

/** Mails that left for a person, newest first, with the member who wrote them. */
export const mailsTo = (reader: Reader, personId: string, limit: number) =>
  reader
    .selectFrom('messages as m')
    .leftJoin('case_contacts as k', join =>
      join.onRef('k.workspace_id', '=', 'm.workspace_id').onRef('k.message_id', '=', 'm.message_id'),
    )
    .leftJoin('accounts as a', 'a.account_id', 'k.account_id')
    .select([
      'm.message_id',
      'm.purpose',
      'm.subject',
      'm.body',
      'm.state',
      'm.created_at',
      'm.accepted_at',
      'a.name as by',
    ])
    .where('m.person_id', '=', personId)
    .where('m.state', 'not in', ['planned', 'blocked', 'expired'])
    .orderBy('m.created_at', 'desc')
    .limit(limit)
    .execute()

/** Calls with a person, newest first. */
export const callsWith = (reader: Reader, personId: string, limit: number) =>
  reader
    .selectFrom('case_contacts as k')
    .innerJoin('cases as c', join =>
      join.onRef('c.workspace_id', '=', 'k.workspace_id').onRef('c.case_id', '=', 'k.case_id'),
    )
    .leftJoin('accounts as a', 'a.account_id', 'k.account_id')
    .select(['k.contact_id', 'k.note', 'k.reached', 'k.contacted_at', 'a.name as by'])
    .where('c.person_id', '=', personId)
    .where('k.kind', '=', 'call')
    .orderBy('k.contacted_at', 'desc')
    .limit(limit)
    .execute()

/** Cases of a person that were closed, newest first. */
export const closuresOf = (reader: Reader, personId: string, limit: number) =>
  reader
    .selectFrom('case_closures as cl')
    .innerJoin('cases as c', join =>
      join.onRef('c.workspace_id', '=', 'cl.workspace_id').onRef('c.case_id', '=', 'cl.case_id'),
    )
    .leftJoin('accounts as a', 'a.account_id', 'cl.closed_by')
    .select(['cl.closure_id', 'cl.cause', 'cl.outcome', 'cl.expected', 'cl.closed_at', 'a.name as by'])
    .where('c.person_id', '=', personId)
    .where('cl.reopened_at', 'is', null)
    .orderBy('cl.closed_at', 'desc')
    .limit(limit)
    .execute()

/** The zone and language of the workspace. */
export async function workspaceClock(reader: Reader): Promise<string> {
  const row = await reader
    .selectFrom('workspaces')
    .select('time_zone')
    .where('workspace_id', '=', sql<string>`current_setting('app.workspace_id')::uuid`)
    .executeTakeFirstOrThrow()
  return row.time_zone
}
