import { expect, test } from 'vitest'
import { lengthOf, periodOf, rangeBefore } from './period.ts'
import { startsBetween } from './trend.ts'

const ever = { first: '2025-01-10', last: '2026-11-20' }

test('without a wish it is the last twelve weeks, compared with the twelve before', () => {
  const period = periodOf({}, '2026-11-21', ever)
  expect(period).toEqual({ from: '2026-08-30', to: '2026-11-21', chosen: 'default' })
  expect(lengthOf(period)).toBe(84)
  expect(rangeBefore(period, 'before')).toEqual({ from: '2026-06-07', to: '2026-08-29' })
})

test('a year ago means the same weekdays', () => {
  expect(rangeBefore(periodOf({}, '2026-11-21', ever), 'year')).toEqual({ from: '2025-08-31', to: '2025-11-22' })
})

test('where the last twelve weeks are empty, everything is shown and nothing compared', () => {
  const period = periodOf({}, '2026-11-21', { first: '1984-05-01', last: '1985-06-01' })
  expect(period).toEqual({ from: '1984-05-01', to: '1985-06-01', chosen: 'all' })
  expect(rangeBefore(period, 'before')).toBeNull()
})

test('before the first answer the period is still one', () => {
  expect(periodOf({}, '2026-11-21', null).chosen).toBe('default')
  expect(periodOf({ period: 'all' }, '2026-11-21', null)).toEqual({
    from: '2026-11-21',
    to: '2026-11-21',
    chosen: 'all',
  })
})

test('empty months stay in the trend', () => {
  expect(startsBetween({ from: '2026-01-31', to: '2026-04-01' }, 'month')).toEqual([
    '2026-01-01',
    '2026-02-01',
    '2026-03-01',
    '2026-04-01',
  ])
  expect(startsBetween({ from: '2026-11-18', to: '2026-11-30' }, 'week')).toEqual([
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
  ])
})
