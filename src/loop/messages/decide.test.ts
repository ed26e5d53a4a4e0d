import { describe, expect, test } from 'vitest'
import { USUAL_RULES } from '../../vocabulary/index.ts'
import { nextTry } from './back-off.ts'
import { decide, type GateFacts } from './decide.ts'
import { quietAt, quietUntil } from './quiet-hours.ts'

const at = new Date('2026-03-03T11:00:00Z')
const free: GateFacts = {
  purpose: 'survey',
  channel: 'email',
  expiresAt: new Date('2026-03-05T11:00:00Z'),
  heldAt: null,
  pausedAt: null,
  stoppedAt: null,
  suppression: null,
  basis: 'consent',
  over: false,
  wantsPauseUntil: null,
  surveysOnly: false,
  contacts: 0,
  ofPurpose: 0,
  reserved: 0,
  reservedUntil: null,
  contactLimit: 1,
  rules: USUAL_RULES,
  personZone: null,
  personCountry: null,
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
    [{ personCountry: 'US' }, 'quiet_hours'],
    [{ personCountry: 'JP' }, 'pass'],
    [{ purpose: 'reminder', contacts: 1 }, 'pass'],
    [{ purpose: 'reminder', contacts: 1, ofPurpose: 2 }, 'purpose_limit'],
    [{ purpose: 'reminder', contacts: 1, rules: { ...USUAL_RULES, followUpsCount: true } }, 'asked_recently'],
    [{ purpose: 'comment_ask', ofPurpose: 1 }, 'purpose_limit'],
    [{ purpose: 'review', reserved: 1, reservedUntil: at }, 'reserved_for'],
    [{ purpose: 'review', reserved: 1, reservedUntil: at, contactLimit: 2 }, 'pass'],
    [{ purpose: 'news', surveysOnly: true }, 'surveys_only'],
    [{ purpose: 'reminder', surveysOnly: true }, 'pass'],
    [{ wantsPauseUntil: new Date('2026-06-01') }, 'paused_by_person'],
    [{ wantsPauseUntil: new Date('2026-03-01') }, 'pass'],
    [{ channel: 'sms', personZone: 'Asia/Kabul', basis: null }, 'no_basis'],
    [{ channel: 'sms', personZone: 'Asia/Tokyo' }, 'quiet_hours'],
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
    [{ wantsPauseUntil: new Date('2026-06-01'), surveysOnly: true, reserved: 3 }, 'pass'],
    [{ basis: null, contacts: 9, personZone: 'America/New_York' }, 'pass'],
  ] as [Partial<GateFacts>, string][])('lets a personal reply with %j: %s', (facts, expected) => {
    const decision = decide({ ...free, purpose: 'case_reply', ...facts }, at)
    expect(decision.pass ? 'pass' : decision.reason).toBe(expected)
  })
})

describe('what gives way to something more important', () => {
  const reservedUntil = new Date('2026-03-04T11:00:00Z')
  test('waits until that is sent, and is refused where that is too late for it', () => {
    const review = { ...free, purpose: 'review' as const, reserved: 1, reservedUntil }
    expect(decide(review, at)).toMatchObject({ state: 'queued', notBefore: new Date('2026-03-04T11:15:00Z') })
    expect(decide({ ...review, expiresAt: reservedUntil }, at)).toMatchObject({
      state: 'blocked',
      reason: 'reserved_for',
    })
  })
})

describe('days off', () => {
  const quiet = { hours: USUAL_RULES.quiet.email, weekends: true, holidays: true, region: null }
  const from = (text: string, country: string, rules: object = {}) =>
    quietAt(new Date(text), { zone: null, country, workspaceZone: 'UTC' }, { ...quiet, ...rules })
  test('make messages wait for the next working morning where the person lives', () => {
    // Maundy Thursday night, Good Friday, the weekend and Easter Monday; in Norway Thursday is free as well.
    expect(from('2026-04-02T18:59:00Z', 'DE')).toBeNull()
    expect(from('2026-04-02T19:00:00Z', 'DE')).toEqual({
      until: new Date('2026-04-07T06:00:00Z'),
      reason: 'quiet_hours',
    })
    expect(from('2026-04-03T10:00:00Z', 'DE')).toEqual({ until: new Date('2026-04-07T06:00:00Z'), reason: 'holiday' })
    expect(from('2026-04-02T10:00:00Z', 'NO')?.reason).toBe('holiday')
    expect(from('2026-06-19T10:00:00Z', 'FI')?.reason).toBe('holiday')
    expect(from('2026-03-07T10:00:00Z', 'DE')).toEqual({ until: new Date('2026-03-09T07:00:00Z'), reason: 'weekend' })
    expect(from('2026-03-07T10:00:00Z', 'DE', { weekends: false })).toBeNull()
    expect(from('2026-06-04T10:00:00Z', 'DE')).toBeNull()
    expect(from('2026-06-04T10:00:00Z', 'DE', { region: 'DE-BY' })?.reason).toBe('holiday')
    expect(from('2026-04-03T10:00:00Z', 'DE', { holidays: false })).toBeNull()
  })
  test('keep a message alive that would be too late because of them', () => {
    const friday = new Date('2026-04-03T10:00:00Z')
    const facts = { ...free, personCountry: 'DE', expiresAt: new Date('2026-04-04T10:00:00Z') }
    expect(decide(facts, friday)).toMatchObject({ reason: 'holiday', keepUntil: new Date('2026-04-04T18:00:00Z') })
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
  const waits = [0, 1, 2, 3, 4, 9].map(attempts => (Number(nextTry(at, attempts, 0)) - at.getTime()) / 60_000)
  expect(waits).toEqual([1, 5, 15, 60, 180, 180])
  expect(nextTry(at, 11), 'a day after the first try').toBeNull()
})
