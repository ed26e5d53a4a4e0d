import {
  alwaysValid,
  cuped,
  earnedGrowth,
  groupSequentialBounds,
  missingOutcomes,
  qiniCurve,
} from '../../stats/index.ts'
import {
  demandSameLength,
  type Input,
  readChoice,
  readCount,
  readNumber,
  readNumberOr,
  readNumbers,
  readRecord,
} from './fields.ts'
import type { Methods } from './methods.ts'

const earned = (input: Input) => {
  const figures = {
    revenueLastPeriod: readNumber(input, 'revenue_last_year'),
    revenueFromReturning: readNumber(input, 'revenue_this_year_from_last_year_customers'),
    revenueFromEarned: readNumber(input, 'revenue_from_earned_new_customers'),
    revenueThisPeriod: readNumberOr(input, 'revenue_this_year', undefined),
  }
  const base = readChoice(input, 'base', ['last period', 'this period'], 'last period')
  const growth = earnedGrowth(figures, { base })
  if (!growth) return { nrr: null, enc: null, earned_growth_rate: null, reason: 'no revenue in the base period' }
  return {
    nrr: growth.netRevenueRetention,
    enc: growth.earnedNewCustomers,
    earned_growth_rate: growth.earnedGrowthRate,
    base: growth.base,
  }
}

const readArm = (input: Input, arm: string) => {
  const [after, before] = [readNumbers(input, `y_${arm}`), readNumbers(input, `pre_${arm}`)]
  demandSameLength({ [`y_${arm}`]: after, [`pre_${arm}`]: before })
  return { after, before }
}

const twoArms = (input: Input) => {
  const found = cuped(readArm(input, 'treat'), readArm(input, 'control'))
  if (!found) return { theta: null, reason: 'fewer than two customers in an arm, or nothing varied before' }
  return {
    theta: found.theta,
    raw_diff: found.raw.difference,
    raw_se: found.raw.se,
    cuped_diff: found.adjusted.difference,
    cuped_se: found.adjusted.se,
    variance_ratio: found.varianceRatio,
    p_value: found.adjusted.p,
  }
}

const sequential = (input: Input) => {
  const type = readChoice(input, 'type', ['obrien_fleming', 'pocock'])
  const { constant, bounds } = groupSequentialBounds(readCount(input, 'K', 1), {
    type,
    alpha: readNumberOr(input, 'alpha', 0.05),
  })
  return { constant, z_bounds: bounds }
}

const peeking = (input: Input) => {
  const [n, mean] = [readNumbers(input, 'n'), readNumbers(input, 'mean')]
  demandSameLength({ n, mean })
  const settings = { variance: readNumber(input, 'variance'), tau2: readNumber(input, 'tau2') }
  const found = alwaysValid({ n, difference: mean }, { ...settings, alpha: readNumberOr(input, 'alpha', 0.05) })
  return { lambda: found.evidence, always_valid_p: found.p, half_width: found.halfWidth }
}

const readOutcomes = (input: Input, arm: string) => {
  const counts = readRecord(input, arm)
  return {
    successes: readNumber(counts, 'successes'),
    failures: readNumber(counts, 'failures'),
    missing: readNumberOr(counts, 'missing', 0),
  }
}

const unknownOutcomes = (input: Input) =>
  missingOutcomes(readOutcomes(input, 'treated'), readOutcomes(input, 'untreated')) ?? {
    worst: null,
    reason: 'an arm is empty',
  }

const qini = (input: Input) => {
  const [treated, success, predicted] = ['treated', 'success', 'predicted'].map(field => readNumbers(input, field))
  if (!treated || !success || !predicted) return { qini: null }
  demandSameLength({ treated, success, predicted })
  const rows = treated.map((own, i) => ({
    treated: own === 1,
    success: success[i] === 1,
    predicted: predicted[i] ?? 0,
  }))
  const found = qiniCurve(rows, { samples: readNumberOr(input, 'samples', 0) })
  return found ? { qini: found.qini, gained: found.gained, effect_on_all: found.effectOnAll } : { qini: null }
}

/** Growth and experiments: golden groups 51 and 53. */
export const methods: Methods = {
  earned_growth_rate: earned,
  cuped_two_arms: twoArms,
  group_sequential_bounds: sequential,
  msprt_always_valid_p: peeking,
  holdout_missing_outcomes: unknownOutcomes,
  qini_curve: qini,
}
