import { z } from 'zod'
import type { Caller } from '../../access/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { emit } from '../emit.ts'
import { checkRead, findOpenCase, memberOf } from './find-case.ts'
import { insertContact } from './queries/work.ts'

/** A call that was made. */
export const NewCall = z.strictObject({ reached: z.boolean(), note: z.string().trim().max(5000).nullish() })

/** Notes a call to the person; like every contact it comes after the reading. */
export async function logCall(
  tx: Tx,
  caseId: string,
  given: z.output<typeof NewCall>,
  caller: Caller,
  now: Date,
): Promise<{ contactId: string }> {
  const accountId = memberOf(caller)
  await findOpenCase(tx, caseId)
  await checkRead(tx, caseId, accountId)
  const contactId = await insertContact(tx, {
    caseId,
    kind: 'call',
    accountId,
    at: now,
    note: given.note ?? null,
    reached: given.reached,
  })
  await emit(tx, 'case.contacted', caseId, { contactId, kind: 'call' })
  return { contactId }
}
