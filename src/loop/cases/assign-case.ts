import type { Tx } from '../../platform/database/index.ts'
import { Refusal } from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { findOpenCase } from './find-case.ts'
import { updateCase, workingMembers } from './queries/cases.ts'

/** Gives a case to a member who may work on it, or back to the queue. */
export async function assignCase(tx: Tx, caseId: string, ownerId: string | null): Promise<void> {
  const found = await findOpenCase(tx, caseId)
  if (ownerId && (await workingMembers(tx, [ownerId])).length === 0) throw new Refusal('case_owner_unknown')
  if (found.owner_id === ownerId) return
  await updateCase(tx, caseId, { owner_id: ownerId })
  await emit(tx, 'case.assigned', caseId, { ownerId, before: found.owner_id })
}
