import { z } from 'zod'
import type { Caller } from '../../access/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { Refusal } from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { findCase } from './find-case.ts'
import { workingMembers } from './queries/cases.ts'
import { insertNote } from './queries/work.ts'

/** A comment, with the members it mentions. */
export const NewNote = z.strictObject({
  body: z.string().trim().min(1).max(5000),
  mentioned: z.array(z.uuid()).max(20).default([]),
})

/** Comments on a case, closed or open; mentioned members find it under "mentioned". */
export async function noteCase(
  tx: Tx,
  caseId: string,
  given: z.output<typeof NewNote>,
  caller: Caller,
): Promise<{ noteId: string }> {
  await findCase(tx, caseId)
  const mentioned = [...new Set(given.mentioned)]
  if ((await workingMembers(tx, mentioned)).length < mentioned.length) throw new Refusal('case_owner_unknown')
  const noteId = await insertNote(tx, { caseId, accountId: caller.accountId, body: given.body, mentioned })
  await emit(tx, 'case.noted', caseId, { noteId, mentioned })
  return { noteId }
}
