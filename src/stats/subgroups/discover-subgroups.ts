import { nps } from '../nps.ts'
import { npsVariance } from '../nps-variance.ts'
import { pAdjust } from '../p-adjust.ts'
import { type RandomStream, randomStream, shuffled } from '../random.ts'
import { randomEffects } from '../random-effects.ts'
import { categoryOf } from '../score.ts'
import { at } from '../special/at.ts'
import { twoSidedP } from '../special/normal.ts'
import { complementOf, sizeOf, type Tally } from '../tally.ts'
import { type Attributes, type Conditions, type Grid, gridsOf } from './candidates.ts'
import { cellScores, cellTallies } from './cell-scores.ts'

/** A subgroup that stands out, and whether it does so again in the half that was held back. */
export type Discovery = {
  conditions: Conditions
  /** In the half that was searched. */
  n: number
  nps: number | null
  /** NPS of the subgroup minus NPS of everybody else, and the same pulled towards 0. */
  difference: number
  shrunk: number
  z: number
  p: number
  /** Corrected for all subgroups looked at. */
  adjusted: number
  /** In the half that was held back; null without one or when the subgroup is too small there. */
  confirmation: { n: number; difference: number; p: number; adjusted: number } | null
  confirmed: boolean | null
}

/** What was found, and among how many subgroups. */
export type Discoveries = { found: Discovery[]; lookedAt: number; searched: number; heldBack: number }

/** How to search; see `discoverSubgroups`. */
export type DiscoveryOptions = {
  minimum?: number
  depth?: 1 | 2 | 3
  correction?: 'permutation' | 'BY' | 'BH'
  permutations?: number
  level?: number
  holdBack?: number
  seed?: number
}

/**
 * Looks for subgroups (up to `depth` = 3 attributes at once, at least `minimum` = 30 answers) whose NPS differs from
 * everybody else's. Overlapping subgroups are corrected by the permutation maximum (Westfall-Young, default, family-
 * wise, 1,000 `permutations`) or BY; those with adjusted p ≤ `level` (0.1) are tested again in the share `holdBack`
 * (0.5; 0 for none) of the rows that was not searched, one-sided in the direction found, with Holm.
 * Throws RangeError for columns of unequal length, scores outside 0..10 and settings without sense.
 * Source: Westfall & Young (1993); Benjamini & Yekutieli (2001); hold-back confirmation.
 * @example discoverSubgroups([9, 2], { country: ['FI', 'DE'] }).found // => []
 */
export const discoverSubgroups = (
  scores: readonly number[],
  attributes: Attributes,
  options: DiscoveryOptions = {},
): Discoveries => {
  const { minimum = 30, depth = 3, holdBack = 0.5, level = 0.1, seed = 1 } = options
  check(scores, attributes, holdBack)
  const stream = randomStream(seed)
  const order = shuffled([...scores.keys()], stream)
  const cut = Math.round(order.length * holdBack)
  const [kept, searched] = [order.slice(0, cut), order.slice(cut)]
  const marks = marksOf(scores, searched)
  const grids = gridsOf(attributes, searched, depth, minimum)
  const candidates = measure(grids, marks)
  const adjusted = adjust(candidates, grids, marks, options, stream)
  const found = candidates
    .map((candidate, i) => ({ ...candidate, adjusted: at(adjusted, i) }))
    .filter(candidate => candidate.adjusted <= level)
    .sort((a, b) => a.adjusted - b.adjusted || Math.abs(b.z) - Math.abs(a.z))
  return {
    found: confirm(found, scores, attributes, kept, minimum, level),
    lookedAt: candidates.length,
    searched: searched.length,
    heldBack: kept.length,
  }
}

const check = (scores: readonly number[], attributes: Attributes, holdBack: number): void => {
  for (const [name, column] of Object.entries(attributes))
    if (column.length !== scores.length) throw new RangeError(`"${name}" must have ${scores.length} entries as scores`)
  for (const score of scores) categoryOf(score)
  if (!(holdBack >= 0 && holdBack < 1)) throw new RangeError(`holdBack must lie in [0, 1), got ${holdBack}`)
}

const marksOf = (scores: readonly number[], rows: readonly number[]): Int8Array =>
  Int8Array.from(rows, row => ({ promoter: 1, passive: 0, detractor: -1 })[categoryOf(at(scores, row))])

type Candidate = Omit<Discovery, 'adjusted' | 'confirmation' | 'confirmed'>

const measure = (grids: Grid[], marks: Int8Array): Candidate[] => {
  const whole = tallyOfMarks(marks)
  const rows = grids.flatMap(grid => {
    const [tallies, z] = [cellTallies(grid, marks), cellScores(grid, marks)]
    return grid.cells.map((cell, i) => ({ cell, tally: tallies[i] ?? whole, z: at(z, i) }))
  })
  const differences = rows.map(({ tally }) => differenceOf(tally, whole))
  // The pooled variance, because a small subgroup of one class has none of its own.
  const spread = npsVariance(whole) ?? 0
  const variances = rows.map(({ cell }) => spread * (1 / cell.n + 1 / (marks.length - cell.n)))
  const shrunk = rows.length > 1 && spread > 0 ? shrunkTowardsZero(differences, variances) : differences
  return rows.map(({ cell, tally, z }, i) => ({
    conditions: cell.conditions,
    n: cell.n,
    nps: nps(tally),
    difference: at(differences, i),
    shrunk: at(shrunk, i),
    z,
    p: twoSidedP(z),
  }))
}

const shrunkTowardsZero = (differences: number[], variances: number[]): number[] => {
  const tau2 = randomEffects(differences, variances, 'DL')?.tau2 ?? 0
  return differences.map((difference, i) => (tau2 / (tau2 + at(variances, i))) * difference)
}

const tallyOfMarks = (marks: Int8Array): Tally => {
  const tally = { promoters: 0, passives: 0, detractors: 0 }
  for (const mark of marks) tally[mark === 1 ? 'promoters' : mark === 0 ? 'passives' : 'detractors']++
  return tally
}

const differenceOf = (tally: Tally, whole: Tally): number => (nps(tally) ?? 0) - (nps(complementOf(whole, tally)) ?? 0)

const adjust = (
  candidates: Candidate[],
  grids: Grid[],
  marks: Int8Array,
  { correction = 'permutation', permutations = 1000 }: DiscoveryOptions,
  stream: RandomStream,
): number[] => {
  const p = candidates.map(candidate => candidate.p)
  if (correction !== 'permutation') return pAdjust(p, correction)
  if (candidates.length === 0) return []
  const largest = new Float64Array(permutations)
  const mixed = marks.slice()
  for (let round = 0; round < permutations; round++) {
    mix(mixed, stream)
    for (const grid of grids)
      for (const z of cellScores(grid, mixed)) if (Math.abs(z) > at(largest, round)) largest[round] = Math.abs(z)
  }
  const sorted = largest.sort()
  return candidates.map(({ z }) => (1 + countFrom(sorted, Math.abs(z))) / (permutations + 1))
}

const mix = (marks: Int8Array, stream: RandomStream): void => {
  for (let i = marks.length - 1; i > 0; i--) {
    const j = Math.floor(stream() * (i + 1))
    const held = marks[i] as number
    marks[i] = marks[j] as number
    marks[j] = held
  }
}

/** How many of the rising values are at least `least`. */
const countFrom = (sorted: Float64Array, least: number): number => {
  const first = sorted.findIndex(value => value >= least - 1e-12)
  return first < 0 ? 0 : sorted.length - first
}

const confirm = (
  found: (Candidate & { adjusted: number })[],
  scores: readonly number[],
  attributes: Attributes,
  kept: readonly number[],
  minimum: number,
  level: number,
): Discovery[] => {
  const again = found.map(candidate => retest(candidate, scores, attributes, kept, minimum))
  const tested = again.flatMap((test, i) => (test ? [{ i, p: test.p }] : []))
  const holm = pAdjust(
    tested.map(({ p }) => p),
    'holm',
  )
  const adjustedOf = new Map(tested.map(({ i }, order) => [i, at(holm, order)]))
  return found.map((candidate, i) => {
    const test = again[i] ?? null
    const adjusted = adjustedOf.get(i) ?? 1
    return {
      ...candidate,
      confirmation: test && { ...test, adjusted },
      confirmed: test ? adjusted <= level : null,
    }
  })
}

const retest = (
  { conditions, z }: Candidate,
  scores: readonly number[],
  attributes: Attributes,
  kept: readonly number[],
  minimum: number,
): { n: number; difference: number; p: number } | null => {
  const fits = (row: number) => conditions.every(({ attribute, value }) => attributes[attribute]?.[row] === value)
  const inside = kept.filter(fits)
  const marks = marksOf(scores, kept)
  const cellOf = Uint32Array.from(kept, row => (fits(row) ? 1 : 0))
  // A third of the smallest size searched is enough to be asked once more.
  if (inside.length < minimum / 3 || kept.length === inside.length) return null
  const grid: Grid = { cellOf, cells: [{ code: 1, conditions, n: inside.length }], size: 2 }
  const [tally] = cellTallies(grid, marks)
  const side = at(cellScores(grid, marks), 0) * Math.sign(z)
  const p = twoSidedP(side) / 2
  const difference = tally && sizeOf(tally) > 0 ? differenceOf(tally, tallyOfMarks(marks)) : 0
  return { n: inside.length, difference, p: side > 0 ? p : 1 - p }
}
