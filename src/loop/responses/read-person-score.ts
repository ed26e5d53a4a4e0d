import type { Reader } from '../../platform/database/index.ts'
import { partOf } from '../../stats/index.ts'
import { type PersonKey, type PersonScore, Refusal, type SurveyScore } from '../../vocabulary/index.ts'
import { personScoreRows, type ScoreRow } from './queries/person-score.ts'

/** What a person last answered and the group that makes of them, over all surveys and for each. */
export async function readPersonScore(reader: Reader, key: PersonKey): Promise<PersonScore> {
  const rows = await personScoreRows(reader, key)
  const [first] = rows
  if (!first) throw new Refusal('not_found')
  const bySurvey = new Map<string, SurveyScore>()
  for (const answer of rows.flatMap(surveyScore)) {
    if (!bySurvey.has(answer.surveyId)) bySurvey.set(answer.surveyId, answer)
  }
  const last = rows.flatMap(surveyScore).find(({ score }) => score !== null)
  return {
    personId: first.personId,
    score: last?.score ?? null,
    category: last?.category ?? null,
    surveyId: last?.surveyId ?? null,
    answeredAt: last?.answeredAt ?? null,
    answers: first.answers,
    bySurvey: [...bySurvey.values()],
  }
}

function surveyScore({ surveyId, opening, score, rating, answeredAt }: ScoreRow): SurveyScore[] {
  if (!surveyId || !opening || !answeredAt) return []
  const category = partOf({ opening, score, rating })
  return [{ surveyId, opening, score, rating, category, answeredAt: answeredAt.toISOString() }]
}
