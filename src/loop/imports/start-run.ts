import type { Tx } from '../../platform/database/index.ts'
import { type Import, type ImportMapping, type ImportOptions, Refusal } from '../../vocabulary/index.ts'
import { readDefinitions } from '../attributes/index.ts'
import { knownSurvey, newSurvey } from './choose-survey.ts'
import { found } from './found.ts'
import { findImport, markRunning, updateMapping } from './queries/imports.ts'
import { forgetRejections } from './queries/rejections.ts'

/** Sets an import running, for real or as a dry run; answers get their survey now, so that a repetition finds the same. */
export async function startRun(tx: Tx, importId: string, { dryRun }: { dryRun: boolean }): Promise<Import> {
  const before = found(await findImport(tx, importId))
  if (before.state === 'running') throw new Refusal('import_running')
  if (before.state === 'done' && !before.dryRun) throw new Refusal('import_done')
  if (before.missing.length > 0) throw new Refusal('import_mapping_incomplete', { missing: before.missing.join(', ') })
  if (before.kind === 'people') await refuseComputed(tx, before.mapping)
  const surveyId = before.kind === 'responses' ? await surveyFor(tx, before.mapping.options, dryRun) : null
  if (surveyId) {
    const options = { ...before.mapping.options, surveyId }
    await updateMapping(tx, importId, before.kind, { ...before.mapping, options })
  }
  await forgetRejections(tx, importId)
  await markRunning(tx, importId, dryRun, surveyId)
  return found(await findImport(tx, importId))
}

/** Computed attributes cannot be imported; in a file of answers they are what stood at that time. */
async function refuseComputed(tx: Tx, { columns }: ImportMapping): Promise<void> {
  const definitions = await readDefinitions(tx)
  const computed = columns.find(
    ({ name, role }) => role === 'attribute' && definitions.get(name)?.source === 'computed',
  )
  if (!computed) return
  throw new Refusal('attribute_computed', { name: computed.name }, [{ path: computed.name, problem: 'is computed' }])
}

/** A dry run makes no survey; it counts as if there were one. */
async function surveyFor(tx: Tx, options: ImportOptions, dryRun: boolean): Promise<string | null> {
  const known = await knownSurvey(tx, options)
  return known || dryRun ? known : newSurvey(tx, options)
}
