import { describe, expect, test } from 'vitest'
import { nextTry } from './back-off.ts'
import { decide, type GateFacts } from './decide.ts'
import { quietUntil } from './quiet-hours.ts'

const at = new Date('2026-03-03T11:00:00Z')
const free: GateFacts = {
  purpose: 'survey',
  expiresAt: new Date('2026-03-05T11:00:00Z'),
  heldAt: null,
  pausedAt: null,
  stoppedAt: null,
  suppression: null,
  basis: 'consent',
  over: false,
  contacts: 0,
  contactLimit: 1,
  personZone: null,
  workspaceZone: 'Europe/Berlin',
}

describe('the gate', () => {
  test.each([
    [{}, 'pass'],
    [{ basis: 'existing_customer' }, 'pass'],
    [{ basis: 'none' }, 'no_basis'],
    [{ basis: null }, 'no_basis'],
    [{ suppression: 'objection' }, 'objection'],
    [{ suppression: 'operator' }, 'operator'],
    [{ contacts: 1 }, 'asked_recently'],
    [{ contacts: 1, contactLimit: 2 }, 'pass'],
    [{ over: true }, 'already_answered'],
    [{ expiresAt: at }, 'expired'],
    [{ heldAt: at }, 'sending_held'],
    [{ pausedAt: at }, 'sender_paused'],
    [{ stoppedAt: at }, 'wave_stopped'],
    [{ personZone: 'Asia/Tokyo' }, 'pass'],
    [{ personZone: 'Asia/Kolkata', contacts: 0 }, 'pass'],
    [{ personZone: 'America/New_York' }, 'quiet_hours'],
  ] as [Partial<GateFacts>, string][])('with %j says %s', (facts, expected) => {
    const decision = decide({ ...free, ...facts }, at)
    expect(decision.pass ? 'pass' : decision.reason).toBe(expected)
  })

  test.each([
    [{ suppression: 'objection' }, 'pass'],
    [{ suppression: 'operator' }, 'pass'],
    [{ suppression: 'hard_bounce' }, 'hard_bounce'],
    [{ suppression: 'complaint' }, 'complaint'],
    [{ suppression: 'erasure' }, 'erasure'],
    [{ basis: null, contacts: 9, personZone: 'America/New_York' }, 'pass'],
  ] as [Partial<GateFacts>, string][])('lets a personal reply with %j: %s', (facts, expected) => {
    const decision = decide({ ...free, purpose: 'case_reply', ...facts }, at)
    expect(decision.pass ? 'pass' : decision.reason).toBe(expected)
  })
})

describe('quiet hours', () => {
  test('end at eight where the person lives, also over both changes of the clock', () => {
    expect(quietUntil(new Date('2026-03-28T23:30:00Z'), ['Europe/Berlin'])).toEqual(new Date('2026-03-29T06:00:00Z'))
    expect(quietUntil(new Date('2026-10-24T22:30:00Z'), ['Europe/Berlin'])).toEqual(new Date('2026-10-25T07:00:00Z'))
    expect(quietUntil(new Date('2026-03-03T19:59:59Z'), ['Europe/Berlin'])).toBeNull()
    expect(quietUntil(new Date('2026-03-03T20:00:00Z'), ['Europe/Berlin'])).toEqual(new Date('2026-03-04T07:00:00Z'))
  })
  test('fall back to the workspace when the zone is unknown', () => {
    expect(quietUntil(at, ['Mars/Olympus', 'Europe/Berlin'])).toBeNull()
    expect(quietUntil(at, [null, 'America/New_York'])).not.toBeNull()
  })
  test('in every zone and at every hour of both changes what is allowed is never night', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    const clock = new Map(
      zones.map(zone => [
        zone,
        new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }),
      ]),
    )
    const starts = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-25', '2026-11-01', '2027-03-14'].map(day =>
      Date.parse(`${day}T00:07:00Z`),
    )
    for (const zone of zones) {
      for (const start of starts) {
        const moment = new Date(start + ((zone.length * 7919) % 24) * 3_600_000)
        const allowed = quietUntil(moment, [zone]) ?? moment
        const hour = Number(clock.get(zone)?.format(allowed))
        expect(hour >= 8 && hour < 21, `${zone} ${allowed.toISOString()}`).toBe(true)
      }
    }
  })
})

test('a message that is put off waits longer each time', () => {
  const waits = [0, 1, 2, 3, 4, 9].map(attempts => (nextTry(at, attempts, 0).getTime() - at.getTime()) / 60_000)
  expect(waits).toEqual([1, 5, 15, 60, 180, 180])
})
