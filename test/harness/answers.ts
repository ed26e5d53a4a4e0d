import { sql } from 'kysely'
import type { Tx } from '../../src/platform/database/index.ts'

/** An answer as stories tell it. */
export type Told = {
  score: number
  at: string
  person?: string
  comment?: string
  state?: string
  attributes?: Record<string, string | number>
}

/** Stores answers as told; people are made by their name. For stories only. */
export async function storeAnswers(tx: Tx, surveyId: string, answers: readonly Told[]): Promise<void> {
  for (const [at, answer] of answers.entries()) {
    await sql`
      with person as (
        insert into people (external_id, name, attributes) select ${answer.person ?? null}, ${answer.person ?? null}, ${JSON.stringify(answer.attributes ?? {})}::jsonb
        where ${answer.person ?? null}::text is not null
        on conflict (workspace_id, external_id) where external_id is not null do update set attributes = excluded.attributes returning person_id)
      insert into responses (survey_id, person_id, channel, score, comment, state, attributes, source, source_key, answered_at, anonymous)
      values (${surveyId}, (select person_id from person), 'link', ${answer.score}, ${answer.comment ?? null}, ${answer.state ?? 'confirmed'},
        ${JSON.stringify(answer.attributes ?? {})}::jsonb, 'import', ${`${answer.at}-${at}-${Math.random()}`}, ${answer.at}::timestamptz,
        (select anonymous from surveys where survey_id = ${surveyId}))`.execute(tx)
  }
}
