import { z } from 'zod'
import { customerLanguageOf, type Language } from '../../languages/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import {
  AnonymityRule,
  Opening,
  SurveyKind,
  type SurveyWithWording,
  WordingLanguage,
  Wordings,
} from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { checkThreshold } from './check-threshold.ts'
import { checkWording } from './check-wording.ts'
import { askingWorkspace, insertSurvey, insertVersion } from './queries.ts'
import { readSurvey } from './read-survey.ts'
import { standardWordings } from './standard-wording.ts'

/** What a survey begins with; its opening never changes, whether it is anonymous not after the first answer. */
export const NewSurvey = z.strictObject({
  name: z.string().trim().min(1).max(200),
  kind: SurveyKind.default('relationship'),
  opening: Opening.default('nps'),
  anonymous: z.boolean().default(false),
  /** Answers that have to come together; the workspace's number where nothing is said. */
  anonymousThreshold: AnonymityRule.shape.shownFrom.optional(),
  /** Languages of the standard wording; English, German and Finnish where nothing is said. */
  languages: z.array(WordingLanguage).min(1).max(24).optional(),
  wording: Wordings.optional(),
})

/** A new survey; without wording it gets the standard one of its kind and opening in every language asked for. */
export async function createSurvey(
  tx: Tx,
  given: z.input<typeof NewSurvey>,
  language: Language = 'en',
): Promise<SurveyWithWording> {
  const { name, kind = 'relationship', opening = 'nps', anonymous = false, languages } = given
  const workspace = await askingWorkspace(tx)
  const own = customerLanguageOf(workspace.language)
  const first = languages && !languages.includes(own) ? (languages[0] ?? own) : own
  const wording = given.wording
    ? Wordings.parse(given.wording)
    : standardWordings(workspace.name, first, { kind, opening }, languages)
  checkWording(opening, wording, language)
  const threshold = given.anonymousThreshold ?? workspace.shown_from
  checkThreshold(threshold, workspace.shown_from)
  const surveyId = await insertSurvey(tx, { name, kind, opening, anonymous, anonymous_threshold: threshold })
  const version = await insertVersion(tx, surveyId, wording)
  await emit(tx, 'survey.published', surveyId, { version })
  return readSurvey(tx, surveyId)
}
