import type { Tx } from '../../../platform/database/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import { Refusal, type Wave } from '../../../vocabulary/index.ts'
import { lockWave, updateWave } from '../waves/queries/waves.ts'
import { readWave } from '../waves/read-waves.ts'
import { readSubjectResult } from './read-subject-result.ts'

/** Asks those who were not in the test: with the better subject line where the difference is real, otherwise with all of them. */
export async function sendRest(tx: Tx, waveId: string, { clock }: Pick<Tools, 'clock'>): Promise<Wave> {
  if (!(await lockWave(tx, waveId))) throw new Refusal('not_found')
  const result = await readSubjectResult(tx, waveId, clock())
  if (result.state !== 'read') throw new Refusal('subject_test_running')
  if (result.waiting === 0 || result.rest) throw new Refusal('subject_test_without_rest')
  const rest = { arm: result.verdict === 'real' ? result.best : null, sentAt: clock().toISOString() }
  await updateWave(tx, waveId, { rest: JSON.stringify(rest), planned_at: null })
  return readWave(tx, waveId)
}
