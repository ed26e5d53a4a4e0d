import type { Language } from './index.ts'

const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE', fi: 'fi-FI' }
const writers = new Map<string, Intl.NumberFormat>()
const calendars = new Map<string, Intl.DateTimeFormat>()

/** The BCP 47 tag whose habits a language follows in numbers and dates. */
export const localeOf = (language: Language): string => LOCALES[language]

function writer(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const id = language + JSON.stringify(options)
  const found = writers.get(id) ?? new Intl.NumberFormat(LOCALES[language], options)
  writers.set(id, found)
  return found
}

function calendar(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = language + JSON.stringify(options)
  const found = calendars.get(id) ?? new Intl.DateTimeFormat(LOCALES[language], options)
  calendars.set(id, found)
  return found
}

/** A real minus sign, not a hyphen, and no "−0". */
const mend = (text: string): string => text.replace('-', '−').replace(/^[+−](?=[0.,]*(\s?%)?$)/, '')

const exactly = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits })

/** A day without a time is the same day everywhere. */
const zoneOf = (value: string | Date, timeZone: string) =>
  typeof value === 'string' && value.length === 10 ? 'UTC' : timeZone

const STEPS = [
  { unit: 'minute', ms: 60_000, until: 60 },
  { unit: 'hour', ms: 3_600_000, until: 24 },
  { unit: 'day', ms: 86_400_000, until: 30 },
  { unit: 'month', ms: 2_629_800_000, until: 12 },
  { unit: 'year', ms: 31_557_600_000, until: Number.POSITIVE_INFINITY },
] as const

function relative(language: Language, ms: number): string {
  const step = STEPS.find(({ ms: unit, until }) => Math.abs(ms) / unit < until) ?? STEPS[4]
  return new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' }).format(Math.trunc(ms / step.ms), step.unit)
}

/** How a language writes numbers. */
function numbers(language: Language) {
  const written = (value: number, options: Intl.NumberFormatOptions) => mend(writer(language, options).format(value))
  return {
    /** 2,112 */
    count: (value: number) => written(value, { maximumFractionDigits: 0 }),
    /** 39.8 */
    number: (value: number, digits = 1) => written(value, exactly(digits)),
    /** +6.0 and −6.0 */
    signed: (value: number, digits = 0) => written(value, { ...exactly(digits), signDisplay: 'exceptZero' }),
    /** A share of 0 to 1 as 32.6 %. */
    percent: (share: number, digits = 1) => written(share, { style: 'percent', ...exactly(digits) }),
    /** p = 0.02, p < 0.001 */
    p: (value: number) =>
      value < 0.001 ? `p < ${written(0.001, exactly(3))}` : `p = ${written(value, exactly(value < 0.0095 ? 3 : 2))}`,
    /** € 8,400 */
    money: (cents: number, currency = 'EUR') =>
      written(cents / 100, { style: 'currency', currency, maximumFractionDigits: 0 }),
  }
}

/** How a language writes moments and days. */
function dates(language: Language, timeZone: string) {
  const day = (value: string | Date, options: Intl.DateTimeFormatOptions) =>
    calendar(language, { timeZone: zoneOf(value, timeZone), ...options }).format(new Date(value))
  const full = { day: 'numeric', month: 'short', year: 'numeric' } as const
  return {
    /** 21 Nov 2026 */
    date: (value: string | Date) => day(value, full),
    /** 21 Nov */
    shortDate: (value: string | Date) => day(value, { day: 'numeric', month: 'short' }),
    /** Nov 2026 */
    month: (value: string | Date) => day(value, { month: 'short', year: 'numeric' }),
    /** Nov */
    shortMonth: (value: string | Date) => day(value, { month: 'short' }),
    /** 21 Nov 2026, 09:12 */
    moment: (value: string | Date) => day(value, { ...full, hour: '2-digit', minute: '2-digit' }),
    /** 1 Sep – 21 Nov 2026 */
    days: (from: string, to: string) =>
      calendar(language, { timeZone: 'UTC', ...full }).formatRange(new Date(from), new Date(to)),
    /** 2 hours ago, tomorrow */
    ago: (value: string | Date, now = new Date()) => relative(language, new Date(value).getTime() - now.getTime()),
  }
}

/** How a language writes numbers and dates: `f.count(2112)`. Moments are shown in `timeZone`, days are the same everywhere. */
export const figures = (language: Language, timeZone = 'UTC') => ({
  ...numbers(language),
  ...dates(language, timeZone),
})
export type Figures = ReturnType<typeof figures>
