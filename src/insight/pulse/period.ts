import type { AnswerFilter, DayRange } from '../../vocabulary/index.ts'

const WEEKS = { '4w': 4, '12w': 12, '26w': 26, '52w': 52 } as const
const DAY = 86_400_000

/** The day it is at `moment` in a time zone, as YYYY-MM-DD. */
export const dayIn = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(moment)

/** `days` after a day. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** Length of a range in days, both ends counted. */
export const lengthOf = ({ from, to }: DayRange): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1

export type Chosen = DayRange & { chosen: 'asked' | 'default' | 'all' }

/** The days a look is about: as asked, else the last twelve weeks, else (where they are empty) everything there is. */
export function periodOf(
  filter: Pick<AnswerFilter, 'period' | 'from' | 'to'>,
  today: string,
  ever: { first: string; last: string } | null,
): Chosen {
  const whole = ever ?? { first: today, last: today }
  const all: Chosen = { from: whole.first, to: whole.last, chosen: 'all' }
  if (filter.from || filter.to) {
    const to = filter.to ?? today
    return { from: filter.from ?? (whole.first < to ? whole.first : to), to, chosen: 'asked' }
  }
  if (filter.period === 'all') return all
  const weeks = WEEKS[filter.period ?? '12w']
  const recent = { from: daysAfter(today, 1 - weeks * 7), to: today }
  if (filter.period) return { ...recent, chosen: 'asked' }
  return whole.last < recent.from ? all : { ...recent, chosen: 'default' }
}

/** What it is compared with: as many days right before, or the same days a year (52 weeks) earlier; nothing before everything. */
export function rangeBefore(period: Chosen, against: 'before' | 'year' | 'none'): DayRange | null {
  if (against === 'none' || period.chosen === 'all') return null
  const back = against === 'year' ? 364 : lengthOf(period)
  return { from: daysAfter(period.from, -back), to: daysAfter(period.to, -back) }
}
