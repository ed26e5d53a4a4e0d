import type { Caller } from '../../access/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { Refusal } from '../../vocabulary/index.ts'
import { lockCase } from './queries/cases.ts'
import { readingOf } from './queries/work.ts'

/** The case, locked; refuses what is not there. */
export async function findCase(tx: Tx, caseId: string) {
  const found = await lockCase(tx, caseId)
  if (!found) throw new Refusal('not_found')
  return found
}

/** The case, locked and open; refuses a closed one. */
export async function findOpenCase(tx: Tx, caseId: string) {
  const found = await findCase(tx, caseId)
  if (found.closureId) throw new Refusal('case_already_closed')
  return found
}

/** The member who acts; refuses a key of a program. */
export function memberOf(caller: Caller): string {
  if (!caller.accountId) throw new Refusal('account_needed')
  return caller.accountId
}

/** Refuses a contact by somebody who has not read what happened before (001-3). */
export async function checkRead(tx: Tx, caseId: string, accountId: string): Promise<void> {
  if (!(await readingOf(tx, caseId, accountId))) throw new Refusal('case_dossier_unread')
}
