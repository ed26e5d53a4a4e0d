import type { Tx } from '../../platform/database/index.ts'
import type { Audience, Wave } from '../../vocabulary/index.ts'
import { Refusal } from '../../vocabulary/index.ts'
import { readSurvey } from '../surveys/index.ts'
import { insertWave, lockWave, updateWave } from './queries/waves.ts'
import { readWave } from './read-waves.ts'

/** A round of asking, as a draft: nothing is sent before it is approved. */
export async function createWave(tx: Tx, given: { surveyId: string; name: string; audience: Audience }): Promise<Wave> {
  const survey = await readSurvey(tx, given.surveyId)
  if (survey.archivedAt) throw new Refusal('survey_archived')
  return readWave(tx, await insertWave(tx, given))
}

/** Changes the name or audience of a draft. */
export async function changeWave(
  tx: Tx,
  waveId: string,
  change: { name?: string; audience?: Audience },
): Promise<Wave> {
  const wave = await lockWave(tx, waveId)
  if (!wave) throw new Refusal('not_found')
  if (wave.approved_at) throw new Refusal('wave_already_approved')
  const { name, audience } = change
  if (name !== undefined) await updateWave(tx, waveId, { name })
  if (audience !== undefined) await updateWave(tx, waveId, { audience: JSON.stringify(audience) })
  return readWave(tx, waveId)
}
