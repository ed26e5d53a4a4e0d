import type { z } from 'zod'
import type { EgressRules } from '../platform/egress/index.ts'
import type { Mail, SmtpVerdict } from '../platform/mail/index.ts'
import type { Channel } from '../vocabulary/index.ts'

/** What a message looks like before a channel gives it its form; a text takes of it the address, the words and the id. */
export type Outgoing = Mail

/** What a failed attempt means; `objected`: the provider knows that this person wants nothing more. */
export type ChannelVerdict = SmtpVerdict | 'objected'

/** A message that is ready but for its last step; only `release` lets it go. */
export type Prepared = {
  /** Lets it go; the provider's words, or a ChannelProblem. */
  release: () => Promise<string>
  /** Gives it up: nothing was sent. */
  drop: () => void
}

/** An open way to the outside. */
export type Transport = { prepare: (message: Outgoing) => Promise<Prepared>; close: () => void }

/** Words in the languages of the team's pages. */
export type Words = Record<'en' | 'de' | 'fi', string>

/** What a channel has to know of the house it sends from. */
export type House = {
  rules: EgressRules
  /** Where a provider tells what became of a message, and what people answered. */
  hookUrl: string | null
}

/** What every way to a person says of itself; one file of this folder is one. */
type About = { name: Channel; label: Words; lead: Words }

/** A way on which Echolot goes to the person. */
export type SendingChannel<Settings extends z.ZodType = z.ZodType> = About & {
  way: 'sends'
  settings: Settings
  open: (settings: z.output<Settings>, house: House) => Transport
}

/** A way on which the person comes: nothing is sent. */
export type OpenChannel = About & { way: 'comes' }

/** Why a message did not leave, or may have left without a reply (`no_reply`). */
export class ChannelProblem extends Error {
  readonly verdict: ChannelVerdict
  readonly reply: string | null

  constructor(verdict: ChannelVerdict, reply: string | null, cause?: unknown) {
    super(reply ?? verdict, { cause })
    this.name = 'ChannelProblem'
    this.verdict = verdict
    this.reply = reply
  }
}
