import { expect, test } from 'vitest'
import { figures } from './figures.ts'

const [en, de, fi] = [figures('en'), figures('de'), figures('fi')]

test('numbers are written as the language writes them, with a real minus', () => {
  expect([en.count(2112), de.count(2112), fi.count(2112)]).toEqual(['2,112', '2.112', '2\u00a0112'])
  expect([en.signed(-6, 1), de.signed(-6, 1), fi.signed(6, 1)]).toEqual(['−6.0', '−6,0', '+6,0'])
  expect([en.percent(0.326), de.percent(0.326)]).toEqual(['32.6%', '32,6\u00a0%'])
})

test('a small p is never written as zero', () => {
  expect([en.p(0.00001), en.p(0.0042), en.p(0.021), de.p(0.5)]).toEqual([
    'p < 0.001',
    'p = 0.004',
    'p = 0.02',
    'p = 0,50',
  ])
})

test('what rounds to zero has no sign', () => {
  expect([en.signed(-0.2), en.number(-0.2, 0)]).toEqual(['0', '0'])
})

test('a day is the same day in every zone', () => {
  expect(figures('en', 'America/Los_Angeles').date('2026-11-01')).toBe('1 Nov 2026')
  expect(figures('en', 'America/Los_Angeles').moment('2026-11-01T02:00:00Z')).toContain('31 Oct 2026')
})

test('how long ago is said in words', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  expect(en.ago('2026-11-21T10:00:00Z', now)).toBe('2 hours ago')
  expect(de.ago('2026-11-22T12:00:00Z', now)).toBe('morgen')
})
