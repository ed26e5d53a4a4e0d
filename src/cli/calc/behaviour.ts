import {
  againstBaseline,
  binaryMetrics,
  classMetrics,
  isotonic,
  kappa,
  keyness,
  logisticFit,
  logOdds,
  scoreTable,
  subgroupTests,
  themeImpacts,
} from '../../stats/index.ts'
import {
  demandSameLength,
  FieldError,
  type Input,
  readMatrix,
  readNumber,
  readNumberOr,
  readNumbers,
  readTallies,
  readTally,
  readTexts,
} from './fields.ts'
import type { Methods } from './methods.ts'

const readByScore = (input: Input) => {
  const [score, n, retained] = [readNumbers(input, 'score'), readNumbers(input, 'n'), readNumbers(input, 'retained')]
  demandSameLength({ score, n, retained })
  const bad = n.findIndex((size, i) => size < 0 || (retained[i] ?? 0) < 0 || (retained[i] ?? 0) > size)
  if (bad >= 0) throw new FieldError(`field "retained[${bad}]": a number from 0 to n = ${n[bad]} expected`)
  return { score, n, retained }
}

const smoothed = (input: Input) => {
  const { score, n, retained } = readByScore(input)
  const order = score.map((_, i) => i).sort((a, b) => (score[a] ?? 0) - (score[b] ?? 0))
  const raw = retained.map((x, i) => ((n[i] ?? 0) > 0 ? x / (n[i] ?? 1) : null))
  const fitted = isotonic(
    order.map(i => raw[i] ?? 0),
    order.map(i => n[i] ?? 0),
  )
  const byPlace = new Map(order.map((place, rank) => [place, fitted[rank] ?? null]))
  return { raw, isotonic: score.map((_, i) => byPlace.get(i) ?? null) }
}

const logistic = (input: Input) => {
  const { score, n, retained } = readByScore(input)
  const fit = logisticFit({ hits: retained, sizes: n, columns: { score } })
  if (!fit) return { slope: null, reason: 'all or none were retained, or the score separates them' }
  return {
    intercept: fit.intercept,
    slope: fit.slopes[0],
    se_intercept: fit.seIntercept,
    se_slope: fit.seSlopes[0],
    deviance: fit.deviance,
  }
}

const sevenAndEight = (input: Input) => {
  const { n, retained } = readByScore(input)
  const table = scoreTable({ n, hits: retained })
  return { eight_minus_seven: table.eightMinusSeven, lost_by_classes: table.lostByClasses, rows: table.rows }
}

const againstOthers = (input: Input) => {
  const tallies = readTallies(input)
  const names = readTexts(input, 'name')
  demandSameLength({ promoters: tallies, name: names })
  const subgroups = tallies.map((tally, i) => ({ key: names[i] ?? '', tally }))
  const tests = subgroupTests(subgroups, { fdr: readNumberOr(input, 'fdr', 0.1) })
  return {
    z: tests.map(test => test.z),
    p_value: tests.map(test => test.p),
    q_value: tests.map(test => test.q),
    flagged: tests.filter(test => test.flagged).map(test => test.key),
  }
}

const wordKeyness = (input: Input) => {
  const found = keyness({
    target: readNumber(input, 'a'),
    reference: readNumber(input, 'b'),
    targetTotal: readNumber(input, 'total_target'),
    referenceTotal: readNumber(input, 'total_reference'),
  })
  if (!found) return { g2_dunning_4cell: null, reason: 'the word stands nowhere or everywhere, or a pile is empty' }
  return {
    ll_rayson_2cell: found.ll,
    g2_dunning_4cell: found.g2,
    chi2: found.chi2,
    log_ratio: found.logRatio,
    p_value: found.p,
  }
}

const fightingWords = (input: Input) => {
  const [a, b, prior] = [readNumbers(input, 'a'), readNumbers(input, 'b'), readNumbers(input, 'prior')]
  demandSameLength({ words: readTexts(input, 'words'), a, b, prior })
  const odds = logOdds(a, b, prior)
  return { delta: odds.map(word => word.delta), z: odds.map(word => word.z) }
}

const impact = (input: Input) => {
  const whole = readTally(input)
  const [theme] = themeImpacts([{ key: 'theme', tally: readTally(input, '_with') }], whole)
  return theme ?? { impact: null }
}

const binary = (input: Input) => {
  const [p, y] = [readNumbers(input, 'p'), readNumbers(input, 'y')]
  demandSameLength({ p, y })
  const found = binaryMetrics(p, y)
  if (!found) return { auc: null, brier: null, reason: 'no predictions' }
  return {
    auc: found.auc?.auc ?? null,
    auc_se: found.auc?.se ?? null,
    auc_lower: found.auc?.lower ?? null,
    auc_upper: found.auc?.upper ?? null,
    brier: found.brier,
    log_loss: found.logLoss,
    calibration_intercept: found.calibrationIntercept,
    calibration_slope: found.calibrationSlope,
  }
}

const better = (input: Input) => {
  const [model, baseline] = [readNumbers(input, 'model'), readNumbers(input, 'baseline')]
  demandSameLength({ model, baseline })
  return againstBaseline(model, baseline) ?? { gain: null, reason: 'fewer than two customers' }
}

const ranked = (input: Input) => {
  const [p, y] = [readMatrix(input, 'p'), readNumbers(input, 'y')]
  demandSameLength({ p, y })
  // The reference cases count classes from 1.
  const found = classMetrics(
    p,
    y.map(value => value - 1),
  )
  return found
    ? { rps: found.rankedProbabilityScore, log_loss: found.logLoss }
    : { rps: null, log_loss: null, reason: 'no predictions' }
}

const agreement = (input: Input) => {
  const found = kappa(readMatrix(input, 'table'))
  return found
    ? { kappa: found.kappa, quadratic_weighted_kappa: found.quadratic }
    : { kappa: null, quadratic_weighted_kappa: null, reason: 'an empty table' }
}

/** Scores, subgroups, words and predictions: golden groups 54 to 57. */
export const methods: Methods = {
  isotonic_retention_by_score: smoothed,
  logistic_retention_on_score: logistic,
  seven_and_eight: sevenAndEight,
  subgroup_vs_complement_bh: againstOthers,
  keyness: wordKeyness,
  log_odds_informative_dirichlet: fightingWords,
  theme_impact: impact,
  binary_prediction_metrics: binary,
  ranked_probability_score: ranked,
  cohen_kappa: agreement,
  loss_against_baseline: better,
}
