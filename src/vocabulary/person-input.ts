import { z } from 'zod'
import { isTimeZone } from './account.ts'
import { EmailAddress } from './email-address.ts'

const short = z.string().trim().min(1).max(200)
const attribute = z.string().max(500).or(z.number()).or(z.boolean()).or(z.null())

/** A person as written by form or API; `externalId` or `email` finds the one that exists. */
export const PersonInput = z.strictObject({
  externalId: short.nullish(),
  email: EmailAddress.nullish(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d ()/.-]{5,30}$/, 'is not a phone number')
    .nullish(),
  name: short.nullish(),
  company: short.nullish(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is not a language code such as de')
    .nullish(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'is not a country code such as DE')
    .nullish(),
  timeZone: z.string().max(64).refine(isTimeZone, 'is not a time zone such as Europe/Berlin').nullish(),
  attributes: z.record(z.string().min(1).max(100), attribute).optional(),
})
export type PersonInput = z.infer<typeof PersonInput>
