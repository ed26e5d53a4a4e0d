import { customerLanguageOf } from '../../languages/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { SurveyWithWording, Wordings } from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { askingWorkspace, insertSurvey, insertVersion } from './queries.ts'
import { readSurvey } from './read-survey.ts'
import { standardWordings } from './standard-wording.ts'

/** A new survey; without wording it gets the standard one in every language. */
export async function createSurvey(tx: Tx, given: { name: string; wording?: Wordings }): Promise<SurveyWithWording> {
  const workspace = await askingWorkspace(tx)
  const surveyId = await insertSurvey(tx, given.name)
  const wording = given.wording ?? standardWordings(workspace.name, customerLanguageOf(workspace.language))
  const version = await insertVersion(tx, surveyId, wording)
  await emit(tx, 'survey.published', surveyId, { version })
  return readSurvey(tx, surveyId)
}
