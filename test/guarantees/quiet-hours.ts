import fc from 'fast-check'
import { quietAt } from '../../src/loop/messages/quiet-hours.ts'
import { inWindow, timeOfDay } from './_contact-rules.ts'

export const guarantee = 'G6'
export const promise =
  'Nothing leaves in the quiet hours of a person: all time zones, both changes of the clock in 2026 and 2027, any window.'
export const small = { cases: 5000, seed: 11 }
export const long = { cases: 150_000, seed: 11 }

const HOUR = 3_600_000
const DAY = 24 * HOUR
const FROM = Date.parse('2026-01-01T00:00:00Z')
const DAYS = 730

/** The moments in two years at which the clocks of a zone are set, to the day. */
function changesOf(zone: string): number[] {
  const shift = (at: number) => {
    const [hour = 0, minute = 0] = timeOfDay(new Date(at), zone).split(':').map(Number)
    return hour * 60 + minute
  }
  const changes: number[] = []
  for (let day = 0; day < DAYS; day++) {
    const at = FROM + day * DAY
    if (shift(at) !== shift(at + DAY)) changes.push(at)
  }
  return changes
}

const quarter = fc.nat(95).map(n => `${String(Math.floor(n / 4)).padStart(2, '0')}:${['00', '15', '30', '45'][n % 4]}`)
const usual = fc.constantFrom(
  { from: '21:00', until: '08:00' },
  { from: '20:00', until: '09:00' },
  // Inside the hour that is missing in spring and doubled in autumn.
  { from: '22:15', until: '02:30' },
  { from: '02:00', until: '02:45' },
)
const window = fc.oneof(usual, fc.record({ from: quarter, until: quarter }))

/** Moments round every change of the clock and any others; what is allowed must be day by another reading of the clock. */
export async function run({ cases, seed }: { cases: number; seed: number }) {
  const zones = Intl.supportedValuesOf('timeZone')
  const changes = new Map(zones.map(zone => [zone, changesOf(zone)]))
  const moment = fc.constantFrom(...zones).chain(zone => {
    const near = changes.get(zone) ?? []
    const anywhere = fc.integer({ min: FROM, max: FROM + DAYS * DAY })
    const about = fc.tuple(fc.constantFrom(...near, FROM), fc.integer({ min: -26 * HOUR, max: 50 * HOUR }))
    const at =
      near.length > 0
        ? fc.oneof(
            about.map(([change, past]) => change + past),
            anywhere,
          )
        : anywhere
    return fc.record({ zone: fc.constant(zone), at })
  })
  let waited = 0
  const property = fc.property(moment, window, ({ zone, at }, hours) => {
    const quiet = { hours, weekends: false, holidays: false, region: null }
    const place = { zone, country: null, workspaceZone: 'UTC' }
    const waiting = quietAt(new Date(at), place, quiet)
    if (waiting) waited += 1
    const leaves = waiting?.until ?? new Date(at)
    if (inWindow(timeOfDay(leaves, zone), hours)) throw new Error(`left at ${timeOfDay(leaves, zone)} in ${zone}`)
    // Nobody waits where it is day, nor longer than a day and the longest change.
    if (waiting && !inWindow(timeOfDay(new Date(at), zone), hours)) throw new Error(`waits by day in ${zone}`)
    if (leaves.getTime() - at > 26 * HOUR) throw new Error(`waits too long in ${zone}`)
    if (waiting && quietAt(leaves, place, quiet)) throw new Error(`waits again in ${zone}`)
  })
  const result = fc.check(property, { numRuns: cases, seed, endOnFailure: true })
  const set = [...changes.values()].reduce((sum, of) => sum + of.length, 0)
  return {
    name: 'quiet hours over zones and changes of the clock',
    runs: result.numRuns,
    failures: result.failed ? 1 : 0,
    seed,
    detail: result.failed
      ? `${result.errorInstance}: ${JSON.stringify(result.counterexample)}`.slice(0, 400)
      : `${zones.length} zones, ${set} changes, ${waited.toLocaleString('en')} waited for the day, tz ${process.versions.tz}`,
  }
}
