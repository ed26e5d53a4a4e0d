/** A confidence interval: limits, the method that made it and its confidence. */
export type Interval = { lower: number; upper: number; method: string; conf: number }

/**
 * Limits moved into [low, high].
 * @example clipped({ lower: -1.2, upper: 0.5, method: 'wald', conf: 0.95 }).lower // => -1
 */
export const clipped = (interval: Interval, low = -1, high = 1): Interval => ({
  ...interval,
  lower: Math.min(high, Math.max(low, interval.lower)),
  upper: Math.min(high, Math.max(low, interval.upper)),
})
