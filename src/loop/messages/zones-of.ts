import { isZone, localTime } from '../../platform/zone-clock.ts'

const zonesByCountry = new Map<string, string[]>()

/** The zones to mind for a person: their own, all of their country, or the workspace's. */
export function zonesOf(person: { zone: string | null; country: string | null }, workspaceZone: string): string[] {
  if (person.zone && isZone(person.zone)) return [person.zone]
  const ofCountry = person.country ? zonesOfCountry(person.country) : []
  if (ofCountry.length > 0) return ofCountry
  return [isZone(workspaceZone) ? workspaceZone : 'UTC']
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
  return (locale.getTimeZones?.() ?? locale.timeZones ?? []).filter(isZone)
}
