import type { ContactRules, ReminderCheck } from '../../../vocabulary/index.ts'

/** Each reminder beside what the contact budget leaves: its own limit, and the limit over everything where follow-ups count. */
export function remindersThatFit(
  reminders: number[],
  { contactLimit, contactDays }: { contactLimit: number; contactDays: number },
  rules: Pick<ContactRules, 'followUpsCount' | 'limits'>,
): ReminderCheck[] {
  const sentOn: number[] = [0]
  const own = rules.limits.reminder
  return reminders.map(afterDays => {
    const day = (sentOn.at(-1) ?? 0) + afterDays
    const within = (days: number, contacts: number[]) => contacts.filter(before => before > day - days).length
    const fitsAll = !rules.followUpsCount || within(contactDays, sentOn) < contactLimit
    const fitsOwn = !own || within(own.days, sentOn.slice(1)) < own.most
    if (fitsAll && fitsOwn) sentOn.push(day)
    return { afterDays, fits: fitsAll && fitsOwn }
  })
}
