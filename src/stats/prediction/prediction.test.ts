import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { againstBaseline, auc, binaryMetrics, classMetrics, kappa, logisticFit, midRanks } from './index.ts'

const cases = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 1 })), { minLength: 4, maxLength: 60 })
  .map(rows => ({ predicted: rows.map(([p]) => p / 20), outcome: rows.map(([, y]) => y) }))

describe('predictions', () => {
  test('turning the outcome round turns the AUC round', () => {
    fc.assert(
      fc.property(cases, ({ predicted, outcome }) => {
        const [up, down] = [
          auc(predicted, outcome),
          auc(
            predicted,
            outcome.map(own => 1 - own),
          ),
        ]
        if (up && down) expect(up.auc + down.auc).toBeCloseTo(1, 10)
        if (up?.lower && up.upper) expect(up.lower <= up.auc && up.auc <= up.upper).toBe(true)
      }),
    )
  })

  test('certain and wrong has no finite log loss, and says null', () => {
    expect(binaryMetrics([1, 0.5], [0, 1])?.logLoss).toBeNull()
    expect(classMetrics([[1, 0, 0]], [2])?.logLoss).toBeNull()
  })

  test('the right class with certainty costs nothing, the farthest costs one', () => {
    expect(classMetrics([[0, 0, 1]], [2])?.rankedProbabilityScore).toBe(0)
    expect(classMetrics([[1, 0, 0]], [2])?.rankedProbabilityScore).toBe(1)
  })

  test('refuse shares that do not add up and outcomes that are neither 0 nor 1', () => {
    expect(() => classMetrics([[0.5, 0.6]], [0])).toThrow(/add up/)
    expect(() => auc([0.5], [2])).toThrow(/0 or 1/)
    expect(() => binaryMetrics([1.2], [1])).toThrow(/0\.\.1/)
  })

  test('ties share the mean of their ranks', () => {
    expect(midRanks([5, 1, 5, 3])).toEqual([3.5, 1, 3.5, 2])
  })

  test('a model as good as its baseline is not worth showing', () => {
    expect(againstBaseline([0.2, 0.2], [0.2, 0.2])).toMatchObject({ gain: 0, p: null, worthShowing: false })
  })

  test('agreement by chance is no agreement', () => {
    expect(
      kappa([
        [25, 25],
        [25, 25],
      ])?.kappa,
    ).toBeCloseTo(0, 12)
    expect(
      kappa([
        [10, 0],
        [0, 0],
      ])?.kappa,
    ).toBeNull()
    expect(kappa([])).toBeNull()
  })
})

describe('logistic regression', () => {
  test('counts and single rows agree', () => {
    const counted = logisticFit({ hits: [1, 3, 4], sizes: [4, 5, 5], columns: { score: [7, 8, 9] } })
    const score = [7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9]
    const single = logisticFit({ hits: [1, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 1, 1, 0], columns: { score } })
    expect(single?.slopes[0]).toBeCloseTo(counted?.slopes[0] ?? Number.NaN, 9)
  })

  test('has no finite slope where a column separates hits from misses', () => {
    expect(logisticFit({ hits: [0, 0, 1, 1], columns: { x: [1, 2, 3, 4] } })).toBeNull()
    expect(logisticFit({ hits: [1, 1], columns: { x: [1, 2] } })).toBeNull()
  })
})
