import { defaultMinimum } from './suppression.ts'

/** Whether a result may be shown beside the results already shown. */
export type GuardVerdict =
  | { allowed: true }
  | { allowed: false; reason: 'too_few' | 'difference_too_small'; size: number }

const sizeOfDifference = (one: ReadonlySet<string | number>, other: ReadonlySet<string | number>): number => {
  let missing = 0
  for (const member of one) if (!other.has(member)) missing += 1
  return missing
}

/**
 * Guards against two filters that differ by a few people: a result over `members` is refused when it holds 1 to
 * `minimum` − 1 people itself, or when somebody who has also seen one of `shown` could subtract the two and be left
 * with that few. `size` is how many people the smallest difference would lay bare. Source: differencing attack,
 * Statistical Policy Working Paper 22 (2005).
 * @example guardDifference(new Set([1, 2, 3]), [], { minimum: 3 }) // => { allowed: true }
 * @example guardDifference(new Set([1, 2, 3, 4, 5, 6]), [new Set([1, 2, 3, 4, 5])], { minimum: 5 }) // => { allowed: false, reason: 'difference_too_small', size: 1 }
 */
export const guardDifference = (
  members: ReadonlySet<string | number>,
  shown: readonly ReadonlySet<string | number>[],
  { minimum = defaultMinimum }: { minimum?: number } = {},
): GuardVerdict => {
  const small = (size: number) => size > 0 && size < minimum
  if (small(members.size)) return { allowed: false, reason: 'too_few', size: members.size }
  for (const other of shown) {
    const sizes = [sizeOfDifference(members, other), sizeOfDifference(other, members)].filter(small)
    if (sizes.length > 0) return { allowed: false, reason: 'difference_too_small', size: Math.min(...sizes) }
  }
  return { allowed: true }
}

/** Answers in a filtered result and in the same result without one more condition. */
export type NestedSizes = { narrow: number; wide: number }

/**
 * The same guard where only sizes are known and one filter lies within the other.
 * @example guardNested({ narrow: 97, wide: 100 }) // => { allowed: false, reason: 'difference_too_small', size: 3 }
 */
export const guardNested = (
  { narrow, wide }: NestedSizes,
  { minimum = defaultMinimum }: { minimum?: number } = {},
): GuardVerdict => {
  if (!(narrow >= 0 && wide >= narrow)) throw new RangeError(`narrow must be 0 to wide, got ${narrow} of ${wide}`)
  const small = (size: number) => size > 0 && size < minimum
  if (small(narrow)) return { allowed: false, reason: 'too_few', size: narrow }
  if (small(wide - narrow)) return { allowed: false, reason: 'difference_too_small', size: wide - narrow }
  return { allowed: true }
}
