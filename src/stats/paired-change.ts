import { criticalZ } from './special/critical-z.ts'
import { twoSidedP } from './special/normal.ts'
import { countable } from './special/within.ts'

/** Change of the NPS of the same people, −2..2, second wave minus first. */
export type PairedChange = {
  n: number
  first: number
  second: number
  change: number
  se: number
  lower: number
  upper: number
  p: number
  method: string
}

/** Ways to the interval of a paired change. */
export type PairedMethod = 'wald' | 'adjusted-wald'

type Sums = { n: number; total: number; squares: number; first: number; second: number; ups: number; downs: number }

// Value of a category in the order promoter, passive, detractor.
const netOf = (index: number): number => 1 - index

const sumsOf = (table: readonly (readonly number[])[]): Sums => {
  if (table.length !== 3 || table.some(row => row.length !== 3))
    throw new RangeError(
      'a table of two waves must be 3 × 3: rows first wave, columns second; promoter, passive, detractor',
    )
  const sums = { n: 0, total: 0, squares: 0, first: 0, second: 0, ups: 0, downs: 0 }
  table.forEach((row, from) => {
    row.forEach((count, to) => {
      countable(count, 'a count')
      const step = netOf(to) - netOf(from)
      sums.n += count
      sums.total += count * step
      sums.squares += count * step * step
      sums.first += count * netOf(from)
      sums.second += count * netOf(to)
      if (step > 0) sums.ups += count
      if (step < 0) sums.downs += count
    })
  })
  return sums
}

const estimate = (n: number, total: number, squares: number, conf: number) => {
  const mean = total / n
  const se = Math.sqrt(Math.max(0, squares / n - mean * mean) / n)
  const reach = criticalZ(conf) * se
  const z = mean === 0 ? 0 : se === 0 ? Number.MAX_VALUE : mean / se
  return { se, lower: Math.max(-2, mean - reach), upper: Math.min(2, mean + reach), p: twoSidedP(z) }
}

/**
 * Change of the NPS of the same people between two waves: 3 × 3 table, rows first wave, columns second, promoter,
 * passive, detractor. Without `method`: Wald for marginal mean scores, and below 20 pairs, or when nobody moved up or
 * nobody down, adjusted Wald (one pair of three pseudo-pairs in four up, down and twice still) so that it never has no
 * width. `null` without pairs. Source: Fagerland, Lydersen & Laake (2017), ch. 9.
 * @example pairedChange([[40, 8, 2], [12, 22, 6], [3, 5, 12]])?.upper // => 0.172415638288517
 */
export const pairedChange = (
  table: readonly (readonly number[])[],
  { method, conf = 0.95 }: { method?: PairedMethod; conf?: number } = {},
): PairedChange | null => {
  const { n, total, squares, first, second, ups, downs } = sumsOf(table)
  if (n === 0) return null
  const chosen = method ?? (n < 20 || ups === 0 || downs === 0 ? 'adjusted-wald' : 'wald')
  const found = chosen === 'wald' ? estimate(n, total, squares, conf) : estimate(n + 3, total, squares + 1.5, conf)
  return { n, first: first / n, second: second / n, change: total / n, ...found, method: chosen }
}

/** Score test of no change: the variance under the hypothesis that nothing changed. */
export type ChangeTest = { z: number; p: number }

/**
 * Score test of "the NPS of these people did not change". z is 0 when nobody moved. `null` without pairs.
 * Source: Fagerland, Lydersen & Laake (2017), ch. 9 (marginal mean scores).
 * @example pairedScoreTest([[40, 8, 2], [12, 22, 6], [3, 5, 12]]) // => { z: 0.700140042014005, p: 0.483839851393568 }
 */
export const pairedScoreTest = (table: readonly (readonly number[])[]): ChangeTest | null => {
  const { n, total, squares } = sumsOf(table)
  if (n === 0) return null
  const z = total === 0 ? 0 : total / Math.sqrt(squares)
  return { z, p: twoSidedP(z) }
}
