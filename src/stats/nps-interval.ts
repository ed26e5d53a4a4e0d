import { clipped, type Interval } from './interval.ts'
import { scoreInterval } from './score-interval.ts'
import { squareAndAddInterval } from './square-and-add-interval.ts'
import { sizeOf, type Tally } from './tally.ts'
import { adjustedWaldInterval, agrestiMinInterval, waldInterval } from './wald-interval.ts'

/** Ways to an interval for one NPS. */
export type NpsIntervalMethod = 'score' | 'adjusted-wald' | 'agresti-min' | 'mover' | 'wald'

/** Below this many answers the score interval is the default. */
const fewAnswers = 20

const rightMethod = (tally: Tally): NpsIntervalMethod => {
  const hasEmptyClass = tally.promoters === 0 || tally.passives === 0 || tally.detractors === 0
  return sizeOf(tally) < fewAnswers || hasEmptyClass ? 'score' : 'adjusted-wald'
}

/**
 * Interval for one NPS, −1 to 1. Without `method` it chooses: score (Tango) below 20 answers or when a category is
 * empty, adjusted Wald otherwise; `method` in the result says which. `null` without answers.
 * Throws RangeError for counts below 0, a conf outside 0..1 or an unknown method.
 * @example npsInterval({ promoters: 12, passives: 4, detractors: 3 })?.method // => 'score'
 * @example npsInterval({ promoters: 50, passives: 30, detractors: 20 }) // => { lower: 0.140511301787616, upper: 0.442012970057044, method: 'adjusted-wald', conf: 0.95 }
 */
export const npsInterval = (
  tally: Tally,
  { method, conf = 0.95 }: { method?: NpsIntervalMethod; conf?: number } = {},
): Interval | null => {
  const found = intervalBy(method ?? rightMethod(tally), tally, conf)
  if (found === null) return null
  const { lower, upper } = clipped(found)
  return { lower, upper, method: found.method, conf }
}

const intervalBy = (method: NpsIntervalMethod, tally: Tally, conf: number): Interval | null => {
  switch (method) {
    case 'score':
      return scoreInterval(tally, conf)
    case 'adjusted-wald':
      return adjustedWaldInterval(tally, conf)
    case 'agresti-min':
      return agrestiMinInterval(tally, conf)
    case 'mover':
      return squareAndAddInterval(tally, conf)
    case 'wald':
      return waldInterval(tally, conf)
    default:
      throw new RangeError(
        `unknown interval method ${String(method)}: use score, adjusted-wald, agresti-min, mover or wald`,
      )
  }
}
