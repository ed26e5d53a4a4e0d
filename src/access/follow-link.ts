import { z } from 'zod'
import type { Tools } from '../platform/tools.ts'
import { Password, ProductLanguage, Refusal, Role, ShortText } from '../vocabulary/index.ts'
import { beginSession } from './begin-session.ts'
import { checkPassword } from './check-password.ts'
import type { Visit } from './endpoint.ts'
import { hashPassword, isPassword } from './password.ts'
import { accountByEmail, insertAccount, insertJoining, insertMember, updateAccount } from './queries/accounts.ts'
import { dropLinks, readLink, useLink } from './queries/links.ts'
import { deleteSessionsOf } from './queries/sessions.ts'
import { hashOf } from './token.ts'

const Token = z.string().max(100)

/** A link that was opened. */
export const OpenedLink = z.strictObject({ token: Token })
/** What a link that still counts says to its holder. */
export const LinkFacts = z.object({
  purpose: z.enum(['set_up', 'invitation', 'password_reset', 'sign_in']),
  email: z.string().nullable(),
  role: z.string().nullable(),
  workspace: z.string().nullable(),
  /** Whether the invited address has an account already, whose password is then asked. */
  known: z.boolean(),
})
/** A new password by link. */
export const NewPassword = z.strictObject({ token: Token, password: Password })
/** Joining by invitation: somebody new says name and language, somebody known proves the password. */
export const Joining = z.strictObject({
  token: Token,
  password: Password,
  name: ShortText.optional(),
  language: ProductLanguage.default('en'),
})

/** What a link is for, without using it up. */
export async function showLink({ database, clock }: Tools, token: string): Promise<z.input<typeof LinkFacts>> {
  return database.inInstance(async tx => {
    const found = await readLink(tx, hashOf(token), clock())
    if (!found) throw new Refusal('link_used_up')
    const email = found.email ?? found.account_email
    const known = email !== null && (await accountByEmail(tx, email)) !== undefined
    return { purpose: found.purpose, email, role: found.role, workspace: found.workspace, known }
  })
}

/** Signs in by a link that the operator or the demo gave out. */
export async function signInByLink({ database, clock }: Tools, token: string, visit: Visit): Promise<void> {
  const now = clock()
  await database.inInstance(async tx => {
    const link = await useLink(tx, hashOf(token), 'sign_in', now)
    if (!link?.account_id) throw new Refusal('link_used_up')
    await beginSession(tx, { accountId: link.account_id, visit, now })
  })
}

/** Sets a new password by link: every session and every other link of the account ends. */
export async function setNewPassword(
  { database, clock }: Tools,
  given: z.output<typeof NewPassword>,
  visit: Visit,
): Promise<void> {
  const now = clock()
  const owner = await database.inInstance(tx => readLink(tx, hashOf(given.token), now))
  checkPassword(given.password, [owner?.account_email ?? ''])
  const passwordHash = await hashPassword(given.password)
  await database.inInstance(async tx => {
    const link = await useLink(tx, hashOf(given.token), 'password_reset', now)
    if (!link?.account_id) throw new Refusal('link_used_up')
    await updateAccount(tx, link.account_id, { password_hash: passwordHash })
    await dropLinks(tx, ['password_reset', 'sign_in'], link.account_id)
    await deleteSessionsOf(tx, link.account_id, null)
    await beginSession(tx, { accountId: link.account_id, visit, now })
  })
}

/** Takes up an invitation and signs in. */
export async function acceptInvitation(
  { database, clock }: Tools,
  given: z.output<typeof Joining>,
  visit: Visit,
): Promise<void> {
  const now = clock()
  const opened = await database.inInstance(tx => readLink(tx, hashOf(given.token), now))
  if (opened?.purpose !== 'invitation' || !opened.email) throw new Refusal('link_used_up')
  const email = opened.email
  const known = await database.inInstance(tx => accountByEmail(tx, email))
  const passwordHash = known ? await proven(given.password, known) : await fresh(given, email)
  await database.inInstance(async tx => {
    const link = await useLink(tx, hashOf(given.token), 'invitation', now)
    const role = Role.safeParse(link?.role)
    if (!link?.workspace_id || !role.success) throw new Refusal('link_used_up')
    const { name = email, language } = given
    const accountId = known?.account_id ?? (await insertAccount(tx, { email, name, language, passwordHash }))
    await insertMember(tx, link.workspace_id, accountId, role.data)
    await insertJoining(tx, link.workspace_id, accountId, role.data)
    await beginSession(tx, { accountId, workspaceId: link.workspace_id, visit, now })
  })
}

async function proven(password: string, known: { password_hash: string | null; deactivated_at: Date | null }) {
  const right = await isPassword(password, known.password_hash)
  if (!right || known.deactivated_at) throw new Refusal('sign_in_wrong')
  return null
}

async function fresh(given: { password: string; name?: string | undefined }, email: string): Promise<string> {
  checkPassword(given.password, [given.name ?? '', email])
  return hashPassword(given.password)
}
