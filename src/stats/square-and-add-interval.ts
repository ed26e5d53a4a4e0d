import type { Interval } from './interval.ts'
import { wilsonLimits } from './share-interval.ts'
import { criticalZ } from './special/critical-z.ts'
import { sizeOf, type Tally } from './tally.ts'

const correlation = (promoters: number, detractors: number, n: number): number => {
  const scale = Math.sqrt(promoters * (n - promoters)) * Math.sqrt(detractors * (n - detractors))
  return scale === 0 ? 0 : -(promoters * detractors) / scale
}

/**
 * Newcombe's square-and-add interval (MOVER) for one NPS from the Wilson limits of its two shares: closed form.
 * `null` without answers. Source: Newcombe (1998), Statistics in Medicine 17:2635, method 10.
 * @example squareAndAddInterval({ promoters: 50, passives: 30, detractors: 20 })?.lower // => 0.139745327289084
 */
export const squareAndAddInterval = (tally: Tally, conf = 0.95): Interval | null => {
  const n = sizeOf(tally)
  if (n === 0) return null
  const z = criticalZ(conf)
  const { promoters, detractors } = tally
  const [lowP, highP] = wilsonLimits(promoters, n, z)
  const [lowD, highD] = wilsonLimits(detractors, n, z)
  const phi = correlation(promoters, detractors, n)
  const reach = (x: number, y: number) => Math.sqrt(Math.max(0, x * x - 2 * phi * x * y + y * y))
  const point = (promoters - detractors) / n
  const lower = Math.max(-1, point - reach(promoters / n - lowP, highD - detractors / n))
  const upper = Math.min(1, point + reach(detractors / n - lowD, highP - promoters / n))
  return { lower, upper, method: 'mover', conf }
}
