import type { Caller } from '../../../access/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import { Refusal, type Wave } from '../../../vocabulary/index.ts'
import { emit } from '../../emit.ts'
import { needSender } from '../turns/need-sender.ts'
import { checkSend } from './check-send.ts'
import { checkOptions } from './create-wave.ts'
import { lockWave, updateWave } from './queries/waves.ts'
import { readWave } from './read-waves.ts'

/** Approves a send: from now on it is planned and leaves; refused without sender, imprint, provider of texts or anybody to ask. */
export async function approveWave(
  tx: Tx,
  waveId: string,
  caller: Pick<Caller, 'accountId' | 'actor'>,
  tools: Pick<Tools, 'settings' | 'clock'>,
): Promise<Wave> {
  const wave = await lockWave(tx, waveId)
  if (!wave) throw new Refusal('not_found')
  if (wave.approved_at) throw new Refusal('wave_already_approved')
  const draft = await readWave(tx, waveId)
  await checkOptions(tx, draft.surveyId, {
    ...draft,
    sample: draft.sample ?? undefined,
    subjects: draft.subjects ?? undefined,
  })
  await needSender(tx, draft.channel, tools.settings)
  const { asked } = await checkSend(tx, draft, tools)
  if (asked === 0) throw new Refusal('wave_without_people')
  await updateWave(tx, waveId, { approved_at: tools.clock(), approved_by: caller.accountId, approved_as: caller.actor })
  await emit(tx, 'wave.approved', waveId, {
    surveyId: wave.survey_id,
    people: Math.min(asked, draft.sample?.size ?? asked),
  })
  return readWave(tx, waveId)
}
