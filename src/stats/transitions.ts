import { wilson } from './share-interval.ts'
import { at } from './special/at.ts'

/** How many of those who started in a row ended in a column; limits are Wilson's, `null` when the row is empty. */
export type TransitionShare = {
  x: number
  n: number
  share: number | null
  lower: number | null
  upper: number | null
}

/**
 * Table of (first category × second category) counts as shares of each row with Wilson intervals. Any number of rows
 * and columns; in the product promoter, passive, detractor. Never show it without what happens by itself
 * (`nullTransition` or a holdout). Source: Wilson (1927).
 * @example transitionShares([[40, 8, 2], [12, 22, 6], [3, 5, 12]])[1]?.[0] // => { x: 12, n: 40, share: 0.3, lower: 0.180748452297465, upper: 0.454300188181449 }
 */
export const transitionShares = (
  counts: readonly (readonly number[])[],
  { conf = 0.95 }: { conf?: number } = {},
): TransitionShare[][] =>
  counts.map(row => {
    const n = row.reduce((all, x) => all + x, 0)
    return row.map((_, column) => transition(at(row, column), n, conf))
  })

const transition = (x: number, n: number, conf: number): TransitionShare => {
  const interval = wilson(x, n, conf)
  return {
    x,
    n,
    share: n > 0 ? x / n : null,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
  }
}
