import type { Tx } from '../../../platform/database/index.ts'
import { Refusal, type Wave } from '../../../vocabulary/index.ts'
import { emit } from '../../emit.ts'
import { waveMessages } from '../../messages/index.ts'
import { lockWave, updateWave } from './queries/waves.ts'
import { readWave } from './read-waves.ts'

const TWO_DAYS_MS = 2 * 86_400_000

/** Stops a send: what waits stays in the house; what passed the gate has left. */
export async function stopWave(tx: Tx, waveId: string, at: Date): Promise<Wave> {
  const wave = await lockWave(tx, waveId)
  if (!wave) throw new Refusal('not_found')
  if (!wave.approved_at) throw new Refusal('wave_not_approved')
  if (!wave.stopped_at) {
    await updateWave(tx, waveId, { stopped_at: at })
    await waveMessages.hold(tx, waveId)
    await emit(tx, 'wave.stopped', waveId, {})
  }
  return readWave(tx, waveId)
}

/** Lets a stopped send go on. */
export async function resumeWave(tx: Tx, waveId: string, at: Date): Promise<Wave> {
  const wave = await lockWave(tx, waveId)
  if (!wave) throw new Refusal('not_found')
  if (wave.stopped_at) {
    await updateWave(tx, waveId, { stopped_at: null })
    await waveMessages.giveBack(tx, waveId, { at, expiresAt: new Date(at.getTime() + TWO_DAYS_MS) })
  }
  return readWave(tx, waveId)
}
