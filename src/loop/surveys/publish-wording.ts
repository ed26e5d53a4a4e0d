import { isDeepStrictEqual } from 'node:util'
import type { Language } from '../../languages/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { Refusal, type SurveyWithWording, type Wordings } from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { checkWording } from './check-wording.ts'
import { insertVersion } from './queries.ts'
import { readSurvey } from './read-survey.ts'

/** Changes what a survey says: a new version, so that older answers keep the question they answered. */
export async function publishWording(
  tx: Tx,
  surveyId: string,
  wording: Wordings,
  language: Language = 'en',
): Promise<SurveyWithWording> {
  const before = await readSurvey(tx, surveyId)
  if (before.archivedAt) throw new Refusal('survey_archived')
  checkWording(before.opening, wording, language)
  if (isDeepStrictEqual(before.wording, wording)) return before
  const version = await insertVersion(tx, surveyId, wording)
  await emit(tx, 'survey.published', surveyId, { version })
  return readSurvey(tx, surveyId)
}
