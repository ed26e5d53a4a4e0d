import type { Reader } from '../../platform/database/index.ts'
import type { AnswerChoices } from '../../vocabulary/index.ts'
import { surveyChoices } from '../pulse/queries/surroundings.ts'
import { answerLanguages } from './queries.ts'

/** Surveys and languages that answers can be filtered by. */
export async function readAnswerChoices(reader: Reader): Promise<AnswerChoices> {
  const surveys = await surveyChoices(reader)
  return {
    surveys: surveys.map(({ survey_id, name, anonymous }) => ({ surveyId: survey_id, name, anonymous })),
    languages: await answerLanguages(reader),
  }
}
