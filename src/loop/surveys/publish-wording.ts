import { isDeepStrictEqual } from 'node:util'
import type { Language } from '../../languages/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { Refusal, type SurveyWithWording, type Wordings } from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { checkWording } from './check-wording.ts'
import { insertVersion } from './queries.ts'
import { readSurvey } from './read-survey.ts'

/**
 * Changes what a survey says: a new version, so that older answers keep the question they answered. With `basedOn` it is
 * refused where somebody published another version meanwhile.
 */
export async function publishWording(
  tx: Tx,
  surveyId: string,
  wording: Wordings,
  { basedOn, language = 'en' }: { basedOn?: number | undefined; language?: Language } = {},
): Promise<SurveyWithWording> {
  const before = await readSurvey(tx, surveyId)
  if (before.archivedAt) throw new Refusal('survey_archived')
  if (basedOn !== undefined && basedOn !== before.version) {
    throw new Refusal('survey_changed_meanwhile', { version: before.version })
  }
  checkWording(before.opening, wording, language)
  if (isDeepStrictEqual(before.wording, wording)) return before
  const version = await insertVersion(tx, surveyId, wording)
  await emit(tx, 'survey.published', surveyId, { version })
  return readSurvey(tx, surveyId)
}
