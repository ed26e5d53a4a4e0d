import { compareMany, npsInterval, type Tally } from '../../src/stats/index.ts'
import { coverage } from '../interval-coverage.ts'

type Figure = { name: string; value: number; unit: string; goal: string }
type Shares = [promoter: number, passive: number, detractor: number]

/** From everyday answers to nearly all alike: promoter, passive, detractor. */
const trinomials: Shares[] = [
  [0.5, 0.3, 0.2],
  [0.6, 0.25, 0.15],
  [1 / 3, 1 / 3, 1 / 3],
  [0.462, 0.176, 0.362],
  [0.7, 0.2, 0.1],
  [0.85, 0.1, 0.05],
  [0.97, 0.02, 0.01],
  [0.1, 0.8, 0.1],
  [0.2, 0.3, 0.5],
  [0.05, 0.15, 0.8],
]

const coverageFigures = (n: number): Figure[] => {
  const covered = trinomials.map(([promoter, passive, detractor]) =>
    coverage(n, { promoter, passive, detractor }, 'default'),
  )
  const mean = covered.reduce((all, one) => all + one, 0) / covered.length
  const name = `exact coverage of the default 95 % interval, n = ${n}`
  return [
    { name: `${name}, mean of ten cases`, value: mean, unit: 'share', goal: '≥ 0.945' },
    { name: `${name}, worst of ten cases`, value: Math.min(...covered), unit: 'share', goal: '≥ 0.92' },
  ]
}

/** Tallies of 1 to 400 answers, with and without empty categories, the same ones on every run. */
const manyTallies = (many: number): Tally[] =>
  Array.from({ length: many }, (_, i) => ({
    promoters: (i * 7919) % 211,
    passives: (i * 104729) % 97,
    detractors: 1 + ((i * 1299709) % 89),
  }))

const bestOf = (rounds: number, work: () => void) => {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

const speedFigures = (): Figure[] => {
  const tallies = manyTallies(100_000)
  const small = tallies.map((tally, i) => ({ promoters: tally.promoters % 7, passives: i % 6, detractors: i % 5 }))
  const segments = manyTallies(10_000).map((tally, i) => ({ key: `segment ${i}`, tally }))
  const whole = { promoters: 2_000_000, passives: 1_000_000, detractors: 1_000_000 }
  const intervals = (list: Tally[]) => () => list.forEach(tally => void npsInterval(tally))
  return [
    { name: '100,000 default intervals', value: bestOf(5, intervals(tallies)), unit: 'ms', goal: '≤ 150' },
    { name: '100,000 default intervals, all by score', value: bestOf(5, intervals(small)), unit: 'ms', goal: '≤ 150' },
    {
      name: '10,000 segments compared, corrected and shrunk',
      value: bestOf(5, () => void compareMany(segments, whole)),
      unit: 'ms',
      goal: '≤ 300',
    },
  ]
}

/** Coverage of the default interval by enumeration, and the speed of intervals and comparisons on one core. */
export async function run(): Promise<Figure[]> {
  return [...[5, 10, 20, 100].flatMap(coverageFigures), ...speedFigures()]
}
