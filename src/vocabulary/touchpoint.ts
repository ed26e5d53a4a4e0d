import { z } from 'zod'

/** What can happen between a company and a person besides an answer. */
export const TOUCHPOINT_KINDS = ['order', 'ticket', 'call', 'mail', 'visit', 'price', 'note'] as const
export const TouchpointKind = z.enum(TOUCHPOINT_KINDS)
export type TouchpointKind = z.infer<typeof TouchpointKind>

const moment = z.iso.datetime({ offset: true })

/** Something that happened with a person, as another system or a member tells it; `source` and `sourceId` make it unique. */
export const NewTouchpoint = z.strictObject({
  kind: TouchpointKind,
  title: z.string().trim().min(1).max(300),
  body: z.string().max(5000).nullish(),
  /** The state in the other system, such as open or solved. */
  state: z.string().max(60).nullish(),
  amountCents: z.number().int().min(-1e12).max(1e12).nullish(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullish(),
  discounted: z.boolean().nullish(),
  source: z.string().trim().min(1).max(60).default('api'),
  sourceId: z.string().trim().min(1).max(200).optional(),
  occurredAt: moment,
})
export type NewTouchpoint = z.infer<typeof NewTouchpoint>

/** A stored touchpoint. */
export const Touchpoint = z.object({
  touchpointId: z.uuid(),
  personId: z.uuid(),
  kind: TouchpointKind,
  title: z.string(),
  body: z.string().nullable(),
  state: z.string().nullable(),
  amountCents: z.number().nullable(),
  currency: z.string().nullable(),
  discounted: z.boolean().nullable(),
  source: z.string(),
  sourceId: z.string(),
  occurredAt: z.iso.datetime(),
})
export type Touchpoint = z.infer<typeof Touchpoint>
