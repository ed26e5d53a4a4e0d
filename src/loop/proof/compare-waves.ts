import {
  type Category,
  categoryOf,
  isTooFew,
  newcombeDifference,
  nullTransition,
  type PairedChange,
  pairedChange,
  testRetest,
  transitionShares,
} from '../../stats/index.ts'
import type { Movement, Proof, ShareOf } from '../../vocabulary/index.ts'
import type { ScorePair } from './queries.ts'

/** Test-retest correlations of recommendation scores without a holdout or a repeat to learn them from (methods 1.19). */
const CHANCE = [0.4, 0.5, 0.6, 0.7, 0.8]
const SURE = 0.05

const ORDER: Category[] = ['promoter', 'passive', 'detractor']
const NONE = 3

type Comparison = Omit<Proof, 'surveys' | 'surveyId' | 'from' | 'to'>

/** What two waves say about the same people, and what chance alone would have done with their answers. */
export function compareWaves(pairs: ScorePair[]): Comparison {
  const counts = countsOf(pairs)
  const both = counts.map(row => row.slice(0, NONE))
  const paired = pairedChange(both)
  const seven = becamePromoter(pairs, 7)
  const eight = becamePromoter(pairs, 8)
  const difference = newcombeDifference(eight, seven)
  return {
    first: total(counts),
    both: total(both),
    newcomers: pairs.filter(pair => pair.first === null).reduce((sum, pair) => sum + pair.people, 0),
    moves: transitionShares(counts),
    change: paired && changeOf(paired, total(both)),
    promoters: netFlow(both),
    movements: movementsOf(both),
    chance: { lower: CHANCE[0] ?? 0, upper: CHANCE.at(-1) ?? 0, observed: correlationOf(pairs) },
    seven,
    eight,
    eightMinusSeven: difference && {
      difference: difference.difference,
      lower: difference.lower,
      upper: difference.upper,
    },
  }
}

const total = (table: number[][]): number => table.flat().reduce((sum, count) => sum + count, 0)

const columnOf = (score: number | null): number => (score === null ? NONE : ORDER.indexOf(categoryOf(score)))

/** Rows promoter, passive, detractor of those who answered at first; columns the same and "no answer". */
function countsOf(pairs: ScorePair[]): number[][] {
  const table = ORDER.map(() => [0, 0, 0, 0])
  for (const { first, second, people } of pairs) {
    if (first === null) continue
    const row = table[columnOf(first)] ?? []
    row[columnOf(second)] = (row[columnOf(second)] ?? 0) + people
  }
  return table
}

/** From −1..1 of the arithmetic to −100..100 of the product. */
const changeOf = (paired: PairedChange, both: number): Proof['change'] => ({
  first: paired.first * 100,
  second: paired.second * 100,
  change: paired.change * 100,
  lower: paired.lower * 100,
  upper: paired.upper * 100,
  p: paired.p,
  method: paired.method,
  verdict: isTooFew(both) ? 'unknown' : paired.p < SURE ? 'real' : 'noise',
})

function netFlow(table: number[][]): Proof['promoters'] {
  const came = (table[1]?.[0] ?? 0) + (table[2]?.[0] ?? 0)
  const left = (table[0]?.[1] ?? 0) + (table[0]?.[2] ?? 0)
  return { came, left, net: came - left }
}

const MOVEMENTS = [
  { name: 'passive_to_promoter', row: 1, columns: [0] },
  { name: 'detractor_to_better', row: 2, columns: [0, 1] },
  { name: 'promoter_to_worse', row: 0, columns: [1, 2] },
] as const

/** The three movements everybody asks about, each beside its band of chance, among those who answered twice. */
function movementsOf(table: number[][]): Movement[] {
  const [promoters = 0, passives = 0, detractors = 0] = table.map(row => row.reduce((sum, count) => sum + count, 0))
  const nulls =
    promoters + passives + detractors > 0
      ? CHANCE.map(rho => nullTransition({ promoters, passives, detractors }, rho))
      : []
  return MOVEMENTS.map(({ name, row, columns }) => {
    const sum = (cells: number[] | undefined) =>
      columns.reduce<number>((all, column) => all + (cells?.[column] ?? 0), 0)
    const n = (table[row] ?? []).reduce((all, count) => all + count, 0)
    const share = shareOf(sum(table[row]), n)
    const expected = nulls.map(transition => sum(transition[row]))
    const chance = n > 0 ? { lower: Math.min(...expected), upper: Math.max(...expected) } : null
    return { name, ...share, chance, ...against(share, chance) }
  })
}

/** Real only where the whole interval lies outside the whole band; too few people are not judged. */
function against(share: ShareOf, chance: Movement['chance']): Pick<Movement, 'verdict' | 'against'> {
  if (!chance || share.lower === null || share.upper === null || isTooFew(share.n))
    return { verdict: 'unknown', against: null }
  if (share.lower > chance.upper) return { verdict: 'real', against: 'above' }
  if (share.upper < chance.lower) return { verdict: 'real', against: 'below' }
  return { verdict: 'noise', against: 'inside' }
}

const shareOf = (x: number, n: number): ShareOf => {
  const [row] = transitionShares([[x, n - x]])
  return row?.[0] ?? { x, n, share: null, lower: null, upper: null }
}

/** How many of those who gave one score and answered again became promoters. */
function becamePromoter(pairs: ScorePair[], score: number): ShareOf {
  const again = pairs.filter(pair => pair.first === score && pair.second !== null)
  const people = (some: ScorePair[]) => some.reduce((sum, pair) => sum + pair.people, 0)
  return shareOf(people(again.filter(pair => columnOf(pair.second) === 0)), people(again))
}

const correlationOf = (pairs: ScorePair[]): number | null =>
  testRetest(
    pairs.flatMap(({ first, second, people }) =>
      first === null || second === null ? [] : Array.from({ length: people }, () => ({ first, second })),
    ),
  )
