import type { Caller } from '../../access/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type CaseClosing, Refusal } from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { findCase, findOpenCase } from './find-case.ts'
import { endClosure, insertClosure } from './queries/work.ts'

/** Closes a case with its cause and outcome (001-4, 001-6). */
export async function closeCase(
  tx: Tx,
  caseId: string,
  closing: CaseClosing,
  caller: Caller,
  now: Date,
): Promise<void> {
  await findOpenCase(tx, caseId)
  await insertClosure(tx, caseId, closing, caller.accountId, now)
  await emit(tx, 'case.closed', caseId, { cause: closing.cause, outcome: closing.outcome })
}

/** Opens a closed case again; the closure stays as history. */
export async function reopenCase(tx: Tx, caseId: string, caller: Caller, now: Date): Promise<void> {
  const found = await findCase(tx, caseId)
  if (!found.closureId) throw new Refusal('case_not_closed')
  await endClosure(tx, caseId, caller.accountId, now)
  await emit(tx, 'case.reopened', caseId, {})
}
