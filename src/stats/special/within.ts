/**
 * The value itself, where it lies between two limits; otherwise a RangeError that names it.
 * @example within(0.5, 0, 1, 'a share') // => 0.5
 */
export const within = (value: number, low: number, high: number, name: string): number => {
  if (value >= low && value <= high) return value
  throw new RangeError(`${name} must be between ${low} and ${high}, got ${value}`)
}

/** The most answers that are counted: beyond it a double skips whole numbers. */
const mostAnswers = 1e15

/** The least weight an answer may carry without being left out. */
const leastWeight = 1e-9

/**
 * A count (or sum of weights) that is 0 or between 1e-9 and 1e15; otherwise a RangeError that names it.
 * @example countable(12, 'promoters') // => 12
 */
export const countable = (count: number, name: string): number =>
  count === 0 ? 0 : within(count, leastWeight, mostAnswers, name)
