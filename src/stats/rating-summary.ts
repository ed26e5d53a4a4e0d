import type { Interval } from './interval.ts'
import { goodPart } from './score.ts'
import { wilson } from './share-interval.ts'
import { at } from './special/at.ts'
import { studentTQuantile } from './special/student-t.ts'
import { countable } from './special/within.ts'

/** Ratings of one scale, concluded: mean, share of the good and of the bad part, each with its interval. */
export type RatingSummary = {
  n: number
  mean: number
  /** Student's t, cut at the ends of the scale; null with fewer than two answers or without any spread. */
  meanInterval: Interval | null
  good: Interval & { count: number; share: number }
  bad: Interval & { count: number; share: number }
}

/**
 * Concludes the counts of a scale that begins at `from` (CSAT, stars and five points 1 to 5, CES 1 to 7): mean with
 * Student's t interval, top-box and bottom-box share with Wilson's. `null` without answers.
 * Source: Wilson (1927); R stats::t.test.
 * @example ratingSummary('csat', [1, 0, 1, 4, 4])?.good.share // => 0.8
 * @example ratingSummary('csat', [1, 0, 1, 4, 4])?.mean // => 4
 */
export const ratingSummary = (opening: string, counts: readonly number[], from = 1): RatingSummary | null => {
  for (const count of counts) countable(count, 'a count')
  const n = counts.reduce((sum, count) => sum + count, 0)
  const part = goodPart(opening)
  if (n === 0 || !part) return null
  const sum = (value: (rating: number) => number) =>
    counts.reduce((total, count, i) => total + count * value(from + i), 0)
  const mean = sum(rating => rating) / n
  const variance = n > 1 ? sum(rating => (rating - mean) ** 2) / (n - 1) : 0
  return {
    n,
    mean,
    meanInterval: meanInterval(mean, variance, n, [from, from + counts.length - 1]),
    good: shareOf(
      sum(rating => (rating >= part.good ? 1 : 0)),
      n,
    ),
    bad: shareOf(
      sum(rating => (rating < part.middle ? 1 : 0)),
      n,
    ),
  }
}

const meanInterval = (mean: number, variance: number, n: number, ends: [number, number]): Interval | null => {
  if (n < 2 || variance === 0) return null
  const reach = studentTQuantile(0.975, n - 1) * Math.sqrt(variance / n)
  return { lower: Math.max(ends[0], mean - reach), upper: Math.min(ends[1], mean + reach), method: 't', conf: 0.95 }
}

const shareOf = (count: number, n: number) => {
  const interval = wilson(count, n) ?? { lower: 0, upper: 1, method: 'wilson', conf: 0.95 }
  return { ...interval, count, share: count / n }
}

/**
 * Puts neighbouring batches together until each holds `minimum`, from the first on; what is left over at the end stays
 * apart. The cut depends on the batches before it alone, so that a later batch never changes an earlier one.
 * @example batchesOf([4, 7, 3, 2, 6, 1], 10) // => [[0, 1], [2, 3, 4]]
 */
export const batchesOf = (sizes: readonly number[], minimum: number): number[][] => {
  const whole: number[][] = []
  let open: number[] = []
  for (const i of sizes.keys()) {
    open.push(i)
    if (open.reduce((sum, own) => sum + at(sizes, own), 0) < minimum) continue
    whole.push(open)
    open = []
  }
  return whole
}
