import { describe, expect, test } from 'vitest'
import { compare, compareMany, guardDifference, guardNested, npsInterval, readScore, type Tally } from './index.ts'

const tally = (promoters: number, passives: number, detractors: number): Tally => ({ promoters, passives, detractors })

describe('the interval that is shown by default', () => {
  test('is the score interval for few answers, and says so', () => {
    expect(npsInterval(tally(9, 6, 4))?.method).toBe('score')
    expect(npsInterval(tally(9, 7, 4))?.method).toBe('adjusted-wald')
  })

  test('is the score interval when a category is empty, however many answered', () => {
    expect(npsInterval(tally(4000, 0, 1000))?.method).toBe('score')
  })

  test('of 25 promoters among 25 answers starts at 73, not at 100', () => {
    expect(npsInterval(tally(25, 0, 0))?.lower).toBeCloseTo(0.7336, 4)
  })

  test('is nothing without answers', () => {
    expect(npsInterval(tally(0, 0, 0))).toBeNull()
  })

  test('refuses a method that does not exist, by name', () => {
    // @ts-expect-error a caller without types may ask for anything
    expect(() => npsInterval(tally(5, 5, 5), { method: 'bayes' })).toThrow(/unknown interval method bayes/)
  })
})

describe('two NPS', () => {
  test('whose intervals overlap can still differ for real', () => {
    const [a, b] = [tally(100, 60, 40), tally(76, 66, 58)]
    const [upper, lower] = [npsInterval(b)?.upper ?? 0, npsInterval(a)?.lower ?? 0]
    expect(upper).toBeGreaterThan(lower)
    expect(compare(a, b)?.verdict).toBe('real')
  })

  test('without answers on a side are not compared', () => {
    expect(compare(tally(5, 3, 2), tally(0, 0, 0))).toBeNull()
  })

  test('are told apart by every method when they lie far apart', () => {
    for (const method of ['mover-score', 'adjusted-wald', 'wald', 'welch'] as const)
      expect(compare(tally(80, 15, 5), tally(20, 30, 50), { method })?.verdict).toBe('real')
  })
})

describe('a list of segments', () => {
  const list = [
    { key: 'DE', tally: tally(70, 30, 20) },
    { key: 'FI', tally: tally(5, 2, 0) },
    { key: 'UK', tally: tally(20, 15, 10) },
    { key: 'US', tally: tally(150, 100, 50) },
  ]
  const whole = tally(245, 147, 80)

  test('hides a small one and the next smallest, so that the small one cannot be worked out', () => {
    const hidden = compareMany(list, whole).filter(segment => segment.suppressed)
    expect(hidden.map(segment => segment.key)).toEqual(['FI', 'UK'])
    for (const segment of hidden) {
      expect(segment.tally).toEqual(tally(0, 0, 0))
      expect([segment.nps, segment.lower, segment.shrunk, segment.p]).toEqual([null, null, null, null])
    }
  })

  test('shows an empty segment as unknown, not as hidden', () => {
    const [empty] = compareMany([{ key: 'SE', tally: tally(0, 0, 0) }], whole)
    expect([empty?.suppressed, empty?.verdict, empty?.nps]).toEqual([false, 'unknown', null])
  })

  test('ranks five promoters of five below a large good segment', () => {
    const few = { key: 'few', tally: tally(5, 0, 0) }
    const many = { key: 'many', tally: tally(400, 80, 20) }
    const poor = { key: 'poor', tally: tally(100, 150, 250) }
    const verdicts = compareMany([few, many, poor], tally(505, 230, 270), { minimum: 0 })
    const shrunk = Object.fromEntries(verdicts.map(segment => [segment.key, segment.shrunk ?? 0]))
    expect(shrunk.few).toBeLessThan(1)
    expect(shrunk.many).toBeCloseTo(0.76, 1)
  })

  test('does not call one of twenty alike segments special', () => {
    const alike = Array.from({ length: 20 }, (_, i) => ({ key: `s${i}`, tally: tally(50 + (i % 3), 30, 20 - (i % 3)) }))
    const all = alike.reduce(
      (sum, one) =>
        tally(sum.promoters + one.tally.promoters, sum.passives + 30, sum.detractors + one.tally.detractors),
      tally(0, 0, 0),
    )
    expect(compareMany(alike, all).every(segment => segment.verdict === 'noise')).toBe(true)
  })

  test('refuses a segment that is larger than the whole', () => {
    expect(() => compareMany([{ key: 'x', tally: tally(50, 0, 0) }], tally(10, 0, 0))).toThrow(RangeError)
  })
})

describe('two filters', () => {
  test('that differ by three people are not both shown', () => {
    const wide = new Set(Array.from({ length: 40 }, (_, i) => i))
    const narrow = new Set([...wide].slice(3))
    expect(guardDifference(narrow, [wide])).toEqual({ allowed: false, reason: 'difference_too_small', size: 3 })
    expect(guardNested({ narrow: 37, wide: 40 }).allowed).toBe(false)
  })

  test('that are the same or far apart are shown', () => {
    const wide = new Set(Array.from({ length: 40 }, (_, i) => i))
    expect(guardDifference(wide, [wide])).toEqual({ allowed: true })
    expect(guardDifference(new Set([...wide].slice(20)), [wide])).toEqual({ allowed: true })
  })
})

describe('reading scores', () => {
  test('takes whole numbers and their text, nothing else', () => {
    expect(readScore(0)).toEqual({ score: 0 })
    expect(readScore(' 10 ')).toEqual({ score: 10 })
    for (const [value, reason] of [
      ['', 'empty'],
      [null, 'empty'],
      ['6.5', 'not_whole'],
      ['9.0', 'not_whole'],
      [7.5, 'not_whole'],
      ['11', 'out_of_range'],
      [-1, 'out_of_range'],
      [Number.POSITIVE_INFINITY, 'out_of_range'],
      ['ten', 'not_a_number'],
      ['0x9', 'not_a_number'],
      [true, 'not_a_number'],
      [Number.NaN, 'not_a_number'],
    ])
      expect(readScore(value)).toEqual({ rejected: reason })
  })
})
