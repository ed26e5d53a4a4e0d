import { describe, expect, test } from 'vitest'
import { categoryShares, locationScale, parallelOdds, proportionalOdds, scenario } from './index.ts'

const category = [0, 0, 1, 1, 2, 2, 2, 1, 0, 2, 1, 2]
const speed = [1, 2, 2, 3, 4, 5, 4, 4, 1, 3, 2, 5]
const fit = proportionalOdds({ category, categories: 3, columns: { speed } })

describe('proportional odds', () => {
  test('turning the answers round turns the sign of every coefficient', () => {
    const turned = proportionalOdds({ category: category.map(own => 2 - own), categories: 3, columns: { speed } })
    expect(turned?.coefficients[0]).toBeCloseTo(-(fit?.coefficients[0] ?? Number.NaN), 8)
    expect(turned?.logLikelihood).toBeCloseTo(fit?.logLikelihood ?? Number.NaN, 9)
  })

  test('weights are repeated rows', () => {
    const weighted = proportionalOdds({ category, categories: 3, columns: { speed }, weights: category.map(() => 2) })
    const repeated = proportionalOdds({
      category: [...category, ...category],
      categories: 3,
      columns: { speed: [...speed, ...speed] },
    })
    expect(weighted?.coefficients[0]).toBeCloseTo(repeated?.coefficients[0] ?? Number.NaN, 9)
    expect(weighted?.se[0]).toBeCloseTo(repeated?.se[0] ?? Number.NaN, 9)
  })

  test('without a finite answer says null: an empty category, perfect separation', () => {
    expect(proportionalOdds({ category: [0, 0, 2, 2], categories: 3, columns: { x: [1, 2, 3, 4] } })).toBeNull()
    expect(proportionalOdds({ category: [0, 0, 1, 1], categories: 2, columns: { x: [1, 2, 3, 4] } })).toBeNull()
  })

  test('refuses categories that do not exist', () => {
    expect(() => proportionalOdds({ category: [3], categories: 3, columns: {} })).toThrow(/0 to 2/)
  })

  test('shares of categories add up to one', () => {
    const shares = fit ? categoryShares(fit, [3]) : []
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  })
})

describe('what if a driver were higher', () => {
  const customers = speed.map(value => [value])

  test('the mean of the prediction today is close to the NPS there is', () => {
    const found = scenario({ fit, customers, name: 'speed', change: 1, values: [-1, 0, 1] })
    expect(found?.now).toBeCloseTo((5 - 3) / 12, 1)
    expect(found?.difference).toBeGreaterThan(0)
    expect(found?.lower).toBeLessThan(found?.difference ?? 0)
  })

  test('no change has no effect and no width', () => {
    expect(scenario({ fit, customers, name: 'speed', change: 0, values: [-1, 0, 1] })).toMatchObject({
      difference: 0,
      lower: 0,
      upper: 0,
    })
  })

  test('an unknown driver is refused by name', () => {
    expect(() => scenario({ fit, customers, name: 'price', change: 1, values: [-1, 0, 1] })).toThrow(/"price"/)
  })
})

describe('countries on one scale', () => {
  const counts = [2, 1, 2, 4, 6, 12, 15, 40, 44, 30, 20]

  test('equal answers are the same place and the same spread', () => {
    const found = locationScale([
      { key: 'FI', counts },
      { key: 'DE', counts: counts.map(count => count * 3) },
    ])
    expect(found?.groups[1]?.location).toBeCloseTo(0, 7)
    expect(found?.groups[1]?.logScale).toBeCloseTo(0, 7)
    expect(found?.chi2).toBeCloseTo(0, 7)
  })

  test('a country that uses the ends has a wider spread', () => {
    const ends = [30, 1, 2, 4, 6, 12, 15, 20, 24, 30, 80]
    const found = locationScale([
      { key: 'FI', counts },
      { key: 'US', counts: ends },
    ])
    expect(found?.groups[1]?.logScale).toBeGreaterThan(0.3)
    expect(found?.p).toBeLessThan(1e-6)
  })

  test('one country, or one that gave a single score, cannot be placed', () => {
    expect(locationScale([{ key: 'FI', counts }])).toBeNull()
    expect(
      locationScale([
        { key: 'FI', counts },
        { key: 'SE', counts: counts.map((_, score) => (score === 8 ? 9 : 0)) },
      ]),
    ).toBeNull()
  })
})

test('two categories have one cut, and one cut is always parallel to itself', () => {
  expect(parallelOdds({ category: [0, 1, 0, 1], categories: 2, columns: { x: [1, 2, 3, 1] } })).toBeNull()
})
