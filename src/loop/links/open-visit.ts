import type { pageParts } from '../responses/index.ts'
import { readAnswerToken } from './answer-token.ts'
import { pageLanguageOf } from './link-texts.ts'
import type { Linking } from './linking.ts'
import type { FoundLink } from './queries/links.ts'
import { findOwn } from './queries/own.ts'

type Visit = pageParts.Visit

/** What the visitor wishes: the language that was switched to, and what the browser asks for. */
export type Wished = { chosen: string | null; browser: string | null }

/** A visitor before the first answer: nobody, at the address of the link. */
export async function freshVisit(linking: Linking, link: FoundLink, wished: Wished): Promise<Visit> {
  const wordings = await linking.wordingsOf(link)
  const { isClosed, ...known } = link
  const asked = {
    ...known,
    ...NOBODY,
    tokenHash: '',
    expiresAt: new Date(isClosed ? 0 : 8.64e15),
    responseId: null,
    score: null,
    rating: null,
    state: null,
    answeredAt: null,
    answerKey: null,
    hasComment: false,
    reason: null,
    answers: [],
  }
  const language = pageLanguageOf(wordings, [wished.chosen, link.language, wished.browser])
  return { asked, wordings, language, address: `/o/${link.key}`, stopAddress: null }
}

/** Nobody has a name or an address here, not even one who is known by a signed token: links get forwarded. */
const NOBODY = { invitationId: '', personId: '', personName: null, personLanguage: null, email: null, revokedAt: null }

/** A visitor with an answer, found by its token; null when it is none of ours or its 14 days are over. */
export async function ownVisit(
  linking: Linking,
  at: { door: string; token: string },
  wished: Wished,
): Promise<Visit | null> {
  const own = readAnswerToken(linking.secret, at.token, linking.now())
  const found = own && (await findOwn(linking.database, own))
  if (!found) return null
  const wordings = await linking.wordingsOf(found)
  const language = pageLanguageOf(wordings, [wished.chosen, found.personLanguage, wished.browser])
  return { asked: found, wordings, language, address: `${at.door}/a/${at.token}`, stopAddress: null }
}
