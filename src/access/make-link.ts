import type { Tx } from '../platform/database/index.ts'
import { insertLink, type LinkPurpose } from './queries/links.ts'
import { freshToken, hashOf } from './token.ts'

const HOUR = 3_600_000
/** How long a link of each purpose may be used. */
const HOURS: Record<LinkPurpose, number> = { set_up: 1, sign_in: 1, password_reset: 24, invitation: 7 * 24 }
const PAGES: Record<LinkPurpose, string> = {
  set_up: '/set-up',
  sign_in: '/sign-in',
  password_reset: '/new-password',
  invitation: '/join',
}

/** A one-time link; the token stands behind # so that it never reaches a log. */
export async function makeLink(
  tx: Tx,
  publicUrl: string,
  now: Date,
  link: { purpose: LinkPurpose; workspaceId?: string; accountId?: string; email?: string; role?: string },
): Promise<string> {
  const token = freshToken()
  const expiresAt = new Date(now.getTime() + HOURS[link.purpose] * HOUR)
  await insertLink(tx, { ...link, tokenHash: hashOf(token), now, expiresAt })
  return `${publicUrl}${PAGES[link.purpose]}#${token}`
}
