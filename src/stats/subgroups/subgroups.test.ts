import { describe, expect, test } from 'vitest'
import { randomStream } from '../random.ts'
import { discoverSubgroups, subgroupTests } from './index.ts'

const stream = randomStream(11)
const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(stream() * values.length)] as Value
const rows = Array.from({ length: 2400 }, () => ({
  country: pick(['FI', 'DE', 'US']),
  plan: pick(['free', 'team', 'firm']),
  agent: pick(['a', 'b', 'c', 'd']),
}))
const attributes = {
  country: rows.map(row => row.country),
  plan: rows.map(row => row.plan),
  agent: rows.map(row => row.agent),
}
const anyScore = () => pick([3, 5, 7, 8, 8, 9, 9, 10])
const alike = rows.map(anyScore)
const planted = rows.map(row => (row.country === 'DE' && row.plan === 'free' ? pick([1, 2, 5, 6, 7]) : anyScore()))

describe('subgroup discovery', () => {
  test('finds a planted subgroup, and the half held back confirms it', () => {
    const { found, lookedAt } = discoverSubgroups(planted, attributes, { permutations: 200 })
    const conditions = [
      { attribute: 'country', value: 'DE' },
      { attribute: 'plan', value: 'free' },
    ]
    const best = found.find(group => group.conditions.length === 2)
    expect(best?.conditions).toEqual(conditions)
    expect(best?.confirmed).toBe(true)
    expect(Math.abs(best?.shrunk ?? 9)).toBeLessThan(Math.abs(best?.difference ?? 0))
    expect(lookedAt).toBeGreaterThan(30)
  })

  test('among customers who are all alike finds nothing, where unadjusted stars would', () => {
    const { found, lookedAt } = discoverSubgroups(alike, attributes, { permutations: 200, holdBack: 0 })
    const raw = discoverSubgroups(alike, attributes, { correction: 'BH', level: 1, holdBack: 0 }).found
    expect(found).toEqual([])
    expect(raw.filter(group => group.p < 0.05).length).toBeGreaterThan(0)
    expect(raw.length).toBe(lookedAt)
  })

  test('looks at no subgroup, and no complement, smaller than the minimum', () => {
    const { found } = discoverSubgroups(planted, attributes, { correction: 'BY', minimum: 100, level: 1 })
    expect(Math.min(...found.map(group => group.n))).toBeGreaterThanOrEqual(100)
  })

  test('gives the same answer for the same seed', () => {
    const once = () => discoverSubgroups(planted, attributes, { permutations: 50, seed: 5 })
    expect(once()).toEqual(once())
  })

  test('puts customers with an unknown attribute into no subgroup of it', () => {
    const country = rows.map((_, i) => (i < 100 ? 'FI' : null))
    const { found } = discoverSubgroups(planted, { country }, { correction: 'BH', level: 1, holdBack: 0 })
    expect(found.map(group => group.conditions[0]?.value)).toEqual(['FI'])
  })

  test('refuses scores that are no scores and columns of another length', () => {
    expect(() => discoverSubgroups([11], { country: ['FI'] })).toThrow(RangeError)
    expect(() => discoverSubgroups([9], { country: [] })).toThrow(/"country"/)
  })
})

test('a subgroup without answers is neither better nor worse', () => {
  const nobody = { promoters: 0, passives: 0, detractors: 0 }
  const [first] = subgroupTests([
    { key: 'empty', tally: nobody },
    { key: 'all', tally: { promoters: 5, passives: 2, detractors: 1 } },
  ])
  expect(first).toEqual({ key: 'empty', z: null, p: null, q: null, flagged: false })
})
