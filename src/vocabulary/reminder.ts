import { z } from 'zod'

/** Days after the mail before at which who did not answer is reminded; at most three times. */
export const Reminders = z.array(z.number().int().min(1).max(60)).max(3)
export type Reminders = z.infer<typeof Reminders>

/** One reminder before the send: whether the contact budget leaves room for it. */
export const ReminderCheck = z.object({ afterDays: z.number().int(), fits: z.boolean() })
export type ReminderCheck = z.infer<typeof ReminderCheck>
