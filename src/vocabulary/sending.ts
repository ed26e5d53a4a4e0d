import { z } from 'zod'
import { ContactRules } from './contact-budget.ts'

/** Where mails go and whether they may: shown on every page that sends. */
export const Sending = z.object({
  /** True when no SMTP server is set and the mails end in the inbox page /mail. */
  caught: z.boolean(),
  /** Whether a provider of texts is set up. */
  textsLeave: z.boolean(),
  heldReason: z.string().nullable(),
  pausedAt: z.iso.datetime().nullable(),
  pausedReason: z.string().nullable(),
  pausedReply: z.string().nullable(),
  contactLimit: z.number().int(),
  contactDays: z.number().int(),
  rules: ContactRules,
  /** The version of the time zone database that quiet hours go by. */
  zonesVersion: z.string(),
  senderName: z.string().nullable(),
  senderAddress: z.string().nullable(),
  replyTo: z.string().nullable(),
  imprint: z.string().nullable(),
})
export type Sending = z.infer<typeof Sending>
