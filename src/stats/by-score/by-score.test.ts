import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isotonic, scoreTable } from './index.ts'

test('smoothed shares never fall, keep the mean, and leave rising shares alone', () => {
  const row = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 50 }))
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), rows => {
      const [values, weights] = [rows.map(([value]) => value), rows.map(([, weight]) => weight)]
      const fitted = isotonic(values, weights).map(Number)
      const mean = (list: number[]) => list.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)
      fitted.forEach((value, i) => {
        expect(value).toBeGreaterThanOrEqual((fitted[i - 1] ?? 0) - 1e-12)
      })
      expect(mean(fitted)).toBeCloseTo(mean(values), 6)
      expect(isotonic(fitted, weights).every((value, i) => Math.abs(Number(value) - (fitted[i] ?? 0)) < 1e-12)).toBe(
        true,
      )
    }),
  )
})

test('seven is not eight: the difference has its own interval, and three classes are shown to lose it', () => {
  const table = scoreTable({
    n: [12, 5, 9, 14, 20, 60, 55, 1300, 2400, 210, 300],
    hits: [4, 2, 3, 7, 9, 33, 28, 148, 533, 175, 258],
  })
  expect(table.eightMinusSeven?.difference).toBeCloseTo(533 / 2400 - 148 / 1300, 12)
  expect(table.eightMinusSeven?.lower).toBeGreaterThan(0.07)
  expect(table.lostByClasses?.p).toBeLessThan(1e-6)
})

test('a score that nobody gave has no share', () => {
  const none = new Array<number>(11).fill(0)
  const table = scoreTable({ n: none, hits: none })
  expect(table.rows[7]).toEqual({ score: 7, n: 0, share: null, lower: null, upper: null, smoothed: null })
  expect(table).toMatchObject({ eightMinusSeven: null, trend: null, lostByClasses: null })
})

test('ten scores instead of eleven are refused', () => {
  expect(() => scoreTable({ n: [1], hits: [1] })).toThrow(/eleven/)
})
