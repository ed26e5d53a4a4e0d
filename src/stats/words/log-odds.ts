import { at, sum } from '../special/at.ts'
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
  if (![...target, ...reference].every(count => count >= 0 && Number.isFinite(count)))
    throw new RangeError('counts must be numbers of at least 0')
  if (!prior.every(weight => weight > 0 && Number.isFinite(weight)))
    throw new RangeError('prior weights must be above 0')
  const weight = sum(prior)
  const [all, others] = [sum(target) + weight, sum(reference) + weight]
  return prior.map((own, i) => {
    const [a, b] = [at(target, i) + own, at(reference, i) + own]
    // With a single word there is nothing to be more common than.
    if (prior.length === 1) return { delta: 0, z: 0, p: 1 }
    const delta = Math.log(a / (all - a)) - Math.log(b / (others - b))
    const z = delta / Math.sqrt(1 / a + 1 / b)
    return { delta, z, p: twoSidedP(z) }
  })
}
