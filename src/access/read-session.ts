import type { Tx } from '../platform/database/index.ts'
import type { Tools } from '../platform/tools.ts'
import type { ProductLanguage, Session, Workspace } from '../vocabulary/index.ts'
import type { AccountCaller, Visit } from './endpoint.ts'
import { accountById, workspacesOf } from './queries/accounts.ts'
import { workspaceRow } from './queries/members.ts'
import { setSessionWorkspace } from './queries/sessions.ts'

type Row = NonNullable<Awaited<ReturnType<typeof workspaceRow>>>

/** A workspace as the API shows it. */
export const workspaceOf = (row: Row): Workspace => ({
  workspaceId: row.workspace_id,
  name: row.name,
  language: row.language as ProductLanguage,
  timeZone: row.time_zone,
  senderName: row.sender_name,
  senderAddress: row.sender_address,
  imprint: row.imprint,
  demo: row.demo,
  createdAt: row.created_at.toISOString(),
})

/** Who is signed in and where; a session whose workspace is gone moves on to another one. */
export async function readSession(tx: Tx, caller: AccountCaller, visit: Visit, { settings }: Tools): Promise<Session> {
  const [account, memberships] = await Promise.all([
    accountById(tx, caller.accountId),
    workspacesOf(tx, caller.accountId),
  ])
  const current = memberships.find(m => m.workspace_id === caller.workspaceId) ?? memberships[0]
  if (visit.sessionHash && current && current.workspace_id !== caller.workspaceId) {
    await setSessionWorkspace(tx, visit.sessionHash, current.workspace_id)
  }
  const row = current && (await workspaceRow(tx, current.workspace_id))
  return {
    account: { accountId: account.account_id, name: account.name, email: account.email, language: caller.language },
    workspace: row ? workspaceOf(row) : null,
    role: current?.role ?? null,
    workspaces: memberships.map(({ workspace_id: workspaceId, name, role, demo }) => ({
      workspaceId,
      name,
      role,
      demo,
    })),
    smtp: settings.smtpUrl !== null,
    publicUrl: settings.publicUrl,
    demo: settings.demo,
  }
}
