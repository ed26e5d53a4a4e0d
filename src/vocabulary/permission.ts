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
