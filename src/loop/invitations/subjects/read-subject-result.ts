import type { Reader } from '../../../platform/database/index.ts'
import { Refusal, type SubjectResult } from '../../../vocabulary/index.ts'
import { readWave } from '../waves/read-waves.ts'
import { armOf, compareArms, sizeOfTest } from './compare-arms.ts'
import { armCounts } from './queries.ts'

const DAY_MS = 86_400_000

/** How the subject lines of a wave compare: read once, on its day, and never before. */
export async function readSubjectResult(reader: Reader, waveId: string, at: Date): Promise<SubjectResult> {
  const wave = await readWave(reader, waveId)
  const test = wave.subjects
  if (!test) throw new Refusal('not_found')
  const counts = await armCounts(reader, waveId)
  const arms = test.arms.map((texts, arm) => {
    const own = counts.find(count => count.arm === arm)
    return armOf(arm, texts, own?.sent ?? 0, own?.answered ?? 0)
  })
  const isWaiting = counts.some(count => count.waiting > 0)
  const last = Math.max(0, ...counts.map(count => count.lastSentAt?.getTime() ?? 0))
  const readableAt = last === 0 || isWaiting ? null : new Date(last + test.settleDays * DAY_MS)
  const state = last === 0 ? 'not_sent' : readableAt && readableAt <= at ? 'read' : 'too_early'
  const nothing = { best: null, difference: null, verdict: null }
  return {
    state,
    readableAt: readableAt?.toISOString() ?? null,
    arms,
    ...(state === 'read' ? compareArms(arms) : nothing),
    ...sizeOfTest(arms),
    waiting: wave.leftOut.after_test ?? 0,
    rest: wave.rest,
  }
}
