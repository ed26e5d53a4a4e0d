import { z } from 'zod'
import { Audience } from './audience.ts'
import { Reminders } from './reminder.ts'

/** How a person is reached by invitations: one way for all, or e-mail where it may be and otherwise SMS. */
export const ASKING_CHANNELS = ['email', 'sms', 'auto'] as const
export const AskingChannel = z.enum(ASKING_CHANNELS)
export type AskingChannel = z.infer<typeof AskingChannel>

/** The day from which a person's turns are counted. */
export const StartsFrom = z
  .enum(['first_purchase', 'first_seen'])
  .or(z.string().regex(/^attributes\.[^\s.][^.]{0,99}$/, 'is not an attribute with a date'))
export type StartsFrom = z.infer<typeof StartsFrom>

const weekdays = z.array(z.number().int().min(1).max(7)).min(1).max(7)
const hours = { fromHour: z.number().int().min(8).max(20), untilHour: z.number().int().min(9).max(21) }

const plan = {
  name: z.string().trim().min(1).max(200),
  channel: AskingChannel,
  audience: Audience,
  startsFrom: StartsFrom,
  everyDays: z.number().int().min(21).max(730),
  /** Days from the first day to the first question. */
  firstAfterDays: z.number().int().min(0).max(730),
  /** Over how many days a day's people are spread. */
  spreadDays: z.number().int().min(1).max(365),
  /** 1 is Monday. */
  weekdays,
  ...hours,
  reminders: Reminders,
}

/** A plan as written; nothing is asked before it is started. */
export const NewRollingPlan = z.strictObject({
  ...plan,
  surveyId: z.uuid(),
  channel: AskingChannel.default('email'),
  audience: Audience.default({ kind: 'all' }),
  startsFrom: StartsFrom.default('first_purchase'),
  everyDays: plan.everyDays.default(90),
  firstAfterDays: plan.firstAfterDays.default(90),
  spreadDays: plan.spreadDays.default(7),
  weekdays: weekdays.default([1, 2, 3, 4, 5]),
  fromHour: hours.fromHour.default(9),
  untilHour: hours.untilHour.default(17),
  reminders: Reminders.default([]),
})
export type NewRollingPlan = z.infer<typeof NewRollingPlan>

/** What of a plan is to be different. */
export const RollingPlanChange = z.strictObject(plan).partial()
export type RollingPlanChange = z.infer<typeof RollingPlanChange>

/** A rolling plan: asks each person every so many days, counted from a day of their own. */
export const RollingPlan = z.object({
  ...plan,
  planId: z.uuid(),
  surveyId: z.uuid(),
  surveyName: z.string(),
  startedAt: z.iso.datetime().nullable(),
  /** Turns by what became of them. */
  turns: z.object({ waiting: z.number().int(), asked: z.number().int(), left_out: z.number().int() }),
  answered: z.number().int(),
})
export type RollingPlan = z.infer<typeof RollingPlan>

/** Who is due in the next days, before anything is asked. */
export const RollingPreview = z.object({
  /** People of the audience, those with a day to count from, and those who could be reached now. */
  people: z.number().int(),
  counted: z.number().int(),
  days: z.array(z.object({ day: z.iso.date(), people: z.number().int() })),
  next: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string().nullable(),
      email: z.string().nullable(),
      dueAt: z.iso.datetime(),
    }),
  ),
})
export type RollingPreview = z.infer<typeof RollingPreview>
