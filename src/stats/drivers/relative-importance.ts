import { randomStream } from '../random.ts'
import { completeRows, correlations, crossProducts, type DriverAnswers } from './correlations.ts'
import { johnsonWeights } from './johnson.ts'
import { sampledShapley, shapleyShares } from './shapley.ts'

/** How R² divides among the drivers; the shares of `shapley` and of `johnson` each add up to `r2`. */
export type RelativeImportance = {
  names: string[]
  /** Rows without a gap, and rows left out for one. */
  n: number
  dropped: number
  r2: number
  shapley: number[]
  johnson: number[]
  /** R² of the driver alone, and its gain when it enters last. */
  first: number[]
  last: number[]
  method: 'exact' | 'sampled orders'
}

const mostForExact = 13

/**
 * Drivers of an outcome: Shapley (LMG) shares and Johnson weights of R², which stay right when drivers go together;
 * a simple correlation does not. An association, never a cause. Rows with a gap are left out and counted; code
 * "never used" and "blank" as null. Exact up to 13 drivers, above that from sampled orders (`seed`).
 * null without drivers, with fewer rows than drivers + 2, or when the outcome never varies.
 * Throws RangeError for lists of unequal length.
 * Source: Lindeman, Merenda & Gold (1980); Grömping (2006), J Stat Softw 17(1); Johnson (2000).
 * @example relativeImportance({ outcome: [1, 2, 3, 5], drivers: { speed: [1, 2, 3, 4] } })?.shapley // => [0.965714285714286]
 */
export const relativeImportance = (
  answers: DriverAnswers,
  options: { seed?: number; orders?: number } = {},
): RelativeImportance | null => {
  const { names, columns, n, dropped } = completeRows(answers)
  if (names.length === 0 || n < names.length + 2) return null
  const found = correlations(names, crossProducts(columns))
  if (!found) return null
  const exact = names.length <= mostForExact
  const shares = exact ? shapleyShares(found) : sampledShapley(found, randomStream(options.seed ?? 1), options.orders)
  return { names, n, dropped, ...shares, johnson: johnsonWeights(found), method: exact ? 'exact' : 'sampled orders' }
}
