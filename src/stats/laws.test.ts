import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compare,
  compareMany,
  type Interval,
  level,
  mergeTallies,
  type NpsIntervalMethod,
  nps,
  npsInterval,
  nullTransition,
  pAdjust,
  pairedChange,
  rake,
  randomEffects,
  sharedPrior,
  sizeOf,
  type Tally,
  tallyOf,
  transitionShares,
  weightedNps,
  wilson,
} from './index.ts'

const count = (max = 5000) => fc.oneof(fc.nat({ max: 5 }), fc.nat({ max }))
const tallies = (max?: number): fc.Arbitrary<Tally> =>
  fc.record({ promoters: count(max), passives: count(max), detractors: count(max) })
const answered = (max?: number) => tallies(max).filter(tally => sizeOf(tally) > 0)
const confs = fc.constantFrom(0.8, 0.9, 0.95, 0.99)
const good: NpsIntervalMethod[] = ['score', 'adjusted-wald', 'agresti-min', 'mover']
const methods = fc.constantFrom<NpsIntervalMethod | undefined>(undefined, ...good)

const swapped = ({ promoters, passives, detractors }: Tally): Tally => ({
  promoters: detractors,
  passives,
  detractors: promoters,
})
const times = (tally: Tally, factor: number): Tally => ({
  promoters: tally.promoters * factor,
  passives: tally.passives * factor,
  detractors: tally.detractors * factor,
})
const known = (interval: Interval | null): Interval => {
  if (interval === null) throw new Error('an interval was expected')
  return interval
}
const width = (interval: Interval | null): number => known(interval).upper - known(interval).lower
/** 200 in CI; LAW_RUNS for a long search. */
const runs = Number(process.env.LAW_RUNS ?? 200)
const holds = <Values>(law: fc.IRawProperty<Values>) => fc.assert(law, { numRuns: runs })

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

describe('many segments', () => {
  const segments = fc.array(answered(400), { minLength: 1, maxLength: 12 })
  const named = (list: Tally[]) => list.map((tally, i) => ({ key: `s${i}`, tally }))

  test('are corrected upwards, and shrunk between themselves and the rest', () => {
    holds(
      fc.property(segments, list => {
        const verdicts = compareMany(named(list), mergeTallies(...list))
        const shown = verdicts.flatMap(verdict => verdict.nps ?? [])
        for (const { p, q, shrunk, suppressed, nps: own } of verdicts) {
          if (p !== null) expect(q).toBeGreaterThanOrEqual(p)
          expect(suppressed).toBe(own === null)
          if (shrunk === null) continue
          expect(shrunk).toBeGreaterThanOrEqual(Math.min(...shown) - 1e-9)
          expect(shrunk).toBeLessThanOrEqual(Math.max(...shown) + 1e-9)
        }
      }),
    )
  })

  test('give the same verdicts in any order', () => {
    holds(
      fc.property(segments, list => {
        const whole = mergeTallies(...list)
        const forth = compareMany(named(list), whole, { minimum: 0 })
        const back = compareMany(named(list).reverse(), whole, { minimum: 0 }).reverse()
        forth.forEach((verdict, i) => {
          expect(verdict.verdict).toBe(back[i]?.verdict)
          expect(verdict.q ?? 0).toBeCloseTo(back[i]?.q ?? 0, 10)
        })
      }),
    )
  })

  test('never leave exactly one of a published whole hidden', () => {
    holds(
      fc.property(segments, list => {
        const hidden = compareMany(named(list), mergeTallies(...list)).filter(verdict => verdict.suppressed)
        if (list.length > 1) expect(hidden.length).not.toBe(1)
      }),
    )
  })

  test('have a shared prior that keeps every shrunken NPS within −1..1', () => {
    holds(
      fc.property(fc.array(tallies(60), { minLength: 1, maxLength: 8 }), list => {
        for (const value of sharedPrior(list)?.shrunk ?? []) expect(Math.abs(value)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('corrected p-values', () => {
  const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 })

  test('are never below the raw ones and keep their order', () => {
    holds(
      fc.property(ps, fc.constantFrom('bonferroni', 'holm', 'hochberg', 'BH', 'BY'), (p, method) => {
        const adjusted = pAdjust(p, method)
        adjusted.forEach((q, i) => {
          expect(q).toBeGreaterThanOrEqual((p[i] ?? 0) * (1 - 1e-12))
          expect(q).toBeLessThanOrEqual(1)
          p.forEach((other, j) => {
            if (other < (p[i] ?? 0)) expect(adjusted[j]).toBeLessThanOrEqual(q)
          })
        })
      }),
    )
  })
})

describe('shares, transitions and changes', () => {
  test('a share lies in its Wilson interval', () => {
    holds(
      fc.property(fc.nat({ max: 1e9 }), fc.nat({ max: 1e9 }), (a, b) => {
        const [x, n] = [Math.min(a, b), Math.max(a, b, 1)]
        const { lower, upper } = known(wilson(x, n))
        expect(lower).toBeLessThanOrEqual(x / n)
        expect(upper).toBeGreaterThanOrEqual(x / n)
      }),
    )
  })

  test('rows of transitions add up to 1', () => {
    const table = fc.array(fc.array(count(200), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })
    holds(
      fc.property(table, counts => {
        for (const row of transitionShares(counts)) {
          const total = row.reduce((all, cell) => all + (cell.share ?? 0), 0)
          expect(total).toBeCloseTo((row[0]?.n ?? 0) > 0 ? 1 : 0, 12)
        }
      }),
    )
  })

  test('what happens by itself adds up to 1 and leaves the margins as they were', () => {
    const rho = fc.double({ min: -1, max: 1, noNaN: true })
    holds(
      fc.property(answered(), rho, (tally, correlation) => {
        fc.pre(tally.promoters > 0 && tally.passives > 0 && tally.detractors > 0 && correlation > -0.999)
        const rows = nullTransition(tally, correlation)
        const n = sizeOf(tally)
        const shares = [tally.promoters / n, tally.passives / n, tally.detractors / n]
        for (const row of rows) expect(row.reduce((all, share) => all + share, 0)).toBeCloseTo(1, 9)
        shares.forEach((share, column) => {
          const after = rows.reduce((all, row, from) => all + (row[column] ?? 0) * (shares[from] ?? 0), 0)
          expect(after).toBeCloseTo(share, 9)
        })
      }),
    )
  })

  test('a change of the same people is mirrored when the waves change places', () => {
    const table = fc.array(fc.array(count(200), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })
    holds(
      fc.property(table, counts => {
        const turned = counts.map((_, i) => counts.map(row => row[i] ?? 0))
        const [here, there] = [pairedChange(counts), pairedChange(turned)]
        expect(here?.change ?? 0).toBeCloseTo(-(there?.change ?? 0), 12)
        expect(here?.lower ?? 0).toBeCloseTo(-(there?.upper ?? 0), 12)
        if (here !== null) expect(here.upper).toBeGreaterThan(here.lower)
      }),
    )
  })
})

describe('levels and common means', () => {
  test('a level stays within its band and the band within −1..1, with gaps bridged', () => {
    holds(
      fc.property(fc.array(tallies(200), { maxLength: 20 }), list => {
        const found = level(list.map(tally => ({ tally })))
        found.level.forEach((value, t) => {
          if (value === null) return
          expect(found.lower[t]).toBeLessThanOrEqual(value)
          expect(found.upper[t]).toBeGreaterThanOrEqual(value)
        })
        expect(found.level.every(value => value !== null)).toBe(
          list.some(tally => sizeOf(tally) > 0) || list.length === 0,
        )
      }),
    )
  })

  test('shrinkage moves each value towards the mean, never past it', () => {
    const series = fc.array(
      fc.record({ y: fc.double({ min: -1, max: 1, noNaN: true }), v: fc.double({ min: 1e-4, max: 1, noNaN: true }) }),
      { minLength: 1, maxLength: 12 },
    )
    holds(
      fc.property(series, fc.constantFrom('DL', 'REML', 'PM'), (list, method) => {
        const y = list.map(one => one.y)
        const found = randomEffects(
          y,
          list.map(one => one.v),
          method,
        )
        if (found === null) throw new Error('an estimate was expected')
        found.shrunk.forEach((value, i) => {
          const own = y[i] ?? 0
          expect(Math.abs(value - found.mu)).toBeLessThanOrEqual(Math.abs(own - found.mu) + 1e-12)
        })
      }),
    )
  })
})
