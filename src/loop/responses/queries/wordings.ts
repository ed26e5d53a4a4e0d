import type { Reader } from '../../../platform/database/index.ts'

/** The wording of a survey as it was asked. */
export const wordingOf = (reader: Reader, surveyId: string, version: number) =>
  reader
    .selectFrom('survey_versions')
    .select('wording')
    .where('survey_id', '=', surveyId)
    .where('version', '=', version)
    .executeTakeFirst()
    .then(row => row?.wording ?? null)
