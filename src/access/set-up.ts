import { z } from 'zod'
import type { Tools } from '../platform/tools.ts'
import { EmailAddress, Password, ProductLanguage, Refusal, ShortText, TimeZone } from '../vocabulary/index.ts'
import { beginSession } from './begin-session.ts'
import { checkPassword } from './check-password.ts'
import type { Visit } from './endpoint.ts'
import { makeLink } from './make-link.ts'
import { hashPassword } from './password.ts'
import { anyAccount, insertAccount, insertWorkspace } from './queries/accounts.ts'
import { dropLinks, useLink } from './queries/links.ts'
import { hashOf } from './token.ts'

/** What the first person says: who they are and for which company. */
export const SetUp = z.strictObject({
  token: z.string().max(100),
  name: ShortText,
  email: EmailAddress,
  password: Password,
  company: ShortText,
  language: ProductLanguage,
  timeZone: TimeZone,
})

/** The link that makes the first account, new at each start and valid for an hour; null once somebody has an account. */
export async function setUpLink({ database, settings, clock }: Tools): Promise<string | null> {
  return database.inInstance(async tx => {
    if (await anyAccount(tx)) return null
    await dropLinks(tx, ['set_up'])
    return makeLink(tx, settings.publicUrl, clock(), { purpose: 'set_up' })
  })
}

/** Makes the first account with its workspace and signs it in. */
export async function setUp({ database, clock }: Tools, given: z.output<typeof SetUp>, visit: Visit): Promise<void> {
  const { token, name, email, language, timeZone } = given
  checkPassword(given.password, [name, email, given.company])
  const passwordHash = await hashPassword(given.password)
  const now = clock()
  await database.inInstance(async tx => {
    if (!(await useLink(tx, hashOf(token), 'set_up', now))) throw new Refusal('link_used_up')
    if (await anyAccount(tx)) throw new Refusal('set_up_done')
    const accountId = await insertAccount(tx, { email, name, language, passwordHash })
    const workspaceId = await insertWorkspace(tx, { name: given.company, language, timeZone, ownerId: accountId })
    await beginSession(tx, { accountId, workspaceId, visit, now })
  })
}
