import { localeOf } from '../../../languages/figures.ts'
import type { Language, Speak } from '../../../languages/index.ts'
import type { CaseLine } from '../../../vocabulary/case.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** "2 h over", "today 17:00", "Tue", "3 Dec": when a case is due, as short as a list needs it. */
export function dueText(dueAt: string, language: Language, t: Speak, now = new Date()): string {
  const due = new Date(dueAt)
  const late = now.getTime() - due.getTime()
  if (late > 2 * DAY) return t('cases.due.overDays', { n: Math.floor(late / DAY) })
  if (late > 60 * MINUTE) return t('cases.due.overHours', { n: Math.floor(late / (60 * MINUTE)) })
  if (late > 0) return t('cases.due.overMinutes', { n: Math.max(1, Math.floor(late / MINUTE)) })
  if (sameDay(due, now)) return t('cases.due.today', { time: clock(due, language) })
  if (sameDay(due, new Date(now.getTime() + DAY))) return t('cases.due.tomorrow')
  const options = -late < 6 * DAY ? ({ weekday: 'short' } as const) : ({ day: 'numeric', month: 'short' } as const)
  return new Intl.DateTimeFormat(localeOf(language), options).format(due)
}

/** "Monday 23 Nov, 09:12": a moment one acts by. */
export const momentText = (moment: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(moment))

/** Whether the first contact is late. */
export const isOver = (one: CaseLine, now = new Date()): boolean =>
  one.state === 'open' && one.firstContactAt === null && new Date(one.dueAt) < now

const clock = (moment: Date, language: Language) =>
  new Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit' }).format(moment)
const sameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString()
