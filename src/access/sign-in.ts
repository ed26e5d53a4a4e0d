import { createHash } from 'node:crypto'
import type { Tools } from '../platform/tools.ts'
import { Refusal } from '../vocabulary/index.ts'
import { beginSession } from './begin-session.ts'
import type { Visit } from './endpoint.ts'
import { isPassword } from './password.ts'
import { accountByEmail } from './queries/accounts.ts'
import { countAttempt, forgetAttempts } from './queries/sessions.ts'

const MOST_ATTEMPTS = 10
const MINUTES = 15

/** Signs in with address and password; an unknown address is answered in the same words and time as a wrong password. */
export async function signIn(
  { database, clock }: Tools,
  given: { email: string; password: string },
  visit: Visit,
): Promise<void> {
  const now = clock()
  const key = createHash('sha256').update(`${visit.peer}\0${given.email.toLowerCase()}`).digest()
  const account = await database.inInstance(async tx => {
    const attempts = await countAttempt(tx, key, now, new Date(now.getTime() - MINUTES * 60_000))
    return attempts > MOST_ATTEMPTS ? 'too often' : accountByEmail(tx, given.email)
  })
  if (account === 'too often') throw new Refusal('sign_in_too_often', { minutes: MINUTES })
  const right = await isPassword(given.password, account?.password_hash ?? null)
  if (!account || !right || account.deactivated_at) throw new Refusal('sign_in_wrong')
  await database.inInstance(async tx => {
    await forgetAttempts(tx, key)
    await beginSession(tx, { accountId: account.account_id, visit, now })
  })
}
