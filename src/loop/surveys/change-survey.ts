import { z } from 'zod'
import type { Tx } from '../../platform/database/index.ts'
import { AnonymityRule, Refusal, SurveyKind, type SurveyWithWording } from '../../vocabulary/index.ts'
import { checkThreshold } from './check-threshold.ts'
import { answeredSurvey, askingWorkspace, updateSurvey } from './queries.ts'
import { readSurvey } from './read-survey.ts'

/** What may change while a survey lives; its opening may not, so that figures of one survey can be compared. */
export const SurveyChange = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  kind: SurveyKind.optional(),
  anonymous: z.boolean().optional(),
  anonymousThreshold: AnonymityRule.shape.shownFrom.optional(),
  archived: z.boolean().optional(),
})
export type SurveyChange = z.infer<typeof SurveyChange>

/** Renames a survey, changes when or how it asks, archives it, or brings it back. */
export async function changeSurvey(tx: Tx, surveyId: string, change: SurveyChange): Promise<SurveyWithWording> {
  const before = await readSurvey(tx, surveyId)
  if (change.anonymous !== undefined && change.anonymous !== before.anonymous) await mayTurn(tx, surveyId, before)
  if (change.anonymousThreshold !== undefined) await mayAskOf(tx, before, change.anonymousThreshold)
  if (Object.values(change).some(value => value !== undefined)) await updateSurvey(tx, surveyId, change)
  return readSurvey(tx, surveyId)
}

/** Answers given under one promise never stand under another, nor do people who were asked under it. */
async function mayTurn(tx: Tx, surveyId: string, before: SurveyWithWording): Promise<void> {
  const { answered, asked } = await answeredSurvey(tx, surveyId)
  if (answered) throw new Refusal('survey_answered')
  if (before.anonymous && asked) throw new Refusal('survey_promised_anonymous')
}

/** Who answered was promised to be one of so many; others may be promised more. */
async function mayAskOf(tx: Tx, before: SurveyWithWording, threshold: number): Promise<void> {
  checkThreshold(threshold, (await askingWorkspace(tx)).shown_from)
  if (threshold >= before.anonymousThreshold) return
  const { answered } = await answeredSurvey(tx, before.surveyId)
  if (answered) throw new Refusal('anonymous_threshold_fixed', { least: before.anonymousThreshold })
}
