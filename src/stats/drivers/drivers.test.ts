import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importanceIntervals, relativeImportance } from './index.ts'

const survey = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), {
    minLength: 8,
    maxLength: 40,
  })
  .map(rows => ({
    outcome: rows.map(([y]) => y),
    drivers: { speed: rows.map(([, a]) => a), price: rows.map(([, , b]) => b) },
  }))

const total = (shares: number[] | undefined) => (shares ?? []).reduce((sum, share) => sum + share, 0)

describe('drivers', () => {
  test('share R² among themselves without rest, none below zero', () => {
    fc.assert(
      fc.property(survey, answers => {
        const found = relativeImportance(answers)
        if (!found) return
        expect(total(found.shapley)).toBeCloseTo(found.r2, 8)
        expect(total(found.johnson)).toBeCloseTo(found.r2, 6)
        expect(Math.min(...found.shapley, ...found.johnson)).toBeGreaterThanOrEqual(-1e-9)
      }),
    )
  })

  test('that say the same share equally', () => {
    const speed = [1, 2, 3, 4, 5, 3, 2]
    const found = relativeImportance({ outcome: [2, 4, 5, 8, 10, 7, 3], drivers: { speed, copy: speed } })
    expect(found?.shapley[0]).toBeCloseTo(found?.shapley[1] ?? Number.NaN, 10)
    expect(total(found?.johnson)).toBeCloseTo(found?.r2 ?? Number.NaN, 8)
  })

  test('that never vary get nothing', () => {
    const found = relativeImportance({ outcome: [1, 2, 3, 5], drivers: { speed: [1, 2, 3, 4], price: [3, 3, 3, 3] } })
    expect(found?.shapley[1]).toBe(0)
  })

  test('leave out rows with a gap and say how many', () => {
    const found = relativeImportance({ outcome: [1, 2, 3, 5, 9], drivers: { speed: [1, 2, 3, 4, null] } })
    expect(found).toMatchObject({ n: 4, dropped: 1 })
  })

  test('beyond thirteen come from sampled orders, the same for the same seed, and still add up', () => {
    const rows = Array.from({ length: 60 }, (_, i) => i)
    const column = (j: number) => rows.map(i => (i * (j + 3)) % (7 + j))
    const drivers = Object.fromEntries(Array.from({ length: 15 }, (_, j) => [`d${j}`, column(j)]))
    const answers = { outcome: rows.map(i => (i % 7) + (i % 4)), drivers }
    const found = relativeImportance(answers, { orders: 50 })
    expect(found?.method).toBe('sampled orders')
    expect(total(found?.shapley)).toBeCloseTo(total(found?.johnson), 6)
    expect(relativeImportance(answers, { orders: 50 })).toEqual(found)
  })

  test('an outcome that never varies has none', () => {
    expect(relativeImportance({ outcome: [5, 5, 5, 5], drivers: { speed: [1, 2, 3, 4] } })).toBeNull()
  })

  test('refuse columns that do not belong to the answers', () => {
    expect(() => relativeImportance({ outcome: [1, 2], drivers: { speed: [1] } })).toThrow(/"speed"/)
  })
})

describe('intervals of drivers', () => {
  const rows = Array.from({ length: 200 }, (_, i) => i)
  const speed = rows.map(i => (i * 7) % 11)
  const noise = rows.map(i => ((i * 7919) % 101) % 10)
  const outcome = rows.map(i => ((i * 7) % 11) + ((i * 31) % 3))

  test('hold the share, and tell a driver from a column of random numbers', () => {
    const found = importanceIntervals({ outcome, drivers: { speed, noise } }, { samples: 400 })
    for (const { lower, share, upper } of found ?? []) {
      expect(lower).toBeLessThanOrEqual(share + 0.02)
      expect(upper).toBeGreaterThanOrEqual(share - 0.02)
    }
    expect(found?.map(driver => driver.beyondChance)).toEqual([true, false])
  })

  test('are the same for the same seed', () => {
    const once = () => importanceIntervals({ outcome, drivers: { speed, noise } }, { samples: 50, seed: 3 })
    expect(once()).toEqual(once())
  })
})
