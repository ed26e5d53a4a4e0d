import {
  agrestiCaffoDifference,
  clopperPearson,
  type Interval,
  jeffreys,
  miettinenNurminenDifference,
  newcombeDifference,
  pooledShareTest,
  type Share,
  type ShareDifference,
  simultaneousShares,
  wilson,
} from '../../stats/index.ts'
import { type Input, readNumber, readNumberOr, readTally } from './fields.ts'
import type { Methods } from './methods.ts'

const conf = (input: Input): number => readNumberOr(input, 'conf', 0.95)

const share = (interval: (x: number, n: number, conf: number) => Interval | null) => (input: Input) => {
  const found = interval(readNumber(input, 'x'), readNumber(input, 'n'), conf(input))
  return { lower: found?.lower ?? null, upper: found?.upper ?? null }
}

const shares = (input: Input): [Share, Share] => [
  { x: readNumber(input, 'x1'), n: readNumber(input, 'n1') },
  { x: readNumber(input, 'x2'), n: readNumber(input, 'n2') },
]

const difference = (method: (a: Share, b: Share, conf: number) => ShareDifference | null) => (input: Input) => {
  const found = method(...shares(input), conf(input))
  return { diff: found?.difference ?? null, lower: found?.lower ?? null, upper: found?.upper ?? null }
}

const pooledZ = (input: Input) => {
  const found = pooledShareTest(...shares(input))
  return { z: found?.z ?? null, p_value: found?.p ?? null }
}

/** Shares, the three shares together and differences of two shares. */
export const methods: Methods = {
  proportion_ci_wilson: share(wilson),
  proportion_ci_clopper_pearson: share(clopperPearson),
  proportion_ci_jeffreys: share(jeffreys),
  multinomial_ci_goodman: input => simultaneousShares(readTally(input), conf(input)),
  diff_proportions_newcombe: difference(newcombeDifference),
  diff_proportions_miettinen_nurminen: difference(miettinenNurminenDifference),
  diff_proportions_agresti_caffo: difference(agrestiCaffoDifference),
  two_proportion_z_pooled: pooledZ,
}
