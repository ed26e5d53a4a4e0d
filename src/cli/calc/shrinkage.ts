import { localLevel, randomEffects, type Tau2Method } from '../../stats/index.ts'
import { demandSameLength, type Input, readNumber, readNumbers, readNumbersWithGaps } from './fields.ts'
import type { Methods } from './methods.ts'

const pooled = (method: Tau2Method) => (input: Input) => {
  const [y, v] = [readNumbers(input, 'y'), readNumbers(input, 'v')]
  demandSameLength({ y, v })
  const found = randomEffects(y, v, method)
  return {
    mu: found?.mu ?? null,
    se_mu: found?.seMu ?? null,
    tau2: found?.tau2 ?? null,
    Q: found?.heterogeneity ?? null,
    Q_p: found?.heterogeneityP ?? null,
    I2: found?.i2 ?? null,
    shrunk: found?.shrunk ?? null,
    weight_on_own: found?.weightOnOwn ?? null,
  }
}

const smoothed = (input: Input) => {
  const [y, v] = [readNumbersWithGaps(input, 'y'), readNumbers(input, 'v')]
  demandSameLength({ y, v })
  const start = { q: readNumber(input, 'q'), a0: readNumber(input, 'a0'), p0: readNumber(input, 'p0') }
  const found = localLevel({ y, v, ...start })
  return {
    filtered: found.filtered,
    filtered_var: found.filteredVar,
    smoothed: found.smoothed,
    smoothed_var: found.smoothedVar,
    log_lik: found.logLik,
  }
}

/** Values pulled together by what they have in common: over segments and over time. */
export const methods: Methods = {
  random_effects_dersimonian_laird: pooled('DL'),
  random_effects_reml: pooled('REML'),
  random_effects_paule_mandel: pooled('PM'),
  local_level_known_sampling_variance: smoothed,
}
