import { z } from 'zod'
import type { Caller } from '../../access/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { emit } from '../emit.ts'
import { queueMessage } from '../messages/index.ts'
import { checkRead, findOpenCase, memberOf } from './find-case.ts'
import { updateCase } from './queries/cases.ts'
import { insertContact } from './queries/work.ts'

/** A personal mail. */
export const NewReply = z.strictObject({
  subject: z.string().trim().min(1).max(200),
  body: z.string().trim().min(1).max(20_000),
})

/** Writes to the person from a case; whoever replies first owns it from then on. */
export async function replyToCustomer(
  tx: Tx,
  caseId: string,
  given: z.output<typeof NewReply>,
  { caller, tools }: { caller: Caller; tools: Tools },
): Promise<{ contactId: string }> {
  const accountId = memberOf(caller)
  const found = await findOpenCase(tx, caseId)
  await checkRead(tx, caseId, accountId)
  const letter = { ...given, purpose: 'case_reply' as const, personId: found.person_id, caseId }
  const { messageId } = await queueMessage(tx, letter, tools)
  const contactId = await insertContact(tx, { caseId, kind: 'email', accountId, at: tools.clock(), messageId })
  if (!found.owner_id) await updateCase(tx, caseId, { owner_id: accountId })
  await emit(tx, 'case.contacted', caseId, { contactId, kind: 'email' })
  return { contactId }
}
