import {
  clusterDesignEffect,
  clusteredNps,
  compare,
  differenceInDifferences,
  holdoutNeeded,
  level,
  marginOf,
  mixedPanelChange,
  movementAgainstChance,
  multilevelNps,
  nonResponseBounds,
  npsInterval,
  pairedChange,
  pairsNeeded,
  powerOfGroups,
  powerOfHoldout,
  powerOfPairs,
  smallestDetectable,
  tInterval,
  trimWeights,
} from '../../stats/index.ts'
import {
  demandSameLength,
  type Input,
  readChoice,
  readMatrix,
  readNumber,
  readNumberOr,
  readNumbers,
  readRecord,
  readRecords,
  readTally,
  readTexts,
} from './fields.ts'
import type { Methods } from './methods.ts'

const conf = (input: Input): number => readNumberOr(input, 'conf', 0.95)

const shares = (input: Input, field: string) => {
  const record = readRecord(input, field)
  return { promoter: readNumber(record, 'promoter'), detractor: readNumber(record, 'detractor') }
}

const plan = (input: Input) => ({ alpha: readNumberOr(input, 'alpha', 0.05), power: readNumberOr(input, 'power', 0.8) })

const twoSides = (input: Input) => {
  const method = readChoice(input, 'method', ['mover-score', 'adjusted-wald', 'wald', 'welch'], 'mover-score')
  return compare(readTally(readRecord(input, 'a')), readTally(readRecord(input, 'b')), { method, conf: conf(input) })
}

const mixed = (input: Input) => {
  const parts = {
    both: readMatrix(input, 'both'),
    firstOnly: readTally(readRecord(input, 'first_only')),
    secondOnly: readTally(readRecord(input, 'second_only')),
  }
  return mixedPanelChange(parts, { conf: conf(input) })
}

const twoChanges = (input: Input) => {
  const group = (field: string) => {
    const record = readRecord(input, field)
    if (record.table !== undefined) return { table: readMatrix(record, 'table') }
    return { before: readTally(readRecord(record, 'before')), after: readTally(readRecord(record, 'after')) }
  }
  return differenceInDifferences(group('treated'), group('comparison'), { conf: conf(input) })
}

const multilevel = (input: Input) => {
  const factors = readTexts(input, 'factors')
  const cells = readRecords(input, 'cells').map(cell => ({
    levels: Object.fromEntries(factors.map(factor => [factor, String(readRecord(cell, 'levels')[factor])])),
    population: readNumber(cell, 'population'),
    tally: readTally(cell),
  }))
  return multilevelNps(cells, factors, { conf: conf(input) })
}

const smoothed = (input: Input) =>
  level(
    readRecords(input, 'periods').map(period => ({ tally: readTally(period) })),
    { conf: conf(input), q: readNumberOr(input, 'q', undefined) },
  )

const pairs = (input: Input) =>
  pairsNeeded(readNumber(input, 'change'), shares(input, 'shares'), readNumber(input, 'correlation'), plan(input))

const holdout = (input: Input) =>
  holdoutNeeded(readNumber(input, 'untreated'), readNumber(input, 'treated'), {
    ...plan(input),
    ratio: readNumberOr(input, 'ratio', 1),
  })

const groupPower = (input: Input) => ({
  power: powerOfGroups(
    shares(input, 'a'),
    shares(input, 'b'),
    readNumber(input, 'n_a'),
    readNumber(input, 'n_b'),
    readNumberOr(input, 'alpha', 0.05),
  ),
})

const holdoutPower = (input: Input) => ({
  power: powerOfHoldout(
    readNumber(input, 'untreated'),
    readNumber(input, 'treated'),
    readNumber(input, 'n_untreated'),
    readNumber(input, 'n_treated'),
    readNumberOr(input, 'alpha', 0.05),
  ),
})

const detectable = (input: Input) => ({
  difference: smallestDetectable(
    shares(input, 'shares'),
    readNumber(input, 'n_a'),
    readNumber(input, 'n_b'),
    plan(input),
  ),
})

const clustered = (input: Input) => {
  const [scores, clusters] = [readNumbers(input, 'score'), readTexts(input, 'cluster')]
  demandSameLength({ score: scores, cluster: clusters })
  return clusteredNps(
    scores.map((score, i) => ({ score, cluster: clusters[i] ?? '' })),
    { conf: conf(input) },
  )
}

const pairsPower = (input: Input) => ({
  power: powerOfPairs(
    readNumber(input, 'change'),
    shares(input, 'shares'),
    readNumber(input, 'correlation'),
    readNumber(input, 'n'),
    readNumberOr(input, 'alpha', 0.05),
  ),
})

const margin = (input: Input) => {
  const options = { conf: conf(input), population: readNumberOr(input, 'population', undefined) }
  return { margin: marginOf(readNumber(input, 'n'), shares(input, 'shares'), options) }
}

/** What the product decides with: default interval, comparisons, changes, levels, plans. */
export const methods: Methods = {
  nps_ci_default: input => npsInterval(readTally(input), { conf: conf(input) }),
  nps_ci_t: input => tInterval(readTally(input), conf(input)),
  nps_clustered: clustered,
  nps_compare: twoSides,
  movement_against_chance: input =>
    movementAgainstChance(readMatrix(input, 'table'), readNumber(input, 'rho'), { conf: conf(input) }),
  power_pairs: pairsPower,
  margin_of_answers: margin,
  nps_change_paired_default: input => pairedChange(readMatrix(input, 'table'), { conf: conf(input) }),
  nps_change_mixed_panel: mixed,
  nps_difference_in_differences: twoChanges,
  nps_multilevel: multilevel,
  nps_level: smoothed,
  non_response_bounds: input =>
    nonResponseBounds(readTally(input), readNumber(input, 'invited'), { gap: readNumberOr(input, 'gap', 2) }),
  trim_weights: input =>
    trimWeights(readNumbers(input, 'weights'), readNumber(input, 'low'), readNumber(input, 'high')),
  sample_size_pairs: pairs,
  sample_size_holdout: holdout,
  power_two_nps: groupPower,
  power_holdout: holdoutPower,
  smallest_detectable_difference: detectable,
  cluster_design_effect: input => ({
    design_effect: clusterDesignEffect(readNumber(input, 'size'), readNumber(input, 'correlation')),
  }),
}
