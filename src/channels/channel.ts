import type { z } from 'zod'
import type { Mail, SmtpVerdict } from '../platform/mail/index.ts'
import type { Channel } from '../vocabulary/index.ts'

/** What a message looks like before a channel gives it its form. */
export type Outgoing = Mail

/** A message that is ready but for its last step; only `release` lets it go. */
export type Prepared = {
  /** Lets it go; the provider's words, or a ChannelProblem. */
  release: () => Promise<string>
  /** Gives it up: nothing was sent. */
  drop: () => void
}

/** An open way to the outside. */
export type Transport = { prepare: (message: Outgoing) => Promise<Prepared>; close: () => void }

/** A way to reach a person; one file of this folder is one. */
export type ChannelKind<Settings extends z.ZodType = z.ZodType> = {
  name: Channel
  label: Record<'en' | 'de' | 'fi', string>
  settings: Settings
  open: (settings: z.output<Settings>) => Transport
}

/** Why a message did not leave, or may have left without a reply (`no_reply`). */
export class ChannelProblem extends Error {
  readonly verdict: SmtpVerdict
  readonly reply: string | null

  constructor(verdict: SmtpVerdict, reply: string | null, cause?: unknown) {
    super(reply ?? verdict, { cause })
    this.name = 'ChannelProblem'
    this.verdict = verdict
    this.reply = reply
  }
}
