import { answersNeededFor, answersPerGroup, powerOfGroups } from '../../stats/index.ts'
import { type Input, readNumber, readNumberOr } from './fields.ts'
import type { Methods } from './methods.ts'

const shares = (input: Input, suffix: string) => ({
  promoter: readNumber(input, `p${suffix}`),
  detractor: readNumber(input, `d${suffix}`),
})

const margin = (input: Input) => {
  const options = { conf: readNumberOr(input, 'conf', 0.95), population: readNumberOr(input, 'population', undefined) }
  const { raw, n, ofPopulation } = answersNeededFor(readNumber(input, 'moe'), shares(input, ''), options)
  return { n_raw: raw, n, n_fpc: ofPopulation }
}

const twoGroups = (input: Input) => {
  const [a, b] = [shares(input, '1'), shares(input, '2')]
  const options = { alpha: readNumberOr(input, 'alpha', 0.05), power: readNumberOr(input, 'power', 0.8) }
  const plan = answersPerGroup(a, b, options)
  return {
    delta: a.promoter - a.detractor - (b.promoter - b.detractor),
    n_per_group_raw: plan?.raw ?? null,
    n_per_group: plan?.n ?? null,
    power_reached: plan && powerOfGroups(a, b, plan.n, plan.n, options.alpha),
  }
}

/** Sample sizes. */
export const methods: Methods = { sample_size_margin: margin, sample_size_two_nps: twoGroups }
