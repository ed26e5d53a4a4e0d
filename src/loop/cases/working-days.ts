type Local = { year: number; month: number; day: number; hour: number; minute: number; second: number }

const clocks = new Map<string, Intl.DateTimeFormat>()
const HOUR_OF_OPENING = 9
const DAY_MS = 86_400_000

function clockOf(zone: string): Intl.DateTimeFormat {
  const options = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('en-US', { ...options, hourCycle: 'h23', timeZone: zone })
  clocks.set(zone, clock)
  return clock
}

function localOf(moment: Date, zone: string): Local {
  const parts = clockOf(zone).formatToParts(moment)
  const part = (type: string) => Number(parts.find(found => found.type === type)?.value)
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  }
}

const asUtc = (local: Local) => Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second)

/** The moment at which the clocks of `zone` show `local`; in the hour that summer time skips, the one after it. */
function momentOf(local: Local, zone: string): Date {
  const wanted = asUtc(local)
  let moment = wanted
  for (let i = 0; i < 2; i += 1) moment += wanted - asUtc(localOf(new Date(moment), zone))
  return new Date(moment)
}

const isWeekend = (local: Local) => [0, 6].includes(new Date(asUtc(local)).getUTCDay())

function nextDay(local: Local): Local {
  const next = new Date(asUtc(local) + DAY_MS)
  return { ...local, year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() }
}

/** The same time of day `days` working days later on the clocks of `zone`; what comes at a weekend counts from Monday, 9 o'clock. */
export function afterWorkingDays(from: Date, days: number, zone: string): Date {
  let local = localOf(from, zone)
  while (isWeekend(local)) local = { ...nextDay(local), hour: HOUR_OF_OPENING, minute: 0, second: 0 }
  for (let left = days; left > 0; ) {
    local = nextDay(local)
    if (!isWeekend(local)) left -= 1
  }
  return momentOf(local, zone)
}

/** The end of the day that `moment` is in, on the clocks of `zone`. */
export const endOfDay = (moment: Date, zone: string): Date =>
  momentOf({ ...nextDay(localOf(moment, zone)), hour: 0, minute: 0, second: 0 }, zone)
