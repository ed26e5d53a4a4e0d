import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as stats from './index.ts'

// FUZZ_RUNS=1000000 for the long search; CI takes a slice of it.
const runs = Number(process.env.FUZZ_RUNS ?? 4000)

const wild = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 300 }) },
  { weight: 3, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.double() },
  fc.constantFrom(0, 1, -1, 0.5, 1e9, 1e15, 1e300, 5e-324, Number.NaN, Number.POSITIVE_INFINITY, -0),
)
const sane = fc.oneof(
  { weight: 9, arbitrary: fc.nat({ max: 2000 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1e9, 0.25, 1e12) },
)
const number = fc.oneof({ weight: 3, arbitrary: sane }, { weight: 1, arbitrary: wild })
const tally = fc.record({ promoters: number, passives: number, detractors: number })
const share = fc.record({ x: number, n: number })
const shares = fc.record({ promoter: wild, detractor: wild })
const numbers = fc.array(number, { maxLength: 6 })
const table = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.array(number, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(numbers, { maxLength: 4 }) },
)
const conf = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(0.9, 0.95, 0.99) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 1e-9, 1 - 1e-12, Number.NaN, 2) },
)
const options = fc.record({ conf })
const segment = fc.record({ key: fc.string({ maxLength: 3 }), tally })
const answers = fc.array(fc.record({ score: fc.oneof(fc.nat({ max: 10 }), wild), weight: wild }), { maxLength: 8 })
const margins = fc.array(
  fc.record({
    groups: fc.array(fc.constantFrom('a', 'b'), { minLength: 2, maxLength: 5 }),
    targets: fc.constantFrom({ a: 0.5, b: 0.5 }, { a: 1, b: 0 }, { a: 0.2, b: 0.3 }, { a: 1 }),
  }),
  { maxLength: 3 },
)
const pair = fc.record({ first: fc.nat({ max: 12 }), second: fc.nat({ max: 10 }) })

const cells = fc.array(
  fc.record({
    levels: fc.record({ country: fc.constantFrom('DE', 'FI'), product: fc.constantFrom('A', 'B', 'C') }),
    population: number,
    tally,
  }),
  { maxLength: 6 },
)

type Call = [name: string, call: (...values: never[]) => unknown, ...inputs: fc.Arbitrary<unknown>[]]

const calls: Call[] = [
  ['nps', stats.nps, tally],
  ['npsPoint', stats.npsPoint, tally],
  ['npsInterval', stats.npsInterval, tally, options],
  ['scoreInterval', stats.scoreInterval, tally, conf],
  ['squareAndAddInterval', stats.squareAndAddInterval, tally, conf],
  ['agrestiMinInterval', stats.agrestiMinInterval, tally, conf],
  ['finitePopulationInterval', stats.finitePopulationInterval, tally, number, conf],
  ['simultaneousShares', stats.simultaneousShares, tally, conf],
  ['wilson', stats.wilson, number, number, conf],
  ['clopperPearson', stats.clopperPearson, number, number, conf],
  ['jeffreys', stats.jeffreys, number, number, conf],
  ['newcombeDifference', stats.newcombeDifference, share, share, conf],
  ['miettinenNurminenDifference', stats.miettinenNurminenDifference, share, share, conf],
  ['agrestiCaffoDifference', stats.agrestiCaffoDifference, share, share, conf],
  ['pooledShareTest', stats.pooledShareTest, share, share],
  ['compare', stats.compare, tally, tally, options],
  ['waldDifference', stats.waldDifference, tally, tally, conf],
  ['welchDifference', stats.welchDifference, tally, tally, conf],
  ['compareMany', stats.compareMany, fc.array(segment, { maxLength: 5 }), tally],
  ['weightedNps', stats.weightedNps, answers],
  ['rake', stats.rake, margins],
  ['trimWeights', stats.trimWeights, numbers],
  ['level', stats.level, fc.array(fc.record({ tally }), { maxLength: 6 })],
  ['nullTransition', stats.nullTransition, tally, wild],
  ['transitionShares', stats.transitionShares, table],
  ['pairedChange', stats.pairedChange, table, options],
  ['pairedScoreTest', stats.pairedScoreTest, table],
  ['stuartMaxwell', stats.stuartMaxwell, table],
  ['bowker', stats.bowker, table],
  ['pAdjust', stats.pAdjust, fc.array(wild, { maxLength: 6 })],
  ['randomEffects', stats.randomEffects, numbers, numbers, fc.constantFrom('DL', 'REML', 'PM')],
  ['sharedPrior', stats.sharedPrior, fc.array(tally, { maxLength: 4 })],
  ['npsPosterior', stats.npsPosterior, tally, options],
  ['exactBootstrap', stats.exactBootstrap, fc.record({ promoters: wild, passives: wild, detractors: wild }), conf],
  ['answersNeededFor', stats.answersNeededFor, wild, shares, fc.record({ conf, population: number })],
  ['answersPerGroup', stats.answersPerGroup, shares, shares],
  ['powerOfGroups', stats.powerOfGroups, shares, shares, number, number],
  ['pairsNeeded', stats.pairsNeeded, wild, shares, wild],
  ['holdoutNeeded', stats.holdoutNeeded, wild, wild, fc.record({ ratio: wild })],
  ['powerOfHoldout', stats.powerOfHoldout, wild, wild, number, number],
  ['nonResponseBounds', stats.nonResponseBounds, tally, number],
  ['postStratifiedNps', stats.postStratifiedNps, fc.array(fc.record({ population: number, tally }), { maxLength: 4 })],
  ['mixedPanelChange', stats.mixedPanelChange, fc.record({ both: table, firstOnly: tally, secondOnly: tally })],
  [
    'differenceInDifferences',
    stats.differenceInDifferences,
    fc.record({ before: tally, after: tally }),
    fc.oneof(fc.record({ before: tally, after: tally }), fc.record({ table })),
  ],
  ['tInterval', stats.tInterval, tally, conf],
  [
    'clusteredNps',
    stats.clusteredNps,
    fc.array(fc.record({ score: fc.nat({ max: 11 }), cluster: fc.nat({ max: 3 }) }), { maxLength: 6 }),
  ],
  ['movementAgainstChance', stats.movementAgainstChance, table, wild],
  ['multilevelNps', stats.multilevelNps, cells, fc.constantFrom(['country'], ['country', 'product'], [])],
  ['marginOf', stats.marginOf, number, shares],
  ['powerOfPairs', stats.powerOfPairs, wild, shares, wild, number],
  ['clusterDesignEffect', stats.clusterDesignEffect, number, wild],
  ['smallestDetectable', stats.smallestDetectable, shares, number, number],
  ['probabilityAbove', stats.probabilityAbove, tally, tally],
  ['suppression', stats.suppression, numbers],
  ['panelMovement', stats.panelMovement, fc.array(pair, { maxLength: 5 })],
  ['readScore', stats.readScore, fc.oneof(wild, fc.string(), fc.constant(null), fc.anything())],
  ['pooledAndRounded', stats.pooledAndRounded, fc.array(tally, { maxLength: 3 })],
  ['expectedFollowUp', stats.expectedFollowUp, fc.record({ mean: number, sd: wild, reliability: wild }), number],
  [
    'regressionOfSelected',
    stats.regressionOfSelected,
    fc.record({ mean: number, sd: wild, reliability: wild }),
    number,
  ],
]

const flawed = (value: unknown, path = 'answer'): string | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? null : `${path} is ${value}`
  if (value === null || typeof value !== 'object') return value === undefined ? `${path} is undefined` : null
  for (const [key, part] of Object.entries(value)) {
    const found = flawed(part, `${path}.${key}`)
    if (found !== null) return found
  }
  return null
}

for (const [name, call, ...inputs] of calls) {
  const each = Math.max(50, Math.ceil(runs / calls.length))
  test(`${name} answers finitely, with null or with a typed error, whatever it gets`, { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(fc.tuple(...inputs), values => {
        try {
          expect(flawed(call(...(values as never[])))).toBeNull()
        } catch (problem) {
          if (!(problem instanceof RangeError)) throw problem
          expect(problem.message.length).toBeGreaterThan(5)
        }
      }),
      { numRuns: each },
    )
  })
}
