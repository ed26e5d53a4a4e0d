import {
  averageRunLength,
  changePoint,
  cusumChart,
  ewmaChart,
  loess,
  shareTrend,
  shewhartChart,
  weightedTrend,
} from '../../stats/index.ts'
import {
  demandSameLength,
  FieldError,
  type Input,
  readChoice,
  readNumber,
  readNumberOr,
  readNumbers,
  readNumbersOr,
  readTallies,
} from './fields.ts'
import type { Methods } from './methods.ts'

// The reference cases count positions from 1.
const fromOne = (positions: number[]): number[] => positions.map(position => position + 1)

const inControl = (input: Input) => ({ mean: readNumber(input, 'mu0'), sd: readNumber(input, 'sigma') })

const ewma = (input: Input) => {
  const options = { lambda: readNumber(input, 'lambda'), limit: readNumber(input, 'L') }
  const chart = ewmaChart(readNumbers(input, 'x'), inControl(input), options)
  return { ewma: chart.ewma, ucl: chart.upper, lcl: chart.lower, out: fromOne(chart.signals) }
}

const cusum = (input: Input) => {
  const options = { allowance: readNumber(input, 'k'), limit: readNumber(input, 'h') }
  const chart = cusumChart(readNumbers(input, 'x'), inControl(input), options)
  return { c_plus: chart.above, c_minus: chart.below, signal: fromOne(chart.signals) }
}

const runLength = (input: Input) => {
  const chart = readChoice(input, 'chart', ['ewma', 'cusum', 'shewhart'])
  const shift = readNumberOr(input, 'shift', 0)
  if (chart === 'shewhart') return { arl: averageRunLength({ chart, sigmas: readNumberOr(input, 'L', 3), shift }) }
  if (chart === 'cusum')
    return { arl: averageRunLength({ chart, allowance: readNumber(input, 'k'), limit: readNumber(input, 'h'), shift }) }
  const [lambda, limit] = [readNumber(input, 'lambda'), readNumber(input, 'L')]
  return { arl: averageRunLength({ chart, lambda, limit, shift }) }
}

const shewhart = (input: Input) => {
  const chart = shewhartChart(readTallies(input), { sigmas: readNumberOr(input, 'sigmas', 3) })
  if (!chart) return { centre: null, reason: 'no answers' }
  return { centre: chart.centre, nps: chart.nps, ucl: chart.upper, lcl: chart.lower, out: fromOne(chart.signals) }
}

const promoterTrend = (input: Input) => {
  const [x, n] = [readNumbers(input, 'x'), readNumbers(input, 'n')]
  const t = readNumbersOr(
    input,
    't',
    x.map((_, index) => index + 1),
  )
  demandSameLength({ x, n, t })
  const trend = shareTrend(x, n, t)
  return trend
    ? { chi2: trend.chi2, p_value: trend.p, slope: trend.slope }
    : { chi2: null, p_value: null, reason: 'one period, or a share of 0 or 1 throughout' }
}

const linearTrend = (input: Input) => {
  const [t, y, v] = [readNumbers(input, 't'), readNumbers(input, 'y'), readNumbers(input, 'v')]
  demandSameLength({ t, y, v })
  const trend = weightedTrend(t, y, v)
  if (!trend) return { slope: null, reason: 'fewer than two different times' }
  const { intercept, slope, seSlope, z, p, leftover } = trend
  return { intercept, slope, se_slope: seSlope, z, p_value: p, QE: leftover }
}

const smooth = (input: Input) => {
  const [t, y] = [readNumbers(input, 't'), readNumbers(input, 'y')]
  const weights = readNumbersOr(
    input,
    'w',
    t.map(() => 1),
  )
  demandSameLength({ t, y, w: weights })
  const degree = readNumberOr(input, 'degree', 1)
  if (degree !== 0 && degree !== 1 && degree !== 2) throw new FieldError('field "degree": 0, 1 or 2 expected')
  return { fitted: loess(t, y, { span: readNumberOr(input, 'span', 0.75), degree, weights }) }
}

const change = (input: Input) => {
  const prior = readNumbersOr(input, 'prior', [1, 1, 1])
  const [promoter, passive, detractor] = prior
  if (promoter === undefined || passive === undefined || detractor === undefined || prior.length !== 3)
    throw new FieldError('field "prior": three weights expected: promoter, passive, detractor')
  const found = changePoint(readTallies(input), { prior: [promoter, passive, detractor] })
  if (!found) return { p_change: null, reason: 'fewer than two periods' }
  return {
    log_bayes_factor: found.logBayesFactor,
    posterior_change_after: found.after,
    p_change: found.probability,
  }
}

/** Charts, trends and change points: golden groups 20 to 22. */
export const methods: Methods = {
  ewma_chart: ewma,
  tabular_cusum: cusum,
  arl: runLength,
  nps_shewhart_variable_n: shewhart,
  promoter_share_trend_test: promoterTrend,
  nps_weighted_linear_trend: linearTrend,
  loess_fit: smooth,
  bayes_single_change_point_dirmult: change,
}
