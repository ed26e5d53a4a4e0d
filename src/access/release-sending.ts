import type { Tx } from '../platform/database/index.ts'
import type { Tools } from '../platform/tools.ts'
import { checkAdminSomewhere } from './admin-somewhere.ts'
import type { AccountCaller } from './endpoint.ts'
import { endHold } from './queries/instance.ts'

/** Lets mails leave again after a restore: an owner or admin confirms that what is overdue may go out. */
export async function releaseSending(tx: Tx, caller: AccountCaller, { log }: Tools): Promise<void> {
  await checkAdminSomewhere(tx, caller.accountId)
  const was = await endHold(tx)
  if (was) log.warn({ by: caller.actor, heldSince: was.since, reason: was.reason }, 'sending goes on')
}
