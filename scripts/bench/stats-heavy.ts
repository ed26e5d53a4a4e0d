import {
  compareRetention,
  coxFit,
  discoverSubgroups,
  importanceIntervals,
  proportionalOdds,
  randomStream,
  relativeImportance,
} from '../../src/stats/index.ts'

type Figure = { name: string; value: number; unit: string; goal: string }

const bestOf = (rounds: number, work: () => void) => {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

/** Answers whose ten drivers go together, as halo makes them. */
const survey = (n: number, seed: number) => {
  const stream = randomStream(seed)
  const mood = Array.from({ length: n }, () => stream() * 4)
  const driver = () => mood.map(own => Math.round(own / 2 + stream() * 3))
  const drivers = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`driver ${i}`, driver()]))
  const outcome = mood.map(own => Math.min(10, Math.round(own * 2 + stream() * 4)))
  return { outcome, drivers }
}

/** Customers of three classes, a third of whom have left; whole days, or moments of any precision. */
const customers = (n: number, wholeDays: boolean) => {
  const stream = randomStream(7)
  const time = Float64Array.from({ length: n }, () => (wholeDays ? Math.floor(stream() * 1500) : stream() * 1500))
  const status = Uint8Array.from({ length: n }, () => (stream() < 1 / 3 ? 1 : 0))
  const group = Array.from({ length: n }, () => ['promoter', 'passive', 'detractor'][Math.floor(stream() * 3)] ?? '')
  return { time, status, group }
}

const driverFigures = (): Figure[] => {
  const answers = survey(100_000, 1)
  const few = survey(2_000, 2)
  return [
    {
      name: 'Shapley shares of 10 drivers, 100,000 answers',
      value: bestOf(3, () => void relativeImportance(answers)),
      unit: 'ms',
      goal: '≤ 1,000',
    },
    {
      name: 'bootstrap intervals of 10 drivers, 2,000 answers, 2,000 samples',
      value: bestOf(1, () => void importanceIntervals(few)),
      unit: 'ms',
      goal: '–',
    },
    {
      name: 'proportional odds, eleven scores on 10 drivers, 2,000 answers',
      value: bestOf(1, () => void proportionalOdds({ category: few.outcome, categories: 11, columns: few.drivers })),
      unit: 'ms',
      goal: '–',
    },
  ]
}

const retentionFigures = (): Figure[] => {
  const [days, moments] = [customers(1_000_000, true), customers(1_000_000, false)]
  const both = (rows: typeof days) => () => void compareRetention(rows)
  const tenth = customers(100_000, true)
  const columns = { promoter: tenth.group.map(own => (own === 'promoter' ? 1 : 0)) }
  return [
    {
      name: 'Kaplan-Meier and log-rank, 1 million customers, whole days',
      value: bestOf(3, both(days)),
      unit: 'ms',
      goal: '≤ 1,000',
    },
    {
      name: 'Kaplan-Meier and log-rank, 1 million customers, 333,000 different moments',
      value: bestOf(3, both(moments)),
      unit: 'ms',
      goal: '≤ 1,000',
    },
    {
      name: 'Cox regression, one column, 100,000 customers',
      value: bestOf(1, () => void coxFit({ time: tenth.time, status: tenth.status, columns })),
      unit: 'ms',
      goal: '–',
    },
  ]
}

const subgroupFigures = (): Figure[] => {
  const { outcome, drivers } = survey(10_000, 3)
  const attributes = Object.fromEntries(
    Object.entries(drivers)
      .slice(0, 5)
      .map(([name, column]) => [name, column.map(String)]),
  )
  return [
    {
      name: 'subgroups of up to 3 of 5 attributes, 10,000 answers, 1,000 permutations',
      value: bestOf(1, () => void discoverSubgroups(outcome, attributes)),
      unit: 'ms',
      goal: '–',
    },
  ]
}

/** Drivers, retention and subgroups at the size of a large company, on one core. */
export async function run(): Promise<Figure[]> {
  return [...driverFigures(), ...retentionFigures(), ...subgroupFigures()]
}
