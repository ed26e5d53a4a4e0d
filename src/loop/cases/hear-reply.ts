import type { Tx } from '../../platform/database/index.ts'
import type { StoredEvent } from '../../vocabulary/index.ts'
import { wakeCasesOf } from './queries/wake.ts'

/** Somebody wrote back: a case of theirs that was put off is due again, since what it waited for may have come. */
export async function hearReply(tx: Tx, { payload }: StoredEvent<'reply.received'>): Promise<void> {
  const { personId, kind } = payload
  if (personId && kind !== 'stop' && kind !== 'intent') await wakeCasesOf(tx, personId)
}
