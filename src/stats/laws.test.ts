import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answered,
  confs,
  good,
  holds,
  known,
  methods,
  swapped,
  tallies,
  times,
  width,
} from '../../test/harness/tallies.ts'
import { compare, mergeTallies, nps, npsInterval, rake, sizeOf, tallyOf, weightedNps } from './index.ts'

describe('one NPS', () => {
  test('lies between −1 and 1, and is null exactly without answers', () => {
    holds(
      fc.property(tallies(), tally => {
        const value = nps(tally)
        expect(value === null).toBe(sizeOf(tally) === 0)
        if (value !== null) expect(Math.abs(value)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('of merged tallies is the NPS of the pooled answers', () => {
    const answers = fc.array(fc.nat({ max: 10 }), { maxLength: 60 })
    const tallied = (scores: number[]) => {
      const counts = new Array<number>(11).fill(0)
      for (const score of scores) counts[score] = (counts[score] ?? 0) + 1
      return tallyOf(counts)
    }
    holds(
      fc.property(answers, answers, (a, b) => {
        expect(mergeTallies(tallied(a), tallied(b))).toEqual(tallied([...b, ...a].reverse()))
      }),
    )
  })
})

describe('the interval of one NPS', () => {
  test('lies within −1..1 and holds the point where the method is not centred elsewhere', () => {
    holds(
      fc.property(answered(), confs, (tally, conf) => {
        const { lower, upper } = known(npsInterval(tally, { conf }))
        const point = nps(tally) ?? Number.NaN
        expect(lower).toBeGreaterThanOrEqual(-1)
        expect(upper).toBeLessThanOrEqual(1)
        expect(lower).toBeLessThanOrEqual(point)
        expect(upper).toBeGreaterThanOrEqual(point)
      }),
    )
  })

  test('has a width whatever the answers are', () => {
    holds(
      fc.property(answered(), methods, (tally, method) => {
        expect(width(npsInterval(tally, { method }))).toBeGreaterThan(0)
      }),
    )
  })

  test('shrinks when every count grows by the same factor', () => {
    holds(
      fc.property(answered(), methods, fc.integer({ min: 2, max: 50 }), (tally, method, factor) => {
        expect(width(npsInterval(times(tally, factor), { method }))).toBeLessThan(width(npsInterval(tally, { method })))
      }),
    )
  })

  test('is mirrored when promoters and detractors change places', () => {
    holds(
      fc.property(answered(), methods, confs, (tally, method, conf) => {
        const here = known(npsInterval(tally, { method, conf }))
        const there = known(npsInterval(swapped(tally), { method, conf }))
        expect(here.lower).toBeCloseTo(-there.upper, 12)
        expect(here.upper).toBeCloseTo(-there.lower, 12)
      }),
    )
  })

  test('widens with confidence', () => {
    holds(
      fc.property(answered(), methods, (tally, method) => {
        const narrow = npsInterval(tally, { method, conf: 0.8 })
        expect(width(npsInterval(tally, { method, conf: 0.99 }))).toBeGreaterThan(width(narrow) - 1e-12)
      }),
    )
  })

  test('stays right for a thousand million answers', () => {
    for (const tally of [
      { promoters: 1e9, passives: 0, detractors: 0 },
      { promoters: 1e9 - 1, passives: 0, detractors: 1 },
      { promoters: 4e8, passives: 3e8, detractors: 3e8 },
      { promoters: 0, passives: 1e9, detractors: 0 },
    ])
      for (const method of good) {
        const { lower, upper } = known(npsInterval(tally, { method }))
        expect(upper - lower).toBeGreaterThan(0)
        expect(upper - lower).toBeLessThan(2e-4)
      }
  })
})

describe('weights', () => {
  const scored = fc.array(fc.nat({ max: 10 }), { minLength: 1, maxLength: 50 })

  test('that are all equal change nothing', () => {
    holds(
      fc.property(scored, fc.double({ min: 0.01, max: 100, noNaN: true }), (scores, weight) => {
        const counts = new Array<number>(11).fill(0)
        for (const score of scores) counts[score] = (counts[score] ?? 0) + 1
        const plain = known(npsInterval(tallyOf(counts)))
        const weighted = weightedNps(scores.map(score => ({ score, weight })))
        expect(weighted?.nps).toBeCloseTo(nps(tallyOf(counts)) ?? Number.NaN, 9)
        expect(weighted?.nEffective).toBeCloseTo(scores.length, 6)
        if (plain.method === weighted?.method) {
          expect(weighted.lower).toBeCloseTo(plain.lower, 6)
          expect(weighted.upper).toBeCloseTo(plain.upper, 6)
        }
      }),
    )
  })

  test('of 1 give the very same interval', () => {
    holds(
      fc.property(scored, scores => {
        const counts = new Array<number>(11).fill(0)
        for (const score of scores) counts[score] = (counts[score] ?? 0) + 1
        const plain = known(npsInterval(tallyOf(counts)))
        const weighted = weightedNps(scores.map(score => ({ score, weight: 1 })))
        expect([weighted?.lower, weighted?.upper, weighted?.method]).toEqual([plain.lower, plain.upper, plain.method])
      }),
    )
  })

  test('from raking have the margins they were made for, whatever the order of answers', () => {
    const sexes = fc.array(fc.constantFrom('f', 'm'), { minLength: 6, maxLength: 40 })
    holds(
      fc.property(sexes, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (groups, f) => {
        fc.pre(groups.includes('f') && groups.includes('m'))
        const { weights = [] } = rake([{ groups, targets: { f, m: 1 - f } }]) ?? {}
        const women = weights.reduce((all, weight, i) => all + (groups[i] === 'f' ? weight : 0), 0)
        expect(women / groups.length).toBeCloseTo(f, 10)
      }),
    )
  })
})

describe('two NPS', () => {
  test('change sign when they change places', () => {
    holds(
      fc.property(answered(), answered(), (a, b) => {
        const [here, there] = [compare(a, b), compare(b, a)]
        expect(here?.difference).toBeCloseTo(-(there?.difference ?? Number.NaN), 12)
        expect(here?.lower).toBeCloseTo(-(there?.upper ?? Number.NaN), 10)
        expect(here?.p).toBeCloseTo(there?.p ?? Number.NaN, 9)
      }),
    )
  })

  test('are told apart exactly when the interval leaves out 0', () => {
    holds(
      fc.property(answered(300), answered(300), confs, (a, b, conf) => {
        const found = compare(a, b, { conf })
        if (found === null) throw new Error('a comparison was expected')
        fc.pre(Math.abs(found.p - (1 - conf)) > 1e-9)
        expect(found.verdict === 'real').toBe(found.lower > 0 || found.upper < 0)
      }),
    )
  })
})
