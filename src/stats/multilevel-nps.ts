import { inverse, type Matrix } from './matrix/cholesky.ts'
import { covarianceBetween, type Membership, multilevelVariances } from './multilevel-variance.ts'
import { npsVariance } from './nps-variance.ts'
import { at, sum } from './special/at.ts'
import { criticalZ } from './special/critical-z.ts'
import { countable } from './special/within.ts'
import { mergeTallies, sizeOf, type Tally } from './tally.ts'
import { plusThree, withPseudoAnswers } from './wald-interval.ts'

/** Customers who share a level in every factor, such as { country: 'FI', product: 'A' }; without answers n = 0. */
export type Cell = { levels: Readonly<Record<string, string>>; population: number; tally: Tally }

/** An NPS, −1..1, with the uncertainty that is left. */
export type Estimate = { nps: number; se: number; lower: number; upper: number }

/** NPS of cells, of every level of every factor and of the whole base. */
export type MultilevelNps = {
  whole: Estimate
  levels: ({ factor: string; level: string; population: number } & Estimate)[]
  cells: Estimate[]
  /** Variance of true NPS between the levels of each factor; `cell` is what the factors do not explain. */
  variances: Record<string, number>
}

/** More cells than this make the matrices too large for a page; merge small ones before. */
const mostCells = 400

const check = (cells: readonly Cell[], factors: readonly string[]): void => {
  if (cells.length > mostCells) throw new RangeError(`at most ${mostCells} cells, got ${cells.length}`)
  if (factors.includes('cell')) throw new RangeError('a factor must not be called cell: that is the name of the rest')
  cells.forEach(({ levels, population }, i) => {
    countable(population, `population of cell ${i}`)
    for (const factor of factors)
      if (levels[factor] === undefined) throw new RangeError(`cell ${i} has no level of factor ${factor}`)
  })
}

const indicesOf = (names: string[]): number[] => {
  const seen = [...new Set(names)]
  return names.map(name => seen.indexOf(name))
}

const membershipOf = (cells: readonly Cell[], factors: readonly string[]): Membership => [
  ...factors.map(factor => indicesOf(cells.map(({ levels }) => levels[factor] ?? ''))),
  cells.map((_, i) => i),
]

type Believed = { mean: number[]; covariance: Matrix }

// Best linear prediction of every cell, answered or not, and the covariance of its error (universal kriging).
const believe = (
  all: Membership,
  observed: number[],
  y: number[],
  v: number[],
  variances: number[],
): Believed | null => {
  const size = all[0]?.length ?? 0
  const between = (i: number, j: number) => covarianceBetween(i, j, all, variances)
  const noisy = observed.map((i, a) => observed.map((j, b) => between(i, j) + (a === b ? at(v, a) : 0)))
  const precision = inverse(noisy, 1e-14)
  if (precision === null) return null
  const ones = precision.map(row => sum(row))
  const total = sum(ones)
  const mu = ones.reduce((value, weight, a) => value + (weight / total) * at(y, a), 0)
  const cross = Array.from({ length: size }, (_, i) => observed.map(j => between(i, j)))
  const weights = cross.map(row => precision.map(line => line.reduce((value, g, b) => value + g * at(row, b), 0)))
  const mean = weights.map(row => mu + row.reduce((value, weight, a) => value + weight * (at(y, a) - mu), 0))
  const unexplained = weights.map(row => 1 - sum(row))
  const covariance = cross.map((_, i) =>
    cross.map((other, j) => {
      const known = other.reduce((value, part, a) => value + part * at(weights[i] ?? [], a), 0)
      return between(i, j) - known + (at(unexplained, i) * at(unexplained, j)) / total
    }),
  )
  return { mean, covariance }
}

const estimateOf = ({ mean, covariance }: Believed, weights: number[], z: number): Estimate => {
  const total = sum(weights)
  const share = weights.map(weight => weight / total)
  const nps = share.reduce((all, weight, i) => all + weight * at(mean, i), 0)
  let square = 0
  share.forEach((one, i) => {
    share.forEach((other, j) => {
      square += one * other * at(covariance[i] ?? [], j)
    })
  })
  const se = Math.sqrt(Math.max(0, square))
  const clip = (value: number) => Math.max(-1, Math.min(1, value))
  return { nps: clip(nps), se, lower: clip(nps - z * se), upper: clip(nps + z * se) }
}

/**
 * NPS of a whole customer base and of each part of it from uneven answers: cells borrow strength from cells that share
 * a country, a product or another factor, then each counts by its customers. What MrP does, with a linear model and
 * known sampling variances instead of a sampler; cells without answers get what their factors say. `null` without
 * answers or population. Throws RangeError for a cell without a level of a factor or more than 400 cells.
 * Source: Gelman & Little (1997); restricted maximum likelihood and universal kriging.
 * @example multilevelNps([{ levels: { country: 'DE' }, population: 80, tally: { promoters: 50, passives: 30, detractors: 20 } }, { levels: { country: 'FI' }, population: 20, tally: { promoters: 50, passives: 30, detractors: 20 } }], ['country'])?.whole.nps // => 0.3
 */
export const multilevelNps = (
  cells: readonly Cell[],
  factors: readonly string[],
  { conf = 0.95 }: { conf?: number } = {},
): MultilevelNps | null => {
  check(cells, factors)
  const observed = [...cells.keys()].filter(i => sizeOf(cells[i]?.tally ?? mergeTallies()) > 0)
  const population = cells.map(cell => cell.population)
  if (observed.length === 0 || sum(population) === 0) return null
  const pooled = npsVariance(withPseudoAnswers(mergeTallies(...cells.map(cell => cell.tally)), plusThree)) ?? 1
  const answered = observed.flatMap(i => cells[i]?.tally ?? [])
  const y = answered.map(tally => (tally.promoters - tally.detractors) / sizeOf(tally))
  const v = answered.map(tally => pooled / sizeOf(tally))
  const all = membershipOf(cells, factors)
  const variances = multilevelVariances(
    y,
    v,
    membershipOf(
      observed.flatMap(i => cells[i] ?? []),
      factors,
    ),
  )
  const believed = variances && believe(all, observed, y, v, variances)
  if (!variances || !believed) return null
  const z = criticalZ(conf)
  return {
    whole: estimateOf(believed, population, z),
    levels: factors.flatMap(factor => byLevel(cells, factor, believed, z)),
    cells: cells.map((_, i) =>
      estimateOf(
        believed,
        cells.map((__, j) => Number(i === j)),
        z,
      ),
    ),
    variances: Object.fromEntries([...factors, 'cell'].map((factor, f) => [factor, at(variances, f)])),
  }
}

const byLevel = (cells: readonly Cell[], factor: string, believed: Believed, z: number): MultilevelNps['levels'] =>
  [...new Set(cells.map(({ levels }) => levels[factor] ?? ''))].flatMap(level => {
    const weights = cells.map(cell => (cell.levels[factor] === level ? cell.population : 0))
    const population = sum(weights)
    return population > 0 ? [{ factor, level, population, ...estimateOf(believed, weights, z) }] : []
  })
