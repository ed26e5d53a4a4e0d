import { z } from 'zod'
import { AttributeOrigin } from './attribute-rule.ts'
import { OpeningAnswer } from './question.ts'

/** A person in a list, with the last answer. */
export const PersonLine = z.object({
  personId: z.uuid(),
  name: z.string().nullable(),
  company: z.string().nullable(),
  email: z.string().nullable(),
  country: z.string().nullable(),
  /** The last answer, on whichever scale; null where there is none. */
  answer: OpeningAnswer.nullable(),
  answeredAt: z.iso.datetime().nullable(),
})
export type PersonLine = z.infer<typeof PersonLine>

/** Whether mail reaches a person: `no_surveys` after an objection (a personal reply is possible), `suppressed` not at all. */
export const Reachability = z.enum(['reachable', 'no_surveys', 'suppressed', 'no_address'])
export type Reachability = z.infer<typeof Reachability>

/** A person with everything that is stored of them. */
export const Person = z.object({
  personId: z.uuid(),
  externalId: z.string().nullable(),
  name: z.string().nullable(),
  company: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.string().nullable(),
  country: z.string().nullable(),
  timeZone: z.string().nullable(),
  attributes: z.record(z.string(), z.unknown()),
  /** Where attributes came from that no import or API gave. */
  origins: z.record(z.string(), AttributeOrigin),
  createdAt: z.iso.datetime(),
  /** The legal basis for asking by mail. */
  basis: z.enum(['consent', 'existing_customer', 'none']),
  reachability: Reachability,
})
export type Person = z.infer<typeof Person>
