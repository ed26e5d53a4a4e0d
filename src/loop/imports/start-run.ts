import { languageOf, say } from '../../languages/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type Import, Refusal } from '../../vocabulary/index.ts'
import { createSurvey } from '../surveys/index.ts'
import { found } from './found.ts'
import { findImport, markRunning, updateMapping } from './queries/imports.ts'
import { forgetRejections } from './queries/rejections.ts'
import { findSurvey, workspaceLanguage } from './queries/surveys.ts'

/** Sets an import running, for real or as a dry run; answers get their survey now, so that a repetition finds the same. */
export async function startRun(tx: Tx, importId: string, { dryRun }: { dryRun: boolean }): Promise<Import> {
  const before = found(await findImport(tx, importId))
  if (before.state === 'running') throw new Refusal('import_running')
  if (before.state === 'done' && !before.dryRun) throw new Refusal('import_done')
  if (before.missing.length > 0) throw new Refusal('import_mapping_incomplete', { missing: before.missing.join(', ') })
  const surveyId = before.kind === 'responses' ? await surveyFor(tx, before) : null
  if (surveyId) {
    const options = { ...before.mapping.options, surveyId }
    await updateMapping(tx, importId, before.kind, { ...before.mapping, options })
  }
  await forgetRejections(tx, importId)
  await markRunning(tx, importId, dryRun, surveyId)
  return found(await findImport(tx, importId))
}

/** The survey that was named, the newest one, or a new one where there is none. */
async function surveyFor(tx: Tx, { mapping: { options } }: Import): Promise<string> {
  const named = options.surveyId || options.surveyName
  const known = await findSurvey(tx, { surveyId: options.surveyId, name: options.surveyName })
  if (known) return known
  if (named && !options.surveyName) throw new Refusal('not_found')
  const name = options.surveyName ?? say(languageOf(await workspaceLanguage(tx)), 'imports.newSurvey')
  return (await createSurvey(tx, { name })).surveyId
}
