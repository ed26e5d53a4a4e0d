import { z } from 'zod'
import { Channel } from './channel.ts'
import { EmailAddress } from './email-address.ts'

/** What is reported about a message after its server took it, the gravest last. */
export const OUTCOMES = ['soft_bounce', 'delivered', 'hard_bounce', 'complaint'] as const
export const Outcome = z.enum(OUTCOMES)
export type Outcome = z.infer<typeof Outcome>

/** Who reported it: a mailbox that takes bounces, the server's own reply, or a provider. */
export const REPORT_SOURCES = ['mailbox', 'smtp', 'ses', 'sendgrid', 'postmark', 'mailgun'] as const
export type ReportSource = (typeof REPORT_SOURCES)[number]

/** A report as the page of a message shows it. */
export const DeliveryReport = z.object({
  kind: Outcome,
  source: z.enum(REPORT_SOURCES),
  status: z.string().nullable(),
  words: z.string().nullable(),
  reportedAt: z.iso.datetime(),
})
export type DeliveryReport = z.infer<typeof DeliveryReport>

/** Why nothing is sent to an address any more. */
export const SUPPRESSION_REASONS = [
  'objection',
  'hard_bounce',
  'soft_bounce',
  'complaint',
  'erasure',
  'operator',
] as const
export const SuppressionReason = z.enum(SUPPRESSION_REASONS)
export type SuppressionReason = z.infer<typeof SuppressionReason>

/** The reasons that a member may lift: their own and a rest after soft bounces; the others are the person's word, or a fact. */
export const LIFTABLE_REASONS: readonly SuppressionReason[] = ['operator', 'soft_bounce']

/** The name of a suppressed address in the API: channel and HMAC; the address itself is not stored. */
export const SuppressionId = z.string().regex(/^(email|sms)-[A-Za-z0-9_-]{43}$/)

/** One suppressed address; who it was is known only as long as a message or a person still carries it. */
export const Suppression = z.object({
  suppressionId: SuppressionId,
  channel: Channel,
  reason: SuppressionReason,
  suppressedAt: z.iso.datetime(),
  /** When a rest ends by itself. */
  until: z.iso.datetime().nullable(),
  liftable: z.boolean(),
  address: z.string().nullable(),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  note: z.string().nullable(),
  by: z.string().nullable(),
})
export type Suppression = z.infer<typeof Suppression>

/** An address to suppress, from a form or a list of another system. */
export const NewSuppression = z.strictObject({
  address: z.string().trim().min(3).max(254),
  channel: z.enum(['email', 'sms']).default('email'),
  reason: z.enum(['objection', 'hard_bounce', 'complaint', 'operator']).default('operator'),
})
export type NewSuppression = z.infer<typeof NewSuppression>

/** How a list of suppressed addresses was taken in. */
export const SuppressionListResult = z.object({
  added: z.number().int(),
  known: z.number().int(),
  /** The lines that hold no address, counted from 1. */
  invalid: z.array(z.number().int()),
})
export type SuppressionListResult = z.infer<typeof SuppressionListResult>

/** A DNS record as one types it into the form of a provider. */
export const DnsRecord = z.object({ name: z.string(), type: z.enum(['TXT', 'MX', 'PTR']), value: z.string() })

/** What a look at the DNS found, and the record that would mend it. */
export const SenderFinding = z.object({
  check: z.enum(['spf', 'dkim', 'dmarc', 'mx', 'reverse']),
  state: z.enum(['good', 'warning', 'bad', 'unknown']),
  says: z.string(),
  found: z.string().nullable(),
  record: DnsRecord.nullable(),
})
export type SenderFinding = z.infer<typeof SenderFinding>

/** How well the sender domain proves who sends, and what follows from it. */
export const SenderDomain = z.object({
  /** null as long as no sender address is entered. */
  domain: z.string().nullable(),
  /** Mails are caught here; nothing is proven to anybody. */
  caught: z.boolean(),
  checkedAt: z.iso.datetime().nullable(),
  findings: z.array(SenderFinding),
  dkim: z.object({ record: DnsRecord, publishedAt: z.iso.datetime().nullable() }).nullable(),
  /** SPF, DKIM and DMARC stand. */
  proven: z.boolean(),
  override: z.object({ at: z.iso.datetime(), by: z.string().nullable(), note: z.string() }).nullable(),
  /** Mails of the last 24 hours. */
  sentLately: z.number().int(),
  /** How many may leave in 24 hours just now; null: as many as one likes. */
  dailyLimit: z.number().int().nullable(),
  limitedBy: z.enum(['sender_unproven', 'warm_up']).nullable(),
  warmUp: z.object({ first: z.number().int(), startedOn: z.iso.date(), day: z.number().int() }).nullable(),
  complaints: z.object({ reported: z.number().int(), accepted: z.number().int(), days: z.number().int() }),
})
export type SenderDomain = z.infer<typeof SenderDomain>

/** What a workspace decides about bounces, the return path and warming up. */
export const DeliveryRules = z.object({
  returnAddress: EmailAddress.nullable(),
  softBounces: z.number().int().min(0).max(20),
  softBounceDays: z.number().int().min(1).max(365),
  warmUpFirst: z.number().int().min(10).max(5000).nullable(),
})
export type DeliveryRules = z.infer<typeof DeliveryRules>

/** How fast the mailboxes of one provider may be written to. */
export const DomainPace = z.object({
  domain: z.string(),
  /** The domains that share it. */
  members: z.array(z.string()),
  perMinute: z.number().int().nullable(),
  concurrent: z.number().int().nullable(),
  /** Set by this workspace, not the usual. */
  own: z.boolean(),
  backedOffUntil: z.iso.datetime().nullable(),
  waiting: z.number().int(),
})
export type DomainPace = z.infer<typeof DomainPace>

/** Providers that can report by webhook. */
export const HOOK_PROVIDERS = ['ses', 'sendgrid', 'postmark', 'mailgun'] as const
export const HookProvider = z.enum(HOOK_PROVIDERS)
export type HookProvider = z.infer<typeof HookProvider>

/** Where a provider reports to; its address is shown once, when it is made. */
export const MailHook = z.object({
  provider: HookProvider,
  /** A key by which the provider proves itself is stored. */
  verified: z.boolean(),
  madeAt: z.iso.datetime(),
  heardAt: z.iso.datetime().nullable(),
  refusedAt: z.iso.datetime().nullable(),
  address: z.string().optional(),
})
export type MailHook = z.infer<typeof MailHook>

/** How many messages ended how, over a filter. */
export const MessageTotals = z.object({
  states: z.record(z.string(), z.number().int()),
  outcomes: z.record(z.string(), z.number().int()),
  reasons: z.record(z.string(), z.number().int()),
})
export type MessageTotals = z.infer<typeof MessageTotals>
