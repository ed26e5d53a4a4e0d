import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  averageRunLength,
  changePoint,
  cusumChart,
  ewmaChart,
  loess,
  shareTrend,
  shewhartChart,
  standardised,
} from './index.ts'

const month = (promoters: number, passives: number, detractors: number) => ({ promoters, passives, detractors })

describe('control charts', () => {
  test('an empty month is a gap, not a zero', () => {
    const chart = shewhartChart([month(5, 3, 2), month(0, 0, 0)])
    expect(chart?.nps).toEqual([0.3, null])
    expect(chart?.upper[1]).toBeNull()
    expect(shewhartChart([month(0, 0, 0)])).toBeNull()
    expect(standardised([month(0, 0, 0)], { centre: 0, variance: 1 })).toEqual([null])
  })

  test('a month of four answers has wider limits than one of four hundred', () => {
    const chart = shewhartChart([month(2, 1, 1), month(200, 100, 100)])
    const width = (i: number) => (chart?.upper[i] ?? 0) - (chart?.lower[i] ?? 0)
    expect(width(0)).toBeCloseTo(10 * width(1), 9)
  })

  test('turned upside down alarm at the same moments', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -6, max: 6, noNaN: true })), values => {
        const mirrored = values.map(value => -value)
        const inControl = { mean: 0, sd: 1 }
        expect(ewmaChart(mirrored, inControl).signals).toEqual(ewmaChart(values, inControl).signals)
        expect(cusumChart(mirrored, inControl).signals).toEqual(cusumChart(values, inControl).signals)
      }),
    )
  })

  test('a gap neither raises nor calms', () => {
    expect(cusumChart([3, null, 3], { mean: 0, sd: 1 }).above).toEqual([2.5, 2.5, 5])
    expect(ewmaChart([1, null], { mean: 0, sd: 1 }, { lambda: 0.5 }).ewma).toEqual([0.5, 0.5])
  })

  test('the rate of false alarms is the published one', () => {
    // Published: 500 periods for λ = 0.2, L = 2.962 (Montgomery); one sigma is seen after about 10.
    expect(averageRunLength({ chart: 'ewma', lambda: 0.2, limit: 2.962 })).toBeCloseTo(499.735122, 5)
    expect(averageRunLength({ chart: 'ewma', lambda: 0.2, limit: 2.962, shift: 1 })).toBeLessThan(11)
  })

  test('settings without sense are refused by name', () => {
    expect(() => ewmaChart([1], { mean: 0, sd: 0 })).toThrow(/sd/)
    expect(() => averageRunLength({ chart: 'ewma', lambda: 2, limit: 3 })).toThrow(/lambda/)
    expect(() => averageRunLength({ chart: 'cusum', allowance: 0.5, limit: 0 })).toThrow(/limit/)
  })
})

describe('trends', () => {
  test('LOESS of a straight line is the line, whatever the weights', () => {
    const times = [1, 2, 3, 5, 8, 9]
    const fitted = loess(
      times,
      times.map(t => 2 - t / 4),
      { weights: [1, 400, 3, 2, 7, 1] },
    )
    fitted.forEach((value, i) => {
      expect(value).toBeCloseTo(2 - (times[i] ?? 0) / 4, 9)
    })
  })

  test('a share that is 0 or 1 throughout has no trend', () => {
    expect(shareTrend([0, 0], [5, 5])).toBeNull()
    expect(() => shareTrend([6], [5])).toThrow(/between 0/)
  })
})

describe('a change point', () => {
  test('is found where the answers change, even at five a week', () => {
    const found = changePoint([
      month(4, 1, 0),
      month(5, 0, 0),
      month(4, 1, 0),
      month(0, 1, 4),
      month(0, 0, 5),
      month(1, 0, 4),
    ])
    expect(found?.after.indexOf(Math.max(...(found?.after ?? [])))).toBe(2)
    expect(found?.probability).toBeGreaterThan(0.95)
  })

  test('is less likely than not where nothing changes', () => {
    const same = Array.from({ length: 12 }, () => month(50, 30, 20))
    expect(changePoint(same)?.probability).toBeLessThan(0.1)
  })

  test('probabilities of the place add up to one', () => {
    const counts = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(fc.array(fc.tuple(counts, counts, counts), { minLength: 2, maxLength: 20 }), rows => {
        const found = changePoint(rows.map(([p, a, d]) => month(p, a, d)))
        expect(found?.after.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9)
      }),
    )
  })
})
