import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { QuestionAnswer } from '../../../vocabulary/index.ts'

/** What the questions after the first got. */
export const furtherAnswers = (reader: Reader, responseId: string) =>
  reader
    .selectFrom('response_answers')
    .select(['question_id as questionId', 'rating', 'choices', 'words'])
    .where('response_id', '=', responseId)
    .execute()

/** Stores what questions got; a question that was left empty has a row too, so that it is not asked again. */
export const upsertFurther = (tx: Tx, responseId: string, answers: QuestionAnswer[]) =>
  sql`insert into response_answers (response_id, question_id, rating, choices, words)
    select ${responseId}::uuid, a ->> 'questionId', (a ->> 'rating')::smallint,
      case when jsonb_typeof(a -> 'choices') = 'array' then array(select jsonb_array_elements_text(a -> 'choices')) end, a ->> 'words'
    from jsonb_array_elements(${JSON.stringify(answers)}::jsonb) as a
    on conflict (workspace_id, response_id, question_id) do update
      set rating = excluded.rating, choices = excluded.choices, words = excluded.words, answered_at = now()`.execute(tx)
