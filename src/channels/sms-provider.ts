import type { z } from 'zod'
import type { OutsideReply, OutsideRequest } from '../platform/egress/index.ts'
import type { ChannelVerdict, Words } from './channel.ts'

/** One text as a provider gets it; numbers as + and digits. */
export type SmsText = {
  to: string
  text: string
  /** Ours: providers that know keys or references of the sender get it. */
  messageId: string
  hookUrl: string | null
}

/** What a provider's reply means. */
export type SmsReading =
  | { taken: true; providerId: string }
  | { taken: false; verdict: ChannelVerdict; words: string | null }

/** A call of the provider at our door, as the wire had it. */
export type HookCall = { method: string; url: string; headers: Headers; body: string; at: Date }

/** What the provider says: somebody wrote, or a text arrived or failed. */
export type HookNews =
  | { kind: 'received'; id: string; from: string; text: string }
  | {
      kind: 'receipt'
      /** By our id or by the provider's. */
      messageId: string | null
      providerId: string | null
      outcome: 'delivered' | 'failed' | 'unknown_number'
      words: string
    }

/** A field of the settings as a form shows it. */
export type SmsField = {
  label: Words
  hint?: Words
  /** Sealed in the database and never shown again. */
  secret?: boolean
  lines?: number
  /** The only values there are, the usual one first. */
  choices?: readonly string[]
  optional?: boolean
}

/** One provider of text messages; one file of `sms-providers/` is one. */
export type SmsProvider<Settings extends z.ZodType = z.ZodType> = {
  name: string
  label: Words
  settings: Settings
  fields: Record<keyof z.output<Settings> & string, SmsField>
  /** Whether the provider ignores a repetition with the same id, so that a text without reply may be tried again. */
  repeatable?: (settings: z.output<Settings>) => boolean
  request: (settings: z.output<Settings>, text: SmsText) => OutsideRequest
  /** The provider's own words; null leaves it to the status. */
  read: (reply: OutsideReply, settings: z.output<Settings>) => SmsReading | null
  /** What a call says; null when it does not prove that it comes from the provider. */
  hook: (settings: z.output<Settings>, call: HookCall) => HookNews[] | null
}
