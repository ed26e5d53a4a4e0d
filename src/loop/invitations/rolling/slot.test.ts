import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { momentAt } from '../../../platform/zone-clock.ts'
import { slotOf } from './slot.ts'

const rules = { spreadDays: 7, weekdays: [1, 2, 3, 4, 5], fromHour: 9, untilHour: 17 }
const turn = { planId: 'p', personId: 'q', day: '2026-03-02', zone: 'Europe/Berlin' }

describe('the moment of a turn', () => {
  test('is the same each time', () => {
    expect(slotOf(turn, rules)).toEqual(slotOf(turn, rules))
  })

  test('is spread evenly over the allowed days and the hours of the zone', () => {
    const slots = Array.from({ length: 5000 }, () => slotOf({ ...turn, personId: randomUUID() }, rules))
    const byDay = new Map<number, number>()
    for (const slot of slots) byDay.set(slot.getUTCDay(), (byDay.get(slot.getUTCDay()) ?? 0) + 1)
    expect([...byDay.keys()].sort()).toEqual([1, 2, 3, 4, 5])
    for (const people of byDay.values()) expect(Math.abs(people - 1000)).toBeLessThan(150)
    for (const slot of slots) {
      expect(slot.getUTCHours()).toBeGreaterThanOrEqual(8)
      expect(slot.getUTCHours()).toBeLessThan(16)
    }
  })

  test('waits for an allowed weekday where the spread has none', () => {
    const slot = slotOf({ ...turn, day: '2026-03-07' }, { ...rules, spreadDays: 1 })
    expect(slot.toISOString().slice(0, 10)).toBe('2026-03-09')
  })

  test('follows summer time', () => {
    expect(momentAt('2026-03-28', 9 * 60, 'Europe/Berlin').toISOString()).toBe('2026-03-28T08:00:00.000Z')
    expect(momentAt('2026-03-29', 9 * 60, 'Europe/Berlin').toISOString()).toBe('2026-03-29T07:00:00.000Z')
    expect(momentAt('2026-07-01', 9 * 60, 'America/Los_Angeles').toISOString()).toBe('2026-07-01T16:00:00.000Z')
    expect(momentAt('2026-03-02', 9 * 60, 'Not/AZone').toISOString()).toBe('2026-03-02T09:00:00.000Z')
  })
})
