import { z } from 'zod'
import type { Reader, Tx } from '../platform/database/index.ts'
import { EmailAddress, ProductLanguage, Refusal, ShortText, TimeZone, type Workspace } from '../vocabulary/index.ts'
import { checkAdminSomewhere } from './admin-somewhere.ts'
import type { AccountCaller, Caller, Visit } from './endpoint.ts'
import { insertWorkspace, workspacesOf } from './queries/accounts.ts'
import { updateWorkspace, workspaceRow } from './queries/members.ts'
import { setSessionWorkspace } from './queries/sessions.ts'
import { workspaceOf } from './read-session.ts'

/** What can be changed about a workspace; what is absent stays. */
export const WorkspaceChange = z.strictObject({
  name: ShortText.optional(),
  language: ProductLanguage.optional(),
  timeZone: TimeZone.optional(),
  senderName: ShortText.nullish(),
  senderAddress: EmailAddress.nullish(),
  imprint: z.string().trim().max(2000).nullish(),
})
/** A further workspace. */
export const NewWorkspace = z.strictObject({ name: ShortText, language: ProductLanguage, timeZone: TimeZone })

/** The workspace one is in. */
export async function showWorkspace(reader: Reader, caller: Caller): Promise<Workspace> {
  const row = await workspaceRow(reader, caller.workspaceId)
  if (!row) throw new Refusal('not_found')
  return workspaceOf(row)
}

/** Changes name, language, zone, sender or imprint. */
export async function changeWorkspace(
  tx: Tx,
  given: z.output<typeof WorkspaceChange>,
  caller: Caller,
): Promise<Workspace> {
  const columns = {
    name: given.name,
    language: given.language,
    time_zone: given.timeZone,
    sender_name: given.senderName,
    sender_address: given.senderAddress,
    imprint: given.imprint,
  }
  const changes = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  if (Object.keys(changes).length === 0) return showWorkspace(tx, caller)
  return workspaceOf(await updateWorkspace(tx, caller.workspaceId, changes))
}

/** Makes a further workspace, whose owner the caller is, and goes there; whoever was only invited may not, it could send. */
export async function makeWorkspace(
  tx: Tx,
  given: z.output<typeof NewWorkspace>,
  caller: AccountCaller,
  visit: Visit,
): Promise<{ workspaceId: string }> {
  await checkAdminSomewhere(tx, caller.accountId)
  const workspaceId = await insertWorkspace(tx, { ...given, ownerId: caller.accountId })
  if (visit.sessionHash) await setSessionWorkspace(tx, visit.sessionHash, workspaceId)
  return { workspaceId }
}

/** Goes to another of the own workspaces. */
export async function switchWorkspace(tx: Tx, workspaceId: string, caller: AccountCaller, visit: Visit): Promise<void> {
  const own = await workspacesOf(tx, caller.accountId)
  if (!own.some(choice => choice.workspace_id === workspaceId)) throw new Refusal('not_found')
  if (visit.sessionHash) await setSessionWorkspace(tx, visit.sessionHash, workspaceId)
}
