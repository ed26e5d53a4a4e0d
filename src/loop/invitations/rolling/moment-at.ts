const clocks = new Map<string, Intl.DateTimeFormat | null>()

/** The moment at which clocks of a zone show this day and minute; where they skip it, the moment after the gap. */
export function momentAt(day: string, minute: number, zone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minute * 60_000
  // The shift at the guess may be that of the other side of a clock change: the second look settles it.
  const guess = wanted - shiftAt(wanted, zone)
  return new Date(wanted - shiftAt(guess, zone))
}

/** By how much the clocks of a zone are ahead of UTC at a moment, in ms. */
function shiftAt(at: number, zone: string): number {
  const clock = clockOf(zone)
  if (!clock) return 0
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { year = 1970, month = 1, day = 1, hour = 0, minute: minutes = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minutes) - Math.floor(at / 60_000) * 60_000
}

function clockOf(zone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const clock = makeClock(zone)
  clocks.set(zone, clock)
  return clock
}

function makeClock(zone: string): Intl.DateTimeFormat | null {
  const numbers = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
  try {
    return new Intl.DateTimeFormat('en-GB', { ...numbers, hourCycle: 'h23', timeZone: zone })
  } catch {
    return null
  }
}
