/**
 * Number at `index`; NaN outside, so that a wrong index shows instead of hiding.
 * @example at([5, 7], 1) // => 7
 */
export const at = (values: ArrayLike<number>, index: number): number => values[index] ?? Number.NaN

/**
 * Sum of the values in order; 0 for none.
 * @example sum([1, 2, 3]) // => 6
 */
export const sum = (values: ArrayLike<number>): number => {
  let total = 0
  for (let i = 0; i < values.length; i++) total += at(values, i)
  return total
}
