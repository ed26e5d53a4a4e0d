import { at } from './special/at.ts'

/** Corrections for many tests at once. */
export type PAdjustMethod = 'bonferroni' | 'holm' | 'hochberg' | 'BH' | 'BY'

const check = (p: readonly number[]): void => {
  for (const value of p)
    if (!(value >= 0 && value <= 1)) throw new RangeError(`p must be between 0 and 1, got ${value}`)
}

const harmonic = (m: number): number => {
  let total = 0
  for (let i = m; i >= 1; i--) total += 1 / i
  return total
}

// Sorted upwards, each p times a factor of its rank; then the running extreme keeps the order of the p-values.
const stepwise = (p: readonly number[], factor: (rank: number) => number, upwards: boolean): number[] => {
  const order = Uint32Array.from(p.keys()).sort((i, j) => at(p, i) - at(p, j))
  const adjusted = new Array<number>(p.length)
  let extreme = upwards ? 0 : 1
  for (let step = 0; step < p.length; step++) {
    const rank = upwards ? step : p.length - 1 - step
    const index = at(order, rank)
    const value = at(p, index) * factor(rank + 1)
    extreme = upwards ? Math.max(extreme, value) : Math.min(extreme, value)
    adjusted[index] = Math.min(1, extreme)
  }
  return adjusted
}

/**
 * Adjusted p-values in the order given. `BH` (false discovery rate) for lists of segments, `BY` when they overlap,
 * `holm` for few claims that must all hold. Throws RangeError for a p outside 0..1. Source: R stats::p.adjust;
 * Benjamini & Hochberg (1995), J. R. Statist. Soc. B 57:289.
 * @example pAdjust([0.01, 0.02, 0.03, 0.04], 'holm') // => [0.04, 0.06, 0.06, 0.06]
 */
export const pAdjust = (p: readonly number[], method: PAdjustMethod = 'BH'): number[] => {
  check(p)
  const m = p.length
  switch (method) {
    case 'bonferroni':
      return p.map(value => Math.min(1, value * m))
    case 'holm':
      return stepwise(p, rank => m - rank + 1, true)
    case 'hochberg':
      return stepwise(p, rank => m - rank + 1, false)
    case 'BH':
      return stepwise(p, rank => m / rank, false)
    case 'BY': {
      const penalty = harmonic(m)
      return stepwise(p, rank => (penalty * m) / rank, false)
    }
    default:
      throw new RangeError(`unknown correction ${String(method)}: use bonferroni, holm, hochberg, BH or BY`)
  }
}
