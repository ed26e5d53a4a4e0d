import { describe, expect, test } from 'vitest'
import { randomStream } from '../random.ts'
import {
  alwaysValid,
  cuped,
  expectedGain,
  groupSequentialBounds,
  missingOutcomes,
  qiniCurve,
  stayingChance,
} from './index.ts'

describe('looking more than once', () => {
  test('all looks together keep the error that was asked for', () => {
    for (const type of ['pocock', 'obrien_fleming'] as const)
      for (const looks of [1, 2, 5, 12])
        expect(stayingChance(groupSequentialBounds(looks, { type, alpha: 0.05 }).bounds)).toBeCloseTo(0.95, 9)
  })

  test('with the usual 1.96 at five looks would cry wolf in 14 of 100', () => {
    expect(1 - stayingChance([1.96, 1.96, 1.96, 1.96, 1.96])).toBeCloseTo(0.142, 3)
  })

  test('an always-valid p never rises again', () => {
    const { p } = alwaysValid({ n: [100, 200, 300], difference: [0.4, 0.1, 0] }, { variance: 1, tau2: 0.01 })
    expect(p[1]).toBeLessThanOrEqual(p[0] ?? 0)
    expect(p[2]).toBeLessThanOrEqual(p[1] ?? 0)
  })

  test('more than fifty looks, or half a look, are refused', () => {
    expect(() => groupSequentialBounds(2.5)).toThrow(/whole number/)
    expect(() => alwaysValid({ n: [0], difference: [0] }, { variance: 1, tau2: 1 })).toThrow(/n must be at least 1/)
  })
})

describe('what was known before', () => {
  test('narrows the effect without moving it far', () => {
    const arm = (lift: number, seed: number) => {
      const stream = randomStream(seed)
      const before = Array.from({ length: 400 }, () => 10 * stream())
      return { before, after: before.map(value => value + lift + stream()) }
    }
    const found = cuped(arm(1, 1), arm(0, 2))
    expect(found?.adjusted.difference).toBeCloseTo(1, 1)
    expect(found?.varianceRatio).toBeLessThan(0.05)
  })

  test('of one customer, or without any spread, is null', () => {
    expect(cuped({ after: [1], before: [1] }, { after: [1, 2], before: [1, 2] })).toBeNull()
    expect(cuped({ after: [1, 2], before: [3, 3] }, { after: [1, 2], before: [3, 3] })).toBeNull()
  })
})

describe('outcomes that are not known', () => {
  test('widen the difference to what they could make of it', () => {
    const found = missingOutcomes(
      { successes: 60, failures: 30, missing: 10 },
      { successes: 50, failures: 45, missing: 5 },
    )
    expect(found?.worst.difference).toBeCloseTo(0.6 - 0.55, 12)
    expect(found?.best.difference).toBeCloseTo(0.7 - 0.5, 12)
    expect(found?.robust).toBe(false)
    expect(found?.response.difference).toBeCloseTo(-0.05, 12)
  })

  test('an arm without anybody has no difference', () => {
    expect(
      missingOutcomes({ successes: 0, failures: 0, missing: 0 }, { successes: 1, failures: 0, missing: 0 }),
    ).toBeNull()
  })
})

describe('uplift', () => {
  const stream = randomStream(4)
  const rows = Array.from({ length: 2000 }, () => {
    const [treated, helped] = [stream() < 0.5, stream() < 0.5]
    return { treated, helped, success: stream() < (treated && helped ? 0.6 : 0.3) }
  })

  test('a model that knows whom it helps beats random targeting, the reverse loses', () => {
    const curve = (sign: number) =>
      qiniCurve(
        rows.map(row => ({ ...row, predicted: sign * (row.helped ? 1 : 0) })),
        { samples: 200 },
      )
    expect(curve(1)?.lower).toBeGreaterThan(0)
    expect(curve(-1)?.upper).toBeLessThan(0)
    expect(curve(1)?.effectOnAll).toBeCloseTo(curve(-1)?.effectOnAll ?? Number.NaN, 12)
  })

  test('a model that tells nobody apart is worth exactly nothing', () => {
    expect(
      qiniCurve(
        rows.map(row => ({ ...row, predicted: 1 })),
        { samples: 0 },
      )?.qini,
    ).toBeCloseTo(0, 12)
  })

  test('expected gain is higher for those who are helped', () => {
    const found = expectedGain({
      treated: rows.map(row => row.treated),
      success: rows.map(row => row.success),
      columns: { helped: rows.map(row => (row.helped ? 1 : 0)) },
    })
    const [yes, no] = [rows.findIndex(row => row.helped), rows.findIndex(row => !row.helped)]
    expect((found?.gain[yes] ?? 0) - (found?.gain[no] ?? 0)).toBeGreaterThan(0.2)
  })

  test('without an untreated arm there is nothing to compare', () => {
    expect(qiniCurve([{ treated: true, success: true, predicted: 1 }])).toBeNull()
  })
})
