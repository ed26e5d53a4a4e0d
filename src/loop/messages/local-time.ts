/** A moment on somebody's clock: the day (YYYY-MM-DD), minutes since midnight, and the day of the week from 0 = Sunday. */
export type LocalTime = { day: string; minute: number; weekday: number }

const clocks = new Map<string, Intl.DateTimeFormat | null>()
const zonesByCountry = new Map<string, string[]>()

/** The version of the time zone database that decides. */
export const ZONES_VERSION = process.versions.tz ?? 'unknown'

/** The moment on the clock of a zone that exists. */
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

/** The zones to mind for a person: their own, all of their country, or the workspace's. */
export function zonesOf(person: { zone: string | null; country: string | null }, workspaceZone: string): string[] {
  if (person.zone && clockOf(person.zone)) return [person.zone]
  const ofCountry = person.country ? zonesOfCountry(person.country) : []
  if (ofCountry.length > 0) return ofCountry
  return [clockOf(workspaceZone) ? workspaceZone : 'UTC']
}

/** The zones of a country, one for each clock that goes differently in the course of a year. */
function zonesOfCountry(country: string): string[] {
  const known = zonesByCountry.get(country)
  if (known) return known
  const byClock = new Map<string, string>()
  for (const zone of namedZones(country)) {
    const year = new Date().getUTCFullYear()
    const marks = Array.from({ length: 12 }, (_, month) => localTime(new Date(Date.UTC(year, month, 15, 12)), zone))
    const mark = marks.map(time => `${time.day} ${time.minute}`).join()
    if (!byClock.has(mark)) byClock.set(mark, zone)
  }
  const zones = [...byClock.values()]
  zonesByCountry.set(country, zones)
  return zones
}

/** Asks by a getter in Node 20 and by a method in later ones. */
function namedZones(country: string): string[] {
  if (!/^[A-Z]{2}$/.test(country)) return []
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    timeZones?: string[]
    getTimeZones?: () => string[] | undefined
  }
  return (locale.getTimeZones?.() ?? locale.timeZones ?? []).filter(zone => clockOf(zone) !== null)
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
