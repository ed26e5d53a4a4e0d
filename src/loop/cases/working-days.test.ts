import { describe, expect, test } from 'vitest'
import { afterWorkingDays, endOfDay } from './index.ts'

const due = (from: string, days: number, zone: string) => afterWorkingDays(new Date(from), days, zone).toISOString()

describe('working days', () => {
  test.each([
    ['on Wednesday the next day at the same time', '2026-11-18T08:12:00Z', 1, '2026-11-19T08:12:00.000Z'],
    ['on Friday the Monday after', '2026-11-20T08:12:00Z', 1, '2026-11-23T08:12:00.000Z'],
    ['at a weekend counted from Monday, 9 o’clock', '2026-11-21T20:00:00Z', 1, '2026-11-24T08:00:00.000Z'],
    ['three days over a weekend', '2026-11-19T08:12:00Z', 3, '2026-11-24T08:12:00.000Z'],
    ['over the end of summer time, same clock', '2026-10-23T08:00:00Z', 1, '2026-10-26T09:00:00.000Z'],
    ['over the begin of summer time, same clock', '2026-03-27T09:00:00Z', 1, '2026-03-30T08:00:00.000Z'],
  ])('%s', (_name, from, days, wanted) => {
    expect(due(from, days, 'Europe/Berlin')).toBe(wanted)
  })

  test('the zone decides which day it is', () => {
    expect(due('2026-11-20T23:30:00Z', 1, 'Europe/Helsinki')).toBe('2026-11-24T07:00:00.000Z')
    expect(due('2026-11-20T23:30:00Z', 1, 'America/New_York')).toBe('2026-11-23T23:30:00.000Z')
  })

  test('a day ends at midnight of its zone', () => {
    expect(endOfDay(new Date('2026-11-20T12:00:00Z'), 'Europe/Helsinki').toISOString()).toBe('2026-11-20T22:00:00.000Z')
  })
})
