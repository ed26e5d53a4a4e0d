import { npsPoint } from './nps-variance.ts'
import { criticalZ } from './special/critical-z.ts'
import type { Tally } from './tally.ts'
import type { CentredInterval } from './wald-interval.ts'

/**
 * NPS of a closed customer base of `population` people of whom n answered: the standard error falls to 0 when all
 * answered. Only where those people are all that matter and non-response is no issue. Not cut at ±1. `null` without
 * answers and, at n = 1, without a variance. Throws RangeError when population < n.
 * Source: Cochran (1977), ch. 2; R survey::svymean with fpc.
 * @example finitePopulationInterval({ promoters: 50, passives: 30, detractors: 20 }, 250)?.se // => 0.0608027112633121
 */
export const finitePopulationInterval = (tally: Tally, population: number, conf = 0.95): CentredInterval | null => {
  const point = npsPoint(tally)
  if (point === null) return null
  if (!(population >= point.n)) throw new RangeError(`population must be at least n = ${point.n}, got ${population}`)
  if (population === point.n) return around(point.nps, 0, conf)
  if (point.sampleVariance === null) return null
  return around(point.nps, Math.sqrt(((1 - point.n / population) * point.sampleVariance) / point.n), conf)
}

const around = (centre: number, se: number, conf: number): CentredInterval => {
  const reach = criticalZ(conf) * se
  return { centre, se, lower: centre - reach, upper: centre + reach, method: 'wald-finite-population', conf }
}
