import type { Reader } from '../../platform/database/index.ts'
import { categoryOf } from '../../stats/index.ts'
import { type PersonScore, Refusal } from '../../vocabulary/index.ts'
import { latestScore } from './queries/entered.ts'

/** What a person last answered and the group that makes of them. */
export async function readPersonScore(reader: Reader, personId: string): Promise<PersonScore> {
  const found = await latestScore(reader, personId)
  if (!found) throw new Refusal('not_found')
  return {
    personId,
    score: found.score,
    category: found.score === null ? null : categoryOf(found.score),
    surveyId: found.survey_id,
    answeredAt: found.answered_at?.toISOString() ?? null,
    answers: found.answers,
  }
}
