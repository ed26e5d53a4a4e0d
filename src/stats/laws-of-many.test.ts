import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answered, count, holds, known, tallies } from '../../test/harness/tallies.ts'
import {
  compareMany,
  level,
  mergeTallies,
  nullTransition,
  pAdjust,
  pairedChange,
  randomEffects,
  sharedPrior,
  sizeOf,
  type Tally,
  transitionShares,
  wilson,
} from './index.ts'

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
