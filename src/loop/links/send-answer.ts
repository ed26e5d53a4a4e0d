import { type OpenAnswer, type OpenAnswerStored, Refusal } from '../../vocabulary/index.ts'
import { mayEmbed } from './cors.ts'
import type { Linking } from './linking.ts'
import type { FoundLink } from './queries/links.ts'
import { type Sender, takeAnswer } from './take-answer.ts'

/** Where a request comes from, as browsers say and programs may claim. */
export type From = { network: string; origin: string | null }

/** An answer from a widget, a kiosk or a program. */
export async function sendAnswer(
  linking: Linking,
  typed: string,
  sent: OpenAnswer,
  from: From,
): Promise<OpenAnswerStored> {
  const link = await linking.find(typed)
  if (!link) throw new Refusal('not_found')
  const { stored, setAside, token } = await takeAnswer(linking, link, sent, senderOf(linking, link, from))
  return { stored, setAside, token }
}

/** A foreign page is refused, because browsers do not lie about where a page is from; a program that says nothing is looked at. */
function senderOf({ publicUrl }: Linking, link: FoundLink, { network, origin }: From): Sender {
  const isOurs = origin === publicUrl || link.channel === 'link'
  if (origin && !isOurs && !mayEmbed(link, origin)) throw new Refusal('origin_foreign')
  return { network, evidence: link.channel === 'widget' && !origin ? 'no_origin' : null }
}
