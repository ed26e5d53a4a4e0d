import { type LocalTime, localTime } from '../../platform/zone-clock.ts'
import { type QuietWindow, USUAL_RULES } from '../../vocabulary/index.ts'
import { isPublicHoliday } from './public-holidays.ts'
import { zonesOf } from './zones-of.ts'

/** Where somebody lives, as far as it is known, and where the company does. */
export type Place = { zone: string | null; country: string | null; workspaceZone: string }
/** What keeps a message waiting: the hours of its channel, weekends, holidays. */
export type Quiet = { hours: QuietWindow; weekends: boolean; holidays: boolean; region: string | null }
/** Until when a message waits, and for what. */
export type Waiting = { until: Date; reason: 'quiet_hours' | 'weekend' | 'holiday' }

const QUARTER_MS = 15 * 60_000
const LONGEST_SEARCH = 14 * 96
const MOST_REMEMBERED = 5000
const remembered = new Map<string, Waiting | null>()

/**
 * Whether a message has to wait at this moment, and until when (guarantee G6). Where only the country is known it has to be
 * day in every zone of it. All answers within one quarter of an hour are the same: windows begin and end on quarters, and
 * every zone is shifted by whole ones.
 */
export function quietAt(at: Date, place: Place, quiet: Quiet): Waiting | null {
  const quarter = Math.floor(at.getTime() / QUARTER_MS)
  const key = [quarter, place.zone, place.country, place.workspaceZone, JSON.stringify(quiet)].join('|')
  const known = remembered.get(key)
  if (known !== undefined) return known
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  const found = search(quarter, place, quiet)
  remembered.set(key, found)
  return found
}

/** When the usual quiet hours for mail that hold at `at` end; null when none hold. The first zone that exists counts. */
export function quietUntil(at: Date, zones: (string | null | undefined)[]): Date | null {
  const [zone] = zones.flatMap(name =>
    name && zonesOf({ zone: name, country: null }, 'UTC').includes(name) ? [name] : [],
  )
  const quiet = { hours: USUAL_RULES.quiet.email, weekends: false, holidays: false, region: null }
  return quietAt(at, { zone: zone ?? null, country: null, workspaceZone: 'UTC' }, quiet)?.until ?? null
}

/** What holds at a moment for one person and the rules of a channel; and when the usual night of a zone ends. */
export const quietHours = { at: quietAt, until: quietUntil }

/** Steps by quarters, so that every change of summer time, doubled or missing hour is met as the clocks show it. */
function search(quarter: number, place: Place, quiet: Quiet): Waiting | null {
  const zones = zonesOf(place, place.workspaceZone)
  const reasonAt = (step: number) => reasonIn(zones, new Date((quarter + step) * QUARTER_MS), place.country, quiet)
  const reason = reasonAt(0)
  if (reason === null) return null
  let step = 1
  while (step < LONGEST_SEARCH && reasonAt(step) !== null) step++
  return { until: new Date((quarter + step) * QUARTER_MS), reason }
}

function reasonIn(zones: string[], at: Date, country: string | null, quiet: Quiet): Waiting['reason'] | null {
  for (const zone of zones) {
    const reason = reasonFor(localTime(at, zone), country, quiet)
    if (reason !== null) return reason
  }
  return null
}

function reasonFor(time: LocalTime, country: string | null, quiet: Quiet): Waiting['reason'] | null {
  if (quiet.holidays && country && isPublicHoliday(time.day, country, quiet.region)) return 'holiday'
  if (quiet.weekends && (time.weekday === 0 || time.weekday === 6)) return 'weekend'
  return isWithin(time.minute, quiet.hours) ? 'quiet_hours' : null
}

function isWithin(minute: number, { from, until }: QuietWindow): boolean {
  const [start, end] = [minuteOf(from), minuteOf(until)]
  if (start <= end) return minute >= start && minute < end
  return minute >= start || minute < end
}

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
