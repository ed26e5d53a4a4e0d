import { describe, expect, test } from 'vitest'
import { batchesOf, ratingSummary } from './rating-summary.ts'
import { wilson } from './share-interval.ts'

describe('ratings of one scale', () => {
  test('CSAT: the good part is 4 and 5, with the limits of Wilson', () => {
    const found = ratingSummary('csat', [10, 5, 20, 40, 25])
    expect(found).toMatchObject({ n: 100, good: { count: 65, share: 0.65 }, bad: { count: 15 } })
    const { lower, upper } = wilson(65, 100) ?? { lower: 0, upper: 0 }
    expect(found?.good).toMatchObject({ lower, upper, method: 'wilson' })
  })

  test('CES: mean of 1 to 7 as R says, t.test(c(7,6,6,5,2))$conf.int', () => {
    const found = ratingSummary('ces', [0, 1, 0, 0, 1, 2, 1])
    expect(found?.mean).toBeCloseTo(5.2, 12)
    expect(found?.meanInterval?.lower).toBeCloseTo(2.8115, 3)
    expect(found?.meanInterval?.upper).toBe(7)
    expect(found?.good.count).toBe(4)
  })

  test('nobody answered, or the scale has no parts: no figure', () => {
    expect(ratingSummary('stars', [0, 0, 0, 0, 0])).toBeNull()
    expect(ratingSummary('nps', [1, 2])).toBeNull()
  })

  test('one answer, or all the same: a mean without an interval', () => {
    expect(ratingSummary('stars', [0, 0, 0, 0, 1])?.meanInterval).toBeNull()
    expect(ratingSummary('stars', [0, 0, 0, 0, 9])?.meanInterval).toBeNull()
  })
})

describe('batches', () => {
  test('each holds the minimum, and one more at the end changes none before it', () => {
    const sizes = [4, 7, 3, 2, 6, 1, 9, 12]
    const whole = batchesOf(sizes, 10)
    for (const batch of whole) expect(batch.reduce((sum, at) => sum + (sizes[at] ?? 0), 0)).toBeGreaterThanOrEqual(10)
    expect(batchesOf([...sizes, 3], 10).slice(0, whole.length)).toEqual(whole)
  })
})
