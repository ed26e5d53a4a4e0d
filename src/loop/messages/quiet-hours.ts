const QUIET_FROM = 21
const QUIET_UNTIL = 8
const QUARTER_MS = 15 * 60_000
const ENOUGH_QUARTERS = 4 * 48

const clocks = new Map<string, Intl.DateTimeFormat>()

/** When the quiet hours (21:00 to 08:00 where the person lives) that hold at `at` end; null when none hold (guarantee G6). */
export function quietUntil(at: Date, zones: (string | null | undefined)[]): Date | null {
  const hourIn = localHour(zones)
  if (!isQuiet(hourIn(at))) return null
  // Local clocks jump by multiples of a quarter, so that stepping by quarters meets every change of summer time.
  let next = Math.ceil((at.getTime() + 1) / QUARTER_MS) * QUARTER_MS
  for (let i = 0; i < ENOUGH_QUARTERS && isQuiet(hourIn(new Date(next))); i++) next += QUARTER_MS
  return new Date(next)
}

const isQuiet = (hour: number): boolean => hour >= QUIET_FROM || hour < QUIET_UNTIL

/** The local hour in the first zone that exists. */
function localHour(zones: (string | null | undefined)[]): (at: Date) => number {
  for (const zone of zones) {
    const clock = zone ? clockOf(zone) : null
    if (clock) return at => Number(clock.format(at))
  }
  return at => at.getUTCHours()
}

function clockOf(zone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(zone)
  if (known) return known
  try {
    const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone })
    clocks.set(zone, clock)
    return clock
  } catch {
    return null
  }
}
