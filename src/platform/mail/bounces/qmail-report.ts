import type { Bounce } from './bounce.ts'
import { bounceKind } from './bounce-kind.ts'

const OPENING =
  /^(?:Hi\. This is (?:the|a) |This is the \S+ (?:program|mail system) at |Your message could not be delivered)/i
const RECIPIENT = /^<([^<>\s@]{1,64}@[^<>\s]{1,253})>:\s*$/m
const COPY_FOLLOWS = /^--- (Below this line is a copy|Enclosed|Original message)/im

/** A bounce in plain words, as qmail writes it (QSBMF): `<address>:` and below it what the server said. */
export function qmailReport(text: string): Bounce | null {
  const said = text.slice(0, 20_000).replace(/\r\n?/g, '\n')
  if (!OPENING.test(said.trimStart())) return null
  const own = said.split(COPY_FOLLOWS)[0] ?? ''
  const place = own.match(RECIPIENT)
  if (!place || place.index === undefined) return null
  const words =
    own
      .slice(place.index + place[0].length)
      .trim()
      .split('\n\n')[0] ?? ''
  return { ...bounceKind(null, words), words, sentTo: [] }
}
