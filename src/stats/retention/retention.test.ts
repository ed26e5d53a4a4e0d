import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  classIntervals,
  coxFit,
  groupColumns,
  kaplanMeier,
  kaplanMeierByGroup,
  landmarkRetention,
  logRank,
  restrictedMean,
  survivalAt,
} from './index.ts'

const customers = fc
  .array(fc.record({ time: fc.integer({ min: 0, max: 30 }), status: fc.integer({ min: 0, max: 1 }) }), { minLength: 1 })
  .map(rows => ({ time: rows.map(row => row.time), status: rows.map(row => row.status), rows }))

describe('retention', () => {
  test('never rises, stays in 0..1 and lies within its limits', () => {
    fc.assert(
      fc.property(customers, ({ time, status }) => {
        const { survival, lower, upper } = kaplanMeier(time, status)
        survival.forEach((value, i) => {
          expect(value).toBeLessThanOrEqual(survival[i - 1] ?? 1)
          expect(value).toBeGreaterThanOrEqual(0)
          expect((lower[i] ?? 0) - value).toBeLessThanOrEqual(1e-12)
          expect(value - (upper[i] ?? 1)).toBeLessThanOrEqual(1e-12)
        })
      }),
    )
  })

  test('does not depend on the order of customers', () => {
    fc.assert(
      fc.property(customers, ({ rows }) => {
        const turned = rows.toReversed()
        const curve = (list: typeof rows) =>
          kaplanMeier(
            list.map(row => row.time),
            list.map(row => row.status),
          )
        expect(curve(turned)).toEqual(curve(rows))
      }),
    )
  })

  test('without censoring is the plain share still there, and its mean the plain mean', () => {
    const time = [1, 2, 2, 5, 9]
    const curve = kaplanMeier(time, [1, 1, 1, 1, 1])
    expect(survivalAt(curve, 2)?.survival).toBeCloseTo(0.4, 12)
    expect(restrictedMean(curve)?.mean).toBeCloseTo(19 / 5, 12)
  })

  test('says nothing beyond the last customer seen', () => {
    expect(survivalAt(kaplanMeier([3, 5], [1, 0]), 6)).toBeNull()
    expect(restrictedMean(kaplanMeier([3, 5], [1, 0]), 6)).toBeNull()
  })

  test('refuses times below zero and statuses that are neither left nor there', () => {
    expect(() => kaplanMeier([-1], [1])).toThrow(/at least 0/)
    expect(() => kaplanMeier([1], [2])).toThrow(/status must be 1/)
    expect(() => kaplanMeier([1, 2], [1])).toThrow(/one length/)
  })

  test('of groups orders numbers as numbers and names by alphabet', () => {
    const groups = (group: (string | number)[]) =>
      kaplanMeierByGroup({ time: group.map(() => 1), status: group.map(() => 1), group }).map(curve => curve.group)
    expect(groups([10, 9, 2])).toEqual(['2', '9', '10'])
    expect(groups(['promoter', 'detractor'])).toEqual(['detractor', 'promoter'])
  })
})

describe('log-rank', () => {
  test('finds nothing where the groups are copies of each other', () => {
    const test = logRank({
      time: [1, 4, 6, 1, 4, 6],
      status: [1, 0, 1, 1, 0, 1],
      group: ['a', 'a', 'a', 'b', 'b', 'b'],
    })
    expect(test?.chi2).toBeCloseTo(0, 12)
    expect(test?.p).toBeCloseTo(1, 12)
  })

  test('of one group is no test', () => {
    expect(logRank({ time: [1, 2], status: [1, 1], group: ['a', 'a'] })).toBeNull()
  })
})

describe('Cox regression', () => {
  test('has no finite hazard ratio where only one group leaves', () => {
    const columns = { promoter: [1, 1, 1, 0, 0, 0] }
    expect(coxFit({ time: [5, 5, 5, 1, 2, 3], status: [0, 0, 0, 1, 1, 1], columns })).toBeNull()
  })

  test('is null when nobody left or columns repeat each other', () => {
    expect(coxFit({ time: [1, 2], status: [0, 0], columns: { x: [1, 0] } })).toBeNull()
    const x = [1, 0, 1, 0, 1]
    expect(coxFit({ time: [1, 2, 3, 4, 5], status: [1, 1, 1, 1, 0], columns: { x, y: x } })).toBeNull()
  })

  test('gives the same hazard ratio in any unit of time', () => {
    const status = [1, 1, 0, 1, 1, 1]
    const columns = { x: [1, 0, 1, 1, 0, 0] }
    const days = coxFit({ time: [30, 60, 90, 120, 150, 180], status, columns })
    const months = coxFit({ time: [1, 2, 3, 4, 5, 6], status, columns })
    expect(days?.coefficients[0]).toBeCloseTo(months?.coefficients[0] ?? Number.NaN, 10)
  })

  test('splitting a customer without a change of class changes nothing', () => {
    const whole = coxFit({ time: [4, 6, 7, 9], status: [1, 1, 0, 1], columns: { x: [1, 0, 1, 0] } })
    const split = coxFit({
      start: [0, 2, 0, 0, 0],
      time: [2, 4, 6, 7, 9],
      status: [0, 1, 1, 0, 1],
      columns: { x: [1, 1, 0, 1, 0] },
    })
    expect(split?.coefficients[0]).toBeCloseTo(whole?.coefficients[0] ?? Number.NaN, 9)
    expect(split?.se[0]).toBeCloseTo(whole?.se[0] ?? Number.NaN, 9)
  })
})

describe('the clock', () => {
  test('starts at the answer, and whoever had left before is not counted', () => {
    const found = landmarkRetention([
      { group: 'promoter', askedAt: 100, leftAt: 110, seenUntil: 200 },
      { group: 'promoter', askedAt: 150, leftAt: null, seenUntil: 200 },
      { group: 'detractor', askedAt: 100, leftAt: 90, seenUntil: 200 },
      { group: 'detractor', askedAt: 100, leftAt: 103, seenUntil: 200 },
    ])
    expect(found.excluded).toBe(1)
    expect(found.curves.map(curve => [curve.group, curve.n, curve.times])).toEqual([
      ['detractor', 1, [3]],
      ['promoter', 2, [10]],
    ])
  })

  test('with a delay leaves out those who left within it', () => {
    const leaver = { group: 'passive', askedAt: 0, leftAt: 20, seenUntil: 365 }
    expect(landmarkRetention([leaver], { delay: 30 }).excluded).toBe(1)
  })

  test('gives each class only the time after its answer', () => {
    const customer = { since: 10, leftAt: 40, seenUntil: 90, answers: [{ at: 30, group: 'detractor' }] }
    expect(classIntervals(customer)).toEqual([
      { start: 0, time: 20, status: 0, group: 'none' },
      { start: 20, time: 30, status: 1, group: 'detractor' },
    ])
    expect(groupColumns(['none', 'detractor'], 'none')).toEqual({ detractor: [0, 1] })
  })

  test('counting a promoter from the purchase would flatter: immortal time', () => {
    // Everybody leaves at the same pace; only those who lasted 50 days were ever asked.
    const lives = Array.from({ length: 200 }, (_, i) => i + 1)
    const rows = lives.flatMap(life =>
      classIntervals({
        since: 0,
        leftAt: life,
        seenUntil: 300,
        answers: life > 50 ? [{ at: 50, group: 'promoter' }] : [],
      }),
    )
    const honest = kaplanMeierByGroup({
      time: rows.map(row => row.time),
      status: rows.map(row => row.status),
      start: rows.map(row => row.start),
      group: rows.map(row => row.group),
    })
    const promoter = honest.find(curve => curve.group === 'promoter')
    expect(promoter?.times[0]).toBe(51)
    expect(promoter?.survival[0]).toBeCloseTo(149 / 150, 12)
  })
})
