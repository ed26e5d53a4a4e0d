import { npsPoint } from './nps-variance.ts'
import { countable } from './special/within.ts'
import type { Tally } from './tally.ts'

/** A part of the customer base with its size and its answers. */
export type Stratum = { population: number; tally: Tally }

/** NPS of the whole base from its strata. `se` is `null` when a stratum has one answer only. */
export type PostStratified = { nps: number; se: number | null; populationCovered: number }

/**
 * NPS of the whole customer base: each stratum counts by its customers, not by its answers. Strata without answers
 * are left out; `populationCovered` (0..1) says how much of the base is left. `null` when no stratum has answers.
 * Throws RangeError for a population below 0. Source: Cochran (1977), 5.2; R survey::svymean.
 * @example postStratifiedNps([{ population: 8000, tally: { promoters: 30, passives: 40, detractors: 30 } }, { population: 1500, tally: { promoters: 60, passives: 30, detractors: 10 } }, { population: 3500, tally: { promoters: 45, passives: 35, detractors: 20 } }]) // => { nps: 0.125, se: 0.0527807661577008, populationCovered: 1 }
 */
export const postStratifiedNps = (strata: readonly Stratum[]): PostStratified | null => {
  for (const { population } of strata) countable(population, 'a population')
  const known = strata.flatMap(({ population, tally }) => {
    const point = npsPoint(tally)
    return point && population > 0 ? [{ population, point }] : []
  })
  const covered = known.reduce((all, { population }) => all + population, 0)
  if (covered === 0) return null
  let [value, variance]: [number, number | null] = [0, 0]
  for (const { population, point } of known) {
    const weight = population / covered
    value += weight * point.nps
    if (point.sampleVariance === null) variance = null
    if (variance !== null) variance += (weight * weight * (point.sampleVariance ?? 0)) / point.n
  }
  const all = strata.reduce((total, { population }) => total + population, 0)
  return { nps: value, se: variance === null ? null : Math.sqrt(variance), populationCovered: covered / all }
}
