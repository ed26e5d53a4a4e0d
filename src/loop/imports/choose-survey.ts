import { languageOf, say } from '../../languages/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type ImportOptions, Refusal } from '../../vocabulary/index.ts'
import { createSurvey } from '../surveys/index.ts'
import { findSurvey, workspaceLanguage } from './queries/surveys.ts'

/** The survey that was named, or the newest one; null where it would be a new one. */
export async function knownSurvey(tx: Tx, { surveyId, surveyName }: ImportOptions): Promise<string | null> {
  const known = await findSurvey(tx, { surveyId, name: surveyName })
  if (!known && surveyId && !surveyName) throw new Refusal('not_found')
  return known
}

/** A new survey for answers that belong to none. */
export async function newSurvey(tx: Tx, { surveyName }: ImportOptions): Promise<string> {
  const name = surveyName ?? say(languageOf(await workspaceLanguage(tx)), 'imports.newSurvey')
  return (await createSurvey(tx, { name })).surveyId
}

/** Options with those given later; a survey named later takes the place of the one that was chosen or remembered. */
export function mergedOptions(before: ImportOptions, given: ImportOptions = {}): ImportOptions {
  const named = given.surveyName && !given.surveyId ? { surveyId: null } : {}
  const chosen = given.surveyId && !given.surveyName ? { surveyName: null } : {}
  return { ...before, ...given, ...named, ...chosen }
}
