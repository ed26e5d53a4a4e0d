/** A moment on the clocks of a zone: the day (YYYY-MM-DD), minutes since midnight, and the day of the week from 0 = Sunday. */
export type LocalTime = { day: string; minute: number; weekday: number }

/** The version of the time zone database that decides. */
export const ZONES_VERSION = process.versions.tz ?? 'unknown'

const clocks = new Map<string, Intl.DateTimeFormat | null>()

/** Whether there is a zone of this name. */
export const isZone = (zone: string): boolean => clockOf(zone) !== null

/** What the clocks of a zone show at a moment; those of UTC where there is no such zone. */
export function localTime(at: Date, zone: string): LocalTime {
  // Swedish writes 2026-03-29 02:30.
  const text = clockOf(zone)?.format(at) ?? at.toISOString().slice(0, 16).replace('T', ' ')
  const day = text.slice(0, 10)
  return {
    day,
    minute: Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)),
    weekday: new Date(`${day}T00:00:00Z`).getUTCDay(),
  }
}

/** The moment at which the clocks of a zone show this day and minute; where they skip it, the moment after the gap. */
export function momentAt(day: string, minute: number, zone: string): Date {
  const wanted = startOf(day) + minute * MINUTE_MS
  // The shift at the guess may be that of the other side of a clock change: the second look settles it.
  const guess = wanted - shiftAt(wanted, zone)
  return new Date(wanted - shiftAt(guess, zone))
}

const MINUTE_MS = 60_000
const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** By how much the clocks of a zone are ahead of UTC at a moment, in ms. */
function shiftAt(at: number, zone: string): number {
  const { day, minute } = localTime(new Date(at), zone)
  return startOf(day) + minute * MINUTE_MS - Math.floor(at / MINUTE_MS) * MINUTE_MS
}

function clockOf(zone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const clock = makeClock(zone)
  clocks.set(zone, clock)
  return clock
}

function makeClock(zone: string): Intl.DateTimeFormat | null {
  const numbers = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
  try {
    return new Intl.DateTimeFormat('sv-SE', { ...numbers, hourCycle: 'h23', timeZone: zone })
  } catch {
    return null
  }
}
