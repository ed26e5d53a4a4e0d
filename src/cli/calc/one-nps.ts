import {
  adjustedWaldInterval,
  agrestiMinInterval,
  clipped,
  finitePopulationInterval,
  npsPoint,
  scoreInterval,
  squareAndAddInterval,
  type Tally,
  waldInterval,
} from '../../stats/index.ts'
import { type Input, readNumber, readNumberOr, readTally } from './fields.ts'
import type { Methods } from './methods.ts'

const point = (input: Input) => {
  const found = npsPoint(readTally(input))
  return {
    n: found?.n ?? 0,
    nps: found?.nps ?? null,
    variance: found?.variance ?? null,
    se: found?.se ?? null,
    sample_variance: found?.sampleVariance ?? null,
    promoter_share: found?.promoterShare ?? null,
    passive_share: found?.passiveShare ?? null,
    detractor_share: found?.detractorShare ?? null,
  }
}

type Found = { lower: number; upper: number; centre?: number; se?: number } | null

const limits = (interval: (tally: Tally, conf: number) => Found) => (input: Input) => {
  const found = interval(readTally(input), readNumberOr(input, 'conf', 0.95))
  return {
    lower: found?.lower ?? null,
    upper: found?.upper ?? null,
    centre: found?.centre ?? null,
    se: found?.se ?? null,
  }
}

const finite = (input: Input) => {
  const population = readNumber(input, 'population')
  const found = finitePopulationInterval(readTally(input), population, readNumberOr(input, 'conf', 0.95))
  return {
    nps: found?.centre ?? null,
    se: found?.se ?? null,
    lower: found?.lower ?? null,
    upper: found?.upper ?? null,
  }
}

const agrestiMin = (tally: Tally, conf: number): Found => {
  const found = agrestiMinInterval(tally, conf)
  return found && { ...clipped(found), centre: found.centre, se: found.se }
}

/** One NPS: the point and its intervals. */
export const methods: Methods = {
  nps_point: point,
  nps_ci_wald_unclipped: limits(waldInterval),
  nps_ci_adjusted_wald_3_unclipped: limits(adjustedWaldInterval),
  nps_ci_agresti_min_plus2_clipped: limits(agrestiMin),
  nps_ci_score_tango: limits(scoreInterval),
  nps_ci_newcombe_square_and_add: limits(squareAndAddInterval),
  nps_se_ci_fpc: finite,
}
