import {
  adjustedWaldDifference,
  type DifferenceTest,
  moverDifference,
  type Tally,
  waldDifference,
  welchDifference,
} from '../../stats/index.ts'
import { type Input, readNumberOr, readRecord, readTally } from './fields.ts'
import type { Methods } from './methods.ts'

const sides = (input: Input): [Tally, Tally, number] => [
  readTally(readRecord(input, 'a')),
  readTally(readRecord(input, 'b')),
  readNumberOr(input, 'conf', 0.95),
]

const wald = (test: (a: Tally, b: Tally, conf: number) => DifferenceTest | null) => (input: Input) => {
  const found = test(...sides(input))
  return {
    diff: found?.difference ?? null,
    se: found?.se ?? null,
    z: found?.z ?? null,
    p_value: found?.p ?? null,
    lower: found?.lower ?? null,
    upper: found?.upper ?? null,
  }
}

const mover = (input: Input) => {
  const found = moverDifference(...sides(input))
  return { diff: found?.difference ?? null, lower: found?.lower ?? null, upper: found?.upper ?? null }
}

const welch = (input: Input) => {
  const found = welchDifference(...sides(input))
  return {
    t: found?.t ?? null,
    df: found?.df ?? null,
    p_value: found?.p ?? null,
    lower: found?.lower ?? null,
    upper: found?.upper ?? null,
  }
}

/** Two NPS of different people. */
export const methods: Methods = {
  nps_diff_wald: wald(waldDifference),
  nps_diff_adjusted_wald_3: wald(adjustedWaldDifference),
  nps_diff_mover_score: mover,
  nps_diff_welch_trinomial: welch,
}
