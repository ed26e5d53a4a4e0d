import { z } from 'zod'

/** The columns and free attributes by which people can be chosen. */
export const AUDIENCE_FIELDS = ['country', 'language', 'company'] as const

const AudienceFilter = z.strictObject({
  field: z.enum(AUDIENCE_FIELDS).or(z.string().regex(/^attributes\.[^\s.][^.]{0,99}$/)),
  values: z.array(z.string().max(200)).min(1).max(100),
})
export type AudienceFilter = z.infer<typeof AudienceFilter>

/** Whom to ask: everybody, those with all of the given values, or chosen people. */
export const Audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('filter'), filters: z.array(AudienceFilter).min(1).max(10) }),
  z.strictObject({ kind: z.literal('selection'), personIds: z.array(z.uuid()).min(1).max(10_000) }),
])
export type Audience = z.infer<typeof Audience>

/** A field to choose by, with its most frequent values. */
export const AudienceField = z.object({
  field: z.string(),
  values: z.array(z.object({ value: z.string(), people: z.number().int() })),
})
export type AudienceField = z.infer<typeof AudienceField>
