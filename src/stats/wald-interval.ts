import type { Interval } from './interval.ts'
import { npsVariance } from './nps-variance.ts'
import { criticalZ } from './special/critical-z.ts'
import { sizeOf, type Tally } from './tally.ts'

/** An interval around a centre, not cut at −1 and 1. */
export type CentredInterval = Interval & { centre: number; se: number }

/** Half an answer's worth of caution, added to promoters and detractors each; passives get the rest. */
type PseudoAnswers = { each: number; total: number }

/**
 * Tally with pseudo-answers added: `each` to promoters and detractors, the rest of `total` to passives.
 * @example withPseudoAnswers({ promoters: 5, passives: 3, detractors: 2 }, plusThree) // => { promoters: 5.75, passives: 4.5, detractors: 2.75 }
 */
export const withPseudoAnswers = (tally: Tally, { each, total }: PseudoAnswers): Tally => ({
  promoters: tally.promoters + each,
  passives: tally.passives + total - 2 * each,
  detractors: tally.detractors + each,
})

/** +3 in all: Rocks (2016), Lewis & Sauro (2021). */
export const plusThree: PseudoAnswers = { each: 0.75, total: 3 }

/** +2 in all: Agresti & Min (2005). */
const plusTwo: PseudoAnswers = { each: 0.5, total: 2 }

const around = (tally: Tally, conf: number, method: string): CentredInterval | null => {
  const variance = npsVariance(tally)
  if (variance === null) return null
  const n = sizeOf(tally)
  const centre = (tally.promoters - tally.detractors) / n
  const se = Math.sqrt(variance / n)
  const reach = criticalZ(conf) * se
  return { lower: centre - reach, upper: centre + reach, centre, se, method, conf }
}

/**
 * The usual interval s ± z·SE, not cut at ±1. Covers far too rarely in small samples and has no width when all
 * answers are alike: for comparison only. `null` without answers.
 * @example waldInterval({ promoters: 50, passives: 30, detractors: 20 })?.lower // => 0.146921919249573
 */
export const waldInterval = (tally: Tally, conf = 0.95): CentredInterval | null => around(tally, conf, 'wald')

/**
 * Adjusted Wald: ¾ promoter, 1½ passives, ¾ detractor added, then Wald; not cut at ±1. `null` without answers.
 * Source: Rocks (2016), The American Statistician 70:365.
 * @example adjustedWaldInterval({ promoters: 50, passives: 30, detractors: 20 })?.upper // => 0.442012970057044
 */
export const adjustedWaldInterval = (tally: Tally, conf = 0.95): CentredInterval | null =>
  sizeOf(tally) === 0 ? null : around(withPseudoAnswers(tally, plusThree), conf, 'adjusted-wald')

/**
 * Agresti-Min: ½ promoter, 1 passive, ½ detractor added, then Wald; not cut at ±1. `null` without answers.
 * Source: Agresti & Min (2005), Statistics in Medicine 24:729.
 * @example agrestiMinInterval({ promoters: 50, passives: 30, detractors: 20 })?.centre // => 0.294117647058824
 */
export const agrestiMinInterval = (tally: Tally, conf = 0.95): CentredInterval | null =>
  sizeOf(tally) === 0 ? null : around(withPseudoAnswers(tally, plusTwo), conf, 'agresti-min')
