import type { Tx } from '../../platform/database/index.ts'
import { Refusal } from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { findOpenCase } from './find-case.ts'
import { updateCase } from './queries/cases.ts'

const LONGEST_MS = 366 * 86_400_000

/** Puts a case out of sight until a moment; null brings it back at once. */
export async function snoozeCase(tx: Tx, caseId: string, until: Date | null, now: Date): Promise<void> {
  await findOpenCase(tx, caseId)
  const wrong = until && (until <= now || until.getTime() > now.getTime() + LONGEST_MS)
  if (wrong) throw new Refusal('body_invalid', {}, [{ path: 'until', problem: 'between now and a year from now' }])
  await updateCase(tx, caseId, { snoozed_until: until })
  await emit(tx, 'case.snoozed', caseId, { until: until?.toISOString() ?? null })
}
