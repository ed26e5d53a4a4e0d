import type { BudgetedPurpose, ContactRules } from '../../../vocabulary/contact-budget.ts'
import type { Sending } from '../../../vocabulary/sending.ts'

/** The form as it is being filled in; an empty limit is none. */
export type Given = {
  limit: number
  days: number
  followUpsCount: boolean
  limits: Partial<Record<BudgetedPurpose, { most: string; days: string }>>
  quiet: ContactRules['quiet']
  weekendsAreQuiet: boolean
  holidaysAreQuiet: boolean
  holidayRegion: string | null
}

/** The stored rules as the form shows them. */
export function givenOf({ contactLimit, contactDays, rules }: Sending): Given {
  const { limits, ...others } = rules
  const asText = Object.entries(limits).map(([purpose, limit]) => [
    purpose,
    { most: String(limit?.most ?? ''), days: String(limit?.days ?? '') },
  ])
  return { ...others, limit: contactLimit, days: contactDays, limits: Object.fromEntries(asText) }
}

/** What is sent when the form is saved. */
export function ruleChange({ limit, days, limits, ...rules }: Given) {
  const whole = Object.entries(limits).filter(([, own]) => own?.most && own.days)
  const asNumbers = whole.map(([purpose, own]) => [purpose, { most: Number(own?.most), days: Number(own?.days) }])
  return { contactLimit: limit, contactDays: days, rules: { ...rules, limits: Object.fromEntries(asNumbers) } }
}
