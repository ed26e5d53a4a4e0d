import { at } from '../special/at.ts'
import { twoSidedP } from '../special/normal.ts'

/** One word: difference of log odds between the piles, in its own standard errors, and two-sided p. */
export type LogOdds = { delta: number; z: number; p: number }

/**
 * Log odds of words with an informative Dirichlet prior ("fightin' words"): rare words no longer top the list.
 * `prior` per word, usually its frequency in all comments scaled to a small total. All lists in the order of the words.
 * Throws RangeError for unequal lists, counts below 0 or a prior not above 0.
 * Source: Monroe, Colaresi & Quinn (2008), Political Analysis 16:372, eq. 15–22.
 * @example logOdds([10, 5], [5, 10], [1, 1])[0]?.z // => 2.38862206975
 */
export const logOdds = (
  target: readonly number[],
  reference: readonly number[],
  prior: readonly number[],
): LogOdds[] => {
  if (target.length !== reference.length || target.length !== prior.length)
    throw new RangeError('target, reference and prior must be of one length')
  if (![...target, ...reference].every(count => count >= 0 && count <= Number.MAX_SAFE_INTEGER))
    throw new RangeError('counts must be numbers of at least 0')
  if (!prior.every(weight => weight > 1e-100 && weight <= Number.MAX_SAFE_INTEGER))
    throw new RangeError('prior weights must be above 0')
  const [here, there] = [target, reference].map(counts => prior.map((own, i) => at(counts, i) + own))
  if (!here || !there) return []
  const [restHere, restThere] = [sumOfOthers(here), sumOfOthers(there)]
  return prior.map((_, i) => {
    // With a single word there is nothing to be more common than.
    if (prior.length === 1) return { delta: 0, z: 0, p: 1 }
    const delta = logRatio(at(here, i), at(restHere, i)) - logRatio(at(there, i), at(restThere, i))
    const z = delta / Math.sqrt(1 / at(here, i) + 1 / at(there, i))
    return { delta, z, p: twoSidedP(z) }
  })
}

const logRatio = (a: number, b: number): number => Math.log(a) - Math.log(b)

// Added up from both ends instead of subtracted from the whole, which would lose small counts beside a huge one.
const sumOfOthers = (values: readonly number[]): number[] => {
  const before = [0]
  for (const value of values) before.push((before.at(-1) ?? 0) + value)
  const others = new Array<number>(values.length)
  let after = 0
  for (let i = values.length - 1; i >= 0; i--) {
    others[i] = at(before, i) + after
    after += at(values, i)
  }
  return others
}
