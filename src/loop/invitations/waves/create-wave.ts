import type { Reader, Tx } from '../../../platform/database/index.ts'
import { type Audience, Refusal, type Wave, type WaveOptions } from '../../../vocabulary/index.ts'
import { readSurvey } from '../../surveys/index.ts'
import { insertWave, lockWave, putReminders, updateWave } from './queries/waves.ts'
import { readWave } from './read-waves.ts'

type NewWave = { surveyId: string; name: string; audience: Audience } & Partial<WaveOptions>

/** A round of asking, as a draft: nothing is sent before it is approved. */
export async function createWave(tx: Tx, given: NewWave): Promise<Wave> {
  await checkOptions(tx, given.surveyId, given)
  const waveId = await insertWave(tx, given)
  await putReminders(tx, waveId, given.reminders ?? [])
  return readWave(tx, waveId)
}

/** Changes a draft. */
export async function changeWave(
  tx: Tx,
  waveId: string,
  change: Partial<{ name: string; audience: Audience } & WaveOptions>,
): Promise<Wave> {
  const wave = await lockWave(tx, waveId)
  if (!wave) throw new Refusal('not_found')
  if (wave.approved_at) throw new Refusal('wave_already_approved')
  await checkOptions(tx, wave.survey_id, change)
  const { name, audience, channel, sample, reminders, subjects } = change
  if (name !== undefined) await updateWave(tx, waveId, { name })
  if (audience !== undefined) await updateWave(tx, waveId, { audience: JSON.stringify(audience) })
  if (channel !== undefined) await updateWave(tx, waveId, { channel })
  if (sample !== undefined) await updateWave(tx, waveId, { sample: JSON.stringify(sample) })
  if (subjects !== undefined) await updateWave(tx, waveId, { subjects: JSON.stringify(subjects) })
  if (reminders !== undefined) await putReminders(tx, waveId, reminders)
  return readWave(tx, waveId)
}

/** Refuses what does not go together. */
export async function checkOptions(reader: Reader, surveyId: string, options: Partial<WaveOptions>): Promise<void> {
  const survey = await readSurvey(reader, surveyId)
  if (survey.archivedAt) throw new Refusal('survey_archived')
  // Who has answered is not known there: a reminder would go to all, or break the promise.
  if (survey.anonymous && (options.reminders ?? []).length > 0) throw new Refusal('reminder_to_anonymous')
  const needsLink = options.subjects !== undefined || options.sample?.allocation === 'equal'
  if (survey.anonymous && needsLink) throw new Refusal('anonymous_survey_unlinked')
  if (options.subjects && options.channel === 'sms') throw new Refusal('subject_without_mail')
  if (options.sample && (options.subjects?.percent ?? 100) < 100) throw new Refusal('subject_test_of_sample')
}
