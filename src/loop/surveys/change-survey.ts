import type { Tx } from '../../platform/database/index.ts'
import type { SurveyWithWording } from '../../vocabulary/index.ts'
import { updateSurvey } from './queries.ts'
import { readSurvey } from './read-survey.ts'

/** Renames a survey, archives it, or brings it back. */
export async function changeSurvey(
  tx: Tx,
  surveyId: string,
  change: { name?: string; archived?: boolean },
): Promise<SurveyWithWording> {
  await readSurvey(tx, surveyId)
  if (change.name !== undefined || change.archived !== undefined) await updateSurvey(tx, surveyId, change)
  return readSurvey(tx, surveyId)
}
