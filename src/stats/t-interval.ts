import { npsPoint } from './nps-variance.ts'
import { studentTQuantile } from './special/student-t.ts'
import { within } from './special/within.ts'
import type { Tally } from './tally.ts'
import type { CentredInterval } from './wald-interval.ts'

/**
 * Student's t interval on answers coded 1, 0, −1, not cut at ±1; as other tools show it, no better than Wald in small
 * samples. `null` with fewer than two answers. Source: R stats::t.test.
 * @example tInterval({ promoters: 12, passives: 5, detractors: 3 })?.lower // => 0.094704684985659
 */
export const tInterval = (tally: Tally, conf = 0.95): CentredInterval | null => {
  within(conf, 1e-9, 1 - 1e-15, 'conf')
  const point = npsPoint(tally)
  if (!point || point.sampleVariance === null) return null
  const se = Math.sqrt(point.sampleVariance / point.n)
  const reach = studentTQuantile((1 + conf) / 2, point.n - 1) * se
  return { centre: point.nps, se, lower: point.nps - reach, upper: point.nps + reach, method: 't', conf }
}
