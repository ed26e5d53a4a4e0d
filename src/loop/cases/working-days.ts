import { localTime, momentAt } from '../../platform/zone-clock.ts'

const OPENING_MINUTE = 9 * 60
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

const startOf = (day: string) => new Date(`${day}T00:00:00Z`)
const isWeekend = (day: string) => [0, 6].includes(startOf(day).getUTCDay())
const dayAfter = (day: string) => new Date(startOf(day).getTime() + DAY_MS).toISOString().slice(0, 10)

/** The same time of day `days` working days later on the clocks of `zone`; what comes at a weekend counts from Monday, 9 o'clock. */
export function afterWorkingDays(from: Date, days: number, zone: string): Date {
  let { day, minute } = localTime(from, zone)
  let beyondMinuteMs = from.getTime() % MINUTE_MS
  while (isWeekend(day)) {
    day = dayAfter(day)
    minute = OPENING_MINUTE
    beyondMinuteMs = 0
  }
  for (let left = days; left > 0; ) {
    day = dayAfter(day)
    if (!isWeekend(day)) left -= 1
  }
  return new Date(momentAt(day, minute, zone).getTime() + beyondMinuteMs)
}

/** The end of the day that `moment` is in, on the clocks of `zone`. */
export const endOfDay = (moment: Date, zone: string): Date => momentAt(dayAfter(localTime(moment, zone).day), 0, zone)
