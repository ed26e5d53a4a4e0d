import { beyondWorkspace, type Tx } from '../platform/database/index.ts'
import type { Tools } from '../platform/tools.ts'
import { Refusal } from '../vocabulary/index.ts'
import { memberUnder } from './change-member.ts'
import type { Caller } from './endpoint.ts'
import { makeLink } from './make-link.ts'
import { workspacesOf } from './queries/accounts.ts'

/** A link by which a member chooses a new password; not for an account that opens another workspace too. */
export async function makePasswordLink(
  tx: Tx,
  accountId: string,
  caller: Caller,
  { settings, clock }: Tools,
): Promise<{ link: string }> {
  await memberUnder(tx, accountId, caller)
  const workspaces = await beyondWorkspace(tx, reader => workspacesOf(reader, accountId))
  if (workspaces.some(one => one.workspace_id !== caller.workspaceId)) throw new Refusal('member_elsewhere')
  const { workspaceId } = caller
  return {
    link: await makeLink(tx, settings.publicUrl, clock(), { purpose: 'password_reset', accountId, workspaceId }),
  }
}
