import { inverse, type Matrix, quadraticForm, zeros } from '../matrix/cholesky.ts'
import { type LogisticFit, logisticFit } from '../prediction/logistic.ts'
import { at } from '../special/at.ts'
import { chiSquareUpper } from '../special/chi-square.ts'
import type { OrdinalRow } from './cumulative-terms.ts'
import { type OrdinalInput, ordinalRows } from './proportional-odds.ts'

/** Is one coefficient enough for all cuts? A small p for a name: it works differently at the top and the bottom. */
export type ParallelOdds = {
  chi2: number
  df: number
  p: number
  byName: { name: string; chi2: number; df: number; p: number; perCut: number[] }[]
}

/**
 * Brant's test of the proportional odds assumption: one logistic regression per cut, their slopes compared.
 * null with two categories, when a cut has no finite slopes or their spread cannot be told.
 * Source: Brant (1990), Biometrics 46:1171.
 * @example parallelOdds({ category: [0, 1], categories: 2, columns: { x: [0, 1] } }) // => null
 */
export const parallelOdds = (input: OrdinalInput): ParallelOdds | null => {
  const rows = ordinalRows(input)
  const names = Object.keys(input.columns)
  const cuts = Array.from({ length: input.categories - 1 }, (_, j) => j)
  const fits = cuts.flatMap(cut => cutFit(rows, names, cut) ?? [])
  if (cuts.length < 2 || fits.length < cuts.length) return null
  const covariance = jointCovariance(rows, fits)
  const test = (columns: number[]) => equalSlopes(fits, covariance, columns, names.length)
  const whole = test(names.map((_, i) => i))
  const single = names.map((_, i) => test([i]))
  if (!whole || single.some(found => !found)) return null
  return {
    ...whole,
    byName: names.map((name, i) => ({
      name,
      ...(single[i] ?? whole),
      perCut: fits.map(fit => at(fit.slopes, i)),
    })),
  }
}

const cutFit = (rows: OrdinalRow[], names: string[], cut: number): LogisticFit | null =>
  logisticFit({
    hits: rows.map(row => (row.category > cut ? row.weight : 0)),
    sizes: rows.map(row => row.weight),
    columns: Object.fromEntries(names.map((name, i) => [name, rows.map(row => at(row.x, i))])),
  })

// Slopes of two cuts come from the same customers; Brant's formula for how they vary together.
const jointCovariance = (rows: OrdinalRow[], fits: LogisticFit[]): Matrix[][] =>
  fits.map((low, l) =>
    fits.map((high, h) => {
      const [first, second] = l <= h ? [low, high] : [high, low]
      const middle = weightedProducts(rows, first, second)
      return product(product(low.covariance, middle), high.covariance)
    }),
  )

const weightedProducts = (rows: OrdinalRow[], low: LogisticFit, high: LogisticFit): Matrix => {
  const size = low.slopes.length + 1
  const total = zeros(size)
  for (const row of rows) {
    const x = [1, ...row.x]
    const weight = row.weight * shareAt(high, row.x) * (1 - shareAt(low, row.x))
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) (total[i] as number[])[j] = at(total[i] ?? [], j) + weight * at(x, i) * at(x, j)
  }
  return total
}

const shareAt = (fit: LogisticFit, x: number[]): number =>
  1 / (1 + Math.exp(-fit.slopes.reduce((value, slope, i) => value + slope * at(x, i), fit.intercept)))

const product = (a: Matrix, b: Matrix): Matrix =>
  a.map(row => (b[0] ?? []).map((_, j) => row.reduce((value, own, k) => value + own * at(b[k] ?? [], j), 0)))

const equalSlopes = (fits: LogisticFit[], joint: Matrix[][], columns: number[], width: number) => {
  const others = fits.slice(1)
  const gaps = others.flatMap(fit => columns.map(c => at(fits[0]?.slopes ?? [], c) - at(fit.slopes, c)))
  const between = (a: number, b: number, i: number, j: number) => at(joint[a]?.[b]?.[i + 1] ?? [], j + 1)
  const spread = others.flatMap((_, l) =>
    columns.map(i =>
      others.flatMap((__, h) =>
        columns.map(
          j => between(0, 0, i, j) - between(0, h + 1, i, j) - between(l + 1, 0, i, j) + between(l + 1, h + 1, i, j),
        ),
      ),
    ),
  )
  const precision = width > 0 ? inverse(spread) : null
  if (!precision) return null
  const chi2 = quadraticForm(precision, gaps)
  return { chi2, df: gaps.length, p: chiSquareUpper(chi2, gaps.length) }
}
