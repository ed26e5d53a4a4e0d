import { z } from 'zod'
import type { MessagePurpose } from './message.ts'

/** What answers the person is free; everything else that contacts somebody shares one budget. */
const FREE: readonly MessagePurpose[] = ['member', 'case_reply', 'confirmation']

/** The purposes that share the contact budget of a person, the most important first. */
export const BUDGETED_PURPOSES = [
  ...['probe', 'survey', 'comment_ask', 'reminder', 'review', 'referral', 'testimonial', 'news'],
] as const satisfies readonly MessagePurpose[]
export const BudgetedPurpose = z.enum(BUDGETED_PURPOSES)
export type BudgetedPurpose = z.infer<typeof BudgetedPurpose>

/** Whether a message takes from the budget, needs a legal basis and keeps the quiet hours. */
export const isBudgeted = (purpose: MessagePurpose): purpose is BudgetedPurpose => !FREE.includes(purpose)

/** Purposes that follow a survey which was counted already. */
export const FOLLOWING_PURPOSES = ['comment_ask', 'reminder'] as const satisfies readonly BudgetedPurpose[]

/** What somebody who wants surveys only still gets. */
export const SURVEY_PURPOSES = [
  'probe',
  'survey',
  'comment_ask',
  'reminder',
] as const satisfies readonly BudgetedPurpose[]

const QuarterHour = z.string().regex(/^([01]\d|2[0-3]):(00|15|30|45)$/, 'must be a quarter of an hour like 21:00')

/** Hours in which nothing is sent: from when until when, on the person's clock; the same twice means none. */
export const QuietWindow = z.strictObject({ from: QuarterHour, until: QuarterHour })
export type QuietWindow = z.infer<typeof QuietWindow>

const Limit = z.strictObject({ most: z.number().int().min(1).max(50), days: z.number().int().min(1).max(730) })

/** When and how often people may be contacted, beyond the limit over everything. */
export const ContactRules = z.strictObject({
  /** Whether a reminder or the question for a comment takes from the limit over everything. */
  followUpsCount: z.boolean().default(false),
  /** Limits of a purpose of its own, beside the limit over everything. */
  limits: z
    .partialRecord(BudgetedPurpose, Limit)
    .default({ reminder: { most: 2, days: 30 }, comment_ask: { most: 1, days: 30 } }),
  quiet: z
    .strictObject({
      email: QuietWindow.default({ from: '21:00', until: '08:00' }),
      sms: QuietWindow.default({ from: '20:00', until: '09:00' }),
    })
    .prefault({}),
  /** Whether messages wait for Monday. */
  weekendsAreQuiet: z.boolean().default(false),
  /** Whether messages wait for the end of a public holiday where the person lives. */
  holidaysAreQuiet: z.boolean().default(true),
  /** The part of the country whose holidays count beside the national ones, as in ISO 3166-2 (DE-BY). */
  holidayRegion: z
    .string()
    .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'must be a region like DE-BY')
    .nullable()
    .default(null),
})
export type ContactRules = z.infer<typeof ContactRules>

/** The rules of a workspace that has none of its own. */
export const USUAL_RULES: ContactRules = ContactRules.parse({})

/** What a person's budget looks like now, and what took it. */
export const ContactBudget = z.object({
  limit: z.number().int(),
  days: z.number().int(),
  /** Contacts inside the window that count. */
  used: z.number().int(),
  /** When the next one is possible; null when it is now. */
  freeFrom: z.iso.datetime().nullable(),
  /** The person asked for a pause until then. */
  pausedUntil: z.iso.datetime().nullable(),
  surveysOnly: z.boolean(),
  /** Planned messages that reserve a place for themselves. */
  planned: z.array(z.object({ purpose: z.string(), channel: z.string(), notBefore: z.iso.datetime() })),
})
export type ContactBudget = z.infer<typeof ContactBudget>
