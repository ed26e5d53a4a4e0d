import fc from 'fast-check'
import { type Interval, type NpsIntervalMethod, sizeOf, type Tally } from '../../src/stats/index.ts'

export const count = (max = 5000) => fc.oneof(fc.nat({ max: 5 }), fc.nat({ max }))
export const tallies = (max?: number): fc.Arbitrary<Tally> =>
  fc.record({ promoters: count(max), passives: count(max), detractors: count(max) })
export const answered = (max?: number) => tallies(max).filter(tally => sizeOf(tally) > 0)
export const confs = fc.constantFrom(0.8, 0.9, 0.95, 0.99)
export const good: NpsIntervalMethod[] = ['score', 'adjusted-wald', 'agresti-min', 'mover']
export const methods = fc.constantFrom<NpsIntervalMethod | undefined>(undefined, ...good)

export const swapped = ({ promoters, passives, detractors }: Tally): Tally => ({
  promoters: detractors,
  passives,
  detractors: promoters,
})
export const times = (tally: Tally, factor: number): Tally => ({
  promoters: tally.promoters * factor,
  passives: tally.passives * factor,
  detractors: tally.detractors * factor,
})
export const known = (interval: Interval | null): Interval => {
  if (interval === null) throw new Error('an interval was expected')
  return interval
}
export const width = (interval: Interval | null): number => known(interval).upper - known(interval).lower
/** 200 in CI; LAW_RUNS for a long search. */
const runs = Number(process.env.LAW_RUNS ?? 200)
export const holds = <Values>(law: fc.IRawProperty<Values>) => fc.assert(law, { numRuns: runs })
