import type { Interval } from './interval.ts'
import { nps } from './nps.ts'
import { scoreLimits, scoreStatistic } from './score-interval.ts'
import { criticalZ } from './special/critical-z.ts'
import { findRoot } from './special/find-root.ts'
import { twoSidedP } from './special/normal.ts'
import type { Tally } from './tally.ts'

/** Difference of two NPS, on −2..2, with its limits. */
export type DifferenceInterval = Interval & { difference: number }

/**
 * Difference a − b of two independent NPS with the MOVER interval from two score intervals; never without width.
 * `null` when a side has no answers. Source: Zou & Donner (2008), Statistics in Medicine 27:1693.
 * @example moverDifference({ promoters: 25, passives: 0, detractors: 0 }, { promoters: 20, passives: 4, detractors: 1 })?.lower // => -0.058771738756104
 */
export const moverDifference = (a: Tally, b: Tally, conf = 0.95): DifferenceInterval | null => {
  const [here, there] = [nps(a), nps(b)]
  if (here === null || there === null) return null
  const z = criticalZ(conf)
  const [lowA, highA] = scoreLimits(a, z)
  const [lowB, highB] = scoreLimits(b, z)
  const difference = here - there
  const lower = difference - Math.hypot(here - lowA, highB - there)
  const upper = difference + Math.hypot(highA - here, there - lowB)
  return { difference, lower, upper, method: 'mover-score', conf }
}

/**
 * Two-sided p of the MOVER interval: the smallest error rate at which it still leaves out 0. Both tallies need answers.
 * Walks the circle on which the lower limit is exactly 0 to the point where both score statistics agree.
 * @example moverP({ promoters: 10, passives: 5, detractors: 5 }, { promoters: 10, passives: 5, detractors: 5 }) // => 1
 */
export const moverP = (a: Tally, b: Tally): number => {
  const [here, there] = [nps(a) ?? 0, nps(b) ?? 0]
  if (here === there) return 1
  if (here < there) return moverP(b, a)
  const gap = here - there
  const fromA = (angle: number) => scoreStatistic(a, here - gap * Math.cos(angle))
  const fromB = (angle: number) => -scoreStatistic(b, there + gap * Math.sin(angle))
  const angle = findRoot(x => fromA(x) - fromB(x), 0, Math.PI / 2, 1e-14)
  return twoSidedP((fromA(angle) + fromB(angle)) / 2)
}
