import { sql } from 'kysely'
import { prepared, type Reader } from '../../../platform/database/index.ts'
import type { Opening, PersonKey } from '../../../vocabulary/index.ts'

/** A line per survey that a person answered; a person without answers has one line of nulls. */
export type ScoreRow = {
  personId: string
  surveyId: string | null
  opening: Opening | null
  score: number | null
  rating: number | null
  answeredAt: Date | null
  answers: number
}

const MOST_ANSWERS = 200

/** Finds a person by one name with their newest answers, newest first, in one look at indexes; empty when there is no such person. */
export async function personScoreRows(reader: Reader, key: PersonKey): Promise<ScoreRow[]> {
  const { rows } = await sql<ScoreRow>`${prepared}
    select p.person_id as "personId", r.survey_id as "surveyId", r.opening, r.score, r.rating, r.answered_at as "answeredAt",
      count(r.survey_id) over ()::integer as answers
    from people p
    left join lateral (
      select survey_id, opening, score, rating, answered_at from responses
      where responses.workspace_id = p.workspace_id and responses.person_id = p.person_id and state = 'confirmed'
      order by answered_at desc limit ${MOST_ANSWERS}
    ) r on true
    where ${named(key)}
    order by r.answered_at desc nulls last`.execute(reader)
  return rows
}

function named({ personId, externalId, email }: PersonKey) {
  if (personId !== undefined) return sql`p.person_id = ${personId}`
  if (externalId !== undefined) return sql`p.external_id = ${externalId}`
  return sql`p.email_key = ${(email ?? '').toLowerCase()}`
}
