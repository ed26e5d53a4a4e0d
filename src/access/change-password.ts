import { z } from 'zod'
import type { Tx } from '../platform/database/index.ts'
import type { Tools } from '../platform/tools.ts'
import { Password, Refusal } from '../vocabulary/index.ts'
import { beginSession } from './begin-session.ts'
import { checkPassword } from './check-password.ts'
import type { AccountCaller, Visit } from './endpoint.ts'
import { makeLink } from './make-link.ts'
import { hashPassword, isPassword } from './password.ts'
import { accountByEmail, accountById, updateAccount } from './queries/accounts.ts'
import { dropLinks, type LinkPurpose } from './queries/links.ts'
import { deleteSessionsOf } from './queries/sessions.ts'

/** The present password and the new one. */
export const PasswordChange = z.strictObject({ present: Password, password: Password })

/** Changes the own password: this browser gets a new session, all others and every link end. */
export async function changePassword(
  tx: Tx,
  given: z.output<typeof PasswordChange>,
  { caller, visit, tools }: { caller: AccountCaller; visit: Visit; tools: Tools },
): Promise<void> {
  const { accountId } = caller
  const account = await accountById(tx, accountId)
  if (!(await isPassword(given.present, account.password_hash))) throw new Refusal('password_wrong')
  checkPassword(given.password, [account.name, account.email])
  await updateAccount(tx, accountId, { password_hash: await hashPassword(given.password) })
  await dropLinks(tx, ['password_reset', 'sign_in'], accountId)
  await deleteSessionsOf(tx, accountId, null)
  const workspaceId = caller.workspaceId ?? undefined
  await beginSession(tx, { accountId, visit, now: tools.clock(), ...(workspaceId ? { workspaceId } : {}) })
}

/** For the operator's command: a one-time link for an account (`sign_in` or `password_reset`); null where nobody has the address. */
export async function linkFor(
  { database, settings, clock }: Tools,
  email: string,
  purpose: LinkPurpose,
): Promise<string | null> {
  return database.inInstance(async tx => {
    const account = await accountByEmail(tx, email)
    if (!account || account.deactivated_at) return null
    return makeLink(tx, settings.publicUrl, clock(), { purpose, accountId: account.account_id })
  })
}
