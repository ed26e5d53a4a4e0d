import { z } from 'zod'
import { Channel } from './channel.ts'

/** Why a person may be written to on a channel; `none` cannot be sent. */
export const BASES = ['consent', 'existing_customer', 'none'] as const
export const Basis = z.enum(BASES)
export type Basis = z.infer<typeof Basis>

const text = z.string().trim().min(1).max(2000)
const moment = z.iso.datetime({ offset: true }).or(z.iso.date())

/** What proves a consent: the exact words, when and where it was given (Art. 7(1) GDPR; BGH I ZR 164/09). */
export const ConsentEvidence = z.strictObject({
  basis: z.literal('consent'),
  text,
  givenAt: moment,
  source: text,
  ip: z.string().max(64).optional(),
})

/** The four facts of UWG §7(3): a sale, own similar offers, no objection so far, and the notice shown with its words. */
export const ExistingCustomerEvidence = z.strictObject({
  basis: z.literal('existing_customer'),
  sale: text,
  soldAt: moment,
  ownSimilarOffers: z.literal(true),
  noObjection: z.literal(true),
  notice: text,
  noticeShownAt: moment,
})

/** A basis with its evidence, as it is recorded for a person and a channel. */
export const BasisEvidence = z.discriminatedUnion('basis', [
  ConsentEvidence,
  ExistingCustomerEvidence,
  z.strictObject({ basis: z.literal('none') }),
])
export type BasisEvidence = z.infer<typeof BasisEvidence>

/** What stands about a person on one channel. */
export const Permission = z.object({
  channel: Channel,
  basis: Basis,
  evidence: z.record(z.string(), z.unknown()),
  recordedBy: z.string().nullable(),
  recordedAt: z.iso.datetime(),
})
export type Permission = z.infer<typeof Permission>

/** What a line of the ledger says: a basis, a consent asked for or confirmed, an objection and its end, a wish. */
export const RECORD_KINDS = [
  ...['basis', 'opt_in_requested', 'opt_in_confirmed', 'objection', 'suppressed', 'readmitted', 'preference'],
] as const
export const RecordKind = z.enum(RECORD_KINDS)
export type RecordKind = z.infer<typeof RecordKind>

/** One line of the ledger of permissions: what changed, with its evidence, by whom and when. */
export const PermissionRecord = z.object({
  recordId: z.number().int(),
  channel: Channel,
  kind: RecordKind,
  basis: Basis.nullable(),
  evidence: z.record(z.string(), z.unknown()),
  recordedBy: z.string().nullable(),
  recordedAt: z.iso.datetime(),
})
export type PermissionRecord = z.infer<typeof PermissionRecord>

/** What stands about a channel of a person, and what does not keep it from being used. */
export const ChannelStanding = z.object({
  channel: z.enum(['email', 'sms']),
  address: z.string(),
  basis: Basis,
  evidence: z.record(z.string(), z.unknown()),
  recordedAt: z.iso.datetime().nullable(),
  suppression: z.string().nullable(),
  pausedUntil: z.iso.datetime().nullable(),
  surveysOnly: z.boolean(),
  /** A consent was asked for and waits for its confirmation since then. */
  optInSince: z.iso.datetime().nullable(),
})
export type ChannelStanding = z.infer<typeof ChannelStanding>

/** Everything that can be shown about the permissions of one person, the newest record first. */
export const PermissionLedger = z.object({
  personId: z.uuid(),
  name: z.string().nullable(),
  company: z.string(),
  channels: z.array(ChannelStanding),
  records: z.array(PermissionRecord),
})
export type PermissionLedger = z.infer<typeof PermissionLedger>

/** A consent that a person asked for by a form; it counts only once the owner of the address confirms it. */
export const OptInRequest = z.strictObject({
  channel: z.enum(['email', 'sms']).default('email'),
  /** The exact words that the person agreed to, and which edition of them. */
  text,
  textVersion: z.string().trim().min(1).max(100),
  /** Where the form stands. */
  formUrl: z.string().trim().min(1).max(2000),
  ip: z.string().max(64).optional(),
})
export type OptInRequest = z.infer<typeof OptInRequest>

const Count = z.number().int()
/** What counsel wants to see about a channel. */
export const ChannelReport = z.object({
  channel: z.enum(['email', 'sms']),
  people: Count,
  withAddress: Count,
  byBasis: z.object({ consent: Count, existing_customer: Count, none: Count }),
  /** A basis whose evidence lacks something that the law asks for, by what is missing. */
  missing: z.record(z.string(), Count),
  /** How old consents are, in whole years; the last one counts everything older. */
  consentAge: z.array(z.object({ years: Count, people: Count })),
  confirmed: Count,
  waitingForConfirmation: Count,
  suppressed: z.record(z.string(), Count),
  /** Messages that asked or advertised and left. */
  sent: Count,
  sentWithoutBasis: Count,
  sentAfterObjection: Count,
})
export type ChannelReport = z.infer<typeof ChannelReport>

/** The state of permissions for counsel: counts, the rules in force, and records to look at. */
export const LegalReport = z.object({
  madeAt: z.iso.datetime(),
  company: z.string(),
  channels: z.array(ChannelReport),
  samples: z.array(PermissionRecord.extend({ personId: z.uuid(), name: z.string().nullable() })),
})
export type LegalReport = z.infer<typeof LegalReport>
