import type { CustomerLanguage } from '../../languages/index.ts'
import { isToken, tokenHash } from '../../platform/secrets/index.ts'
import type { Answering } from './answering.ts'
import type { Given } from './change-answer.ts'
import { pageLanguage } from './page-language.ts'
import { type Asked, findAsked } from './queries/invitations.ts'
import type { Visit } from './views/visit.ts'

/** What the visitor wishes: the language that was switched to, and what the browser asks for. */
export type Wished = { chosen: CustomerLanguage | null; browser: string | null }

/** Finds what stands behind a link; null for anything that is no link of ours. */
export async function findVisit(answering: Answering, token: string, wished: Wished): Promise<Visit | null> {
  if (!isToken(token)) return null
  const hash = tokenHash(token)
  const asked = (await findAsked(answering.database, [hash])).get(hash.toString('base64'))
  return asked ? visitOf(answering, token, asked, wished) : null
}

/** The visit of a link that was found already. */
export async function visitOf(answering: Answering, token: string, asked: Asked, wished: Wished): Promise<Visit> {
  const wordings = await answering.wordingsOf(asked)
  const language = pageLanguage(wordings, asked, wished)
  return { asked, wordings, language, address: `/r/${token}`, stopAddress: answering.stopAddress(asked) }
}

/** The answer that stands; what only a machine sent does not. */
export const givenOf = (asked: Asked): Given | null => (asked.state === 'confirmed' ? anyGivenOf(asked) : null)

/** Whatever was stored: what only a machine sent may still get its text; a person sees no difference. */
export function anyGivenOf({ responseId, opening, score, rating, answeredAt, hasComment }: Asked): Given | null {
  return responseId && answeredAt ? { opening, score, rating, answeredAt, hasComment } : null
}

/** Why no answer can be taken by this link any more. */
export function endedOf(asked: Asked, now: Date): 'revoked' | 'expired' | null {
  if (asked.revokedAt) return 'revoked'
  return asked.expiresAt < now && !givenOf(asked) ? 'expired' : null
}
