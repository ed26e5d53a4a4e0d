import { exactBootstrap, npsPosterior, type Prior, probabilityAbove, sharedPrior } from '../../stats/index.ts'
import { FieldError, type Input, readMatrix, readNumberOr, readNumbersOr, readRecord, readTally } from './fields.ts'
import type { Methods } from './methods.ts'

const prior = (input: Input): Prior => {
  const [promoter, passive, detractor, ...more] = readNumbersOr(input, 'prior', [1, 1, 1])
  if (promoter === undefined || passive === undefined || detractor === undefined || more.length > 0)
    throw new FieldError('field "prior": three numbers expected (promoter, passive, detractor)')
  return [promoter, passive, detractor]
}

const posterior = (input: Input) => {
  const found = npsPosterior(readTally(input), { prior: prior(input), conf: readNumberOr(input, 'conf', 0.95) })
  const { mean, sd, lower, upper, probabilityPositive } = found
  return { mean, sd, lower, upper, prob_nps_positive: probabilityPositive }
}

const above = (input: Input) => {
  const [a, b] = [readTally(readRecord(input, 'a')), readTally(readRecord(input, 'b'))]
  const { probability, meanDifference, sdDifference } = probabilityAbove(a, b, { prior: prior(input) })
  return { prob_a_greater: probability, mean_diff: meanDifference, sd_diff: sdDifference }
}

const shrunkSegments = (input: Input) => {
  const segments = readMatrix(input, 'counts').map(([promoters, passives, detractors]) =>
    readTally({ promoters, passives, detractors }),
  )
  const found = sharedPrior(segments)
  return {
    alpha: found?.alpha ?? null,
    concentration: found?.concentration ?? null,
    log_lik_kernel: found?.logLikelihood ?? null,
    shrunk_nps: found?.shrunk ?? null,
    raw_nps: found?.raw ?? null,
  }
}

const bootstrapped = (input: Input) => {
  const found = exactBootstrap(readTally(input), readNumberOr(input, 'conf', 0.95))
  return found ?? { mean: null, se: null, lower: null, upper: null }
}

/** Posterior of the NPS, empirical Bayes over segments and the bootstrap's exact law. */
export const methods: Methods = {
  nps_posterior_dirichlet: posterior,
  posterior_probability_a_above_b: above,
  segment_shrinkage_dirichlet_multinomial: shrunkSegments,
  nps_bootstrap_percentile_infinite_B: bootstrapped,
}
