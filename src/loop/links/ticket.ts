import { createHash } from 'node:crypto'
import { isToken, tokenHash } from '../../platform/secrets/index.ts'
import type { pageParts } from '../responses/index.ts'
import { pageLanguageOf } from './link-texts.ts'
import type { Linking } from './linking.ts'
import type { Wished } from './open-visit.ts'
import { findTicket, type HeldTicket } from './queries/tickets.ts'

/** A visit by a ticket, with the key that its answer has or will have. */
export type TicketVisit = pageParts.Visit & { asked: HeldTicket; sourceKey: string }

/** The key of the answer: another hash of the token than the ticket's, so that only the token joins the two. */
export const answerKeyOf = (token: string): string =>
  createHash('sha256').update(`answer\0${token}`).digest('base64url')

/** Finds what stands behind a ticket's link; null for anything that is none. */
export async function ticketVisit(linking: Linking, token: string, wished: Wished): Promise<TicketVisit | null> {
  if (!isToken(token)) return null
  const sourceKey = answerKeyOf(token)
  const asked = await findTicket(linking.database, { ticketHash: tokenHash(token), sourceKey })
  if (!asked) return null
  const wordings = await linking.wordingsOf(asked)
  const language = pageLanguageOf(wordings, [wished.chosen, asked.personLanguage, wished.browser])
  return { asked, wordings, language, address: `/t/${token}`, stopAddress: null, sourceKey }
}
