import { at } from './special/at.ts'

/** Fewer answers than this are not shown by default; anonymous surveys may go down to `leastMinimum`. */
export const defaultMinimum = 10

/** No setting may go below this. */
export const leastMinimum = 5

/**
 * Whether any of these groups has too few answers to be judged: its figure stands with its interval, but no verdict does.
 * @example isTooFew(40, 9) // => true
 */
export const isTooFew = (...sizes: number[]): boolean => sizes.some(n => n < defaultMinimum)

/** Which cells stay hidden: for their own size, and so that no hidden one can be worked out. */
export type Suppression = { primary: number[]; suppressed: number[] }

/**
 * Indices of cells to hide. Cells with 1 to `minimum` − 1 answers are hidden; when the total is published and exactly
 * one cell is hidden, the smallest other cell goes too, so that it cannot be found by subtraction. Zeros are shown.
 * Source: GP Patient Survey (England), suppression rule.
 * @example suppression([120, 7, 45, 300]) // => { primary: [1], suppressed: [1, 2] }
 */
export const suppression = (
  sizes: readonly number[],
  { minimum = defaultMinimum, totalPublished = true }: { minimum?: number; totalPublished?: boolean } = {},
): Suppression => {
  for (const size of sizes) if (!(size >= 0)) throw new RangeError(`a cell size must be at least 0, got ${size}`)
  const primary = [...sizes.keys()].filter(i => at(sizes, i) > 0 && at(sizes, i) < minimum)
  const partner = totalPublished && primary.length === 1 ? smallestOther(sizes, at(primary, 0)) : null
  const suppressed = partner === null ? primary : [...primary, partner].sort((i, j) => i - j)
  return { primary: [...primary], suppressed: [...suppressed] }
}

const smallestOther = (sizes: readonly number[], hidden: number): number | null => {
  let smallest: number | null = null
  for (let i = 0; i < sizes.length; i++) {
    if (i === hidden || at(sizes, i) === 0) continue
    if (smallest === null || at(sizes, i) < at(sizes, smallest)) smallest = i
  }
  return smallest
}
