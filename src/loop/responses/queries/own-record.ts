import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'
import type { QuestionAnswer } from '../../../vocabulary/index.ts'

/** Everything that is stored about a person, for their own eyes (Art. 15 GDPR). */
export type OwnRecord = {
  person: Record<
    'name' | 'email' | 'phone' | 'company' | 'externalId' | 'language' | 'country' | 'timeZone',
    string | null
  > & { attributes: Record<string, unknown> }
  permissions: { channel: string; basis: string; recordedAt: Date }[]
  answers: OwnAnswer[]
  messages: { purpose: string; channel: string; at: Date }[]
}

type OwnAnswer = {
  answeredAt: Date
  survey: string
  question: string | null
  /** Words of the further questions, by their names. */
  words: Record<string, { text?: string; options?: Record<string, string> }> | null
  value: number | null
  comment: string | null
  further: QuestionAnswer[]
}

/** Reads what is stored about a person. */
export async function ownRecord(reader: Reader, personId: string): Promise<OwnRecord> {
  const person = await reader
    .selectFrom('people')
    .select(['name', 'email', 'phone', 'company', 'external_id as externalId', 'language', 'country'])
    .select(['time_zone as timeZone', 'attributes'])
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return {
    person,
    permissions: await permissionsOf(reader, personId),
    answers: await answersOf(reader, personId),
    messages: await messagesOf(reader, personId),
  }
}

const permissionsOf = (reader: Reader, personId: string) =>
  reader
    .selectFrom('permissions')
    .select(['channel', 'basis', 'recorded_at as recordedAt'])
    .where('person_id', '=', personId)
    .execute()

async function answersOf(reader: Reader, personId: string): Promise<OwnAnswer[]> {
  const { rows } = await sql<OwnAnswer>`
    select r.answered_at as "answeredAt", s.name as survey, v.wording -> 'texts' -> coalesce(r.language, v.wording ->> 'language') ->> 'question' as question,
      v.wording -> 'texts' -> coalesce(r.language, v.wording ->> 'language') -> 'questions' as words,
      coalesce(r.score, r.rating) as value, r.comment, coalesce((
        select json_agg(json_build_object('questionId', a.question_id, 'rating', a.rating, 'choices', a.choices, 'words', a.words))
        from response_answers a where a.workspace_id = r.workspace_id and a.response_id = r.response_id), '[]') as further
    from responses r
    join surveys s on s.workspace_id = r.workspace_id and s.survey_id = r.survey_id
    left join survey_versions v on v.workspace_id = r.workspace_id and v.survey_id = r.survey_id and v.version = r.survey_version
    where r.person_id = ${personId} order by r.answered_at desc limit 50`.execute(reader)
  return rows
}

const messagesOf = (reader: Reader, personId: string) =>
  reader
    .selectFrom('messages')
    .select(['purpose', 'channel'])
    .select(sql<Date>`coalesce(accepted_at, changed_at)`.as('at'))
    .where('person_id', '=', personId)
    .where('state', 'in', ['accepted', 'gate', 'unknown'])
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()
