import { pAdjust, simultaneousZ } from '../../stats/index.ts'
import { type Input, readNumber, readNumberOr, readNumbers } from './fields.ts'
import type { Methods } from './methods.ts'

const adjust = (input: Input) => {
  const p = readNumbers(input, 'p')
  const by = (['bonferroni', 'holm', 'hochberg', 'BH', 'BY'] as const).map(name => [name, pAdjust(p, name)])
  return Object.fromEntries(by)
}

const critical = (input: Input) => {
  const { sidak, bonferroni, tukey } = simultaneousZ(
    readNumber(input, 'k'),
    readNumber(input, 'groups'),
    readNumberOr(input, 'alpha', 0.05),
  )
  return { sidak_z: sidak, bonferroni_z: bonferroni, tukey_q_over_sqrt2: tukey }
}

/** Many tests at once. */
export const methods: Methods = { p_adjust: adjust, simultaneous_critical_values: critical }
