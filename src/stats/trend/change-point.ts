import { at, sum } from '../special/at.ts'
import { logGamma } from '../special/log-gamma.ts'
import type { Tally } from '../tally.ts'

/** Where the answers changed, if they did. */
export type ChangePoint = {
  /** Log of: data with one change against data without. */
  logBayesFactor: number
  /** after[i]: probability that the change came after period i (from 0), given that there was one. */
  after: number[]
  /** Probability that there was a change at all. */
  probability: number
}

/**
 * Bayesian single change point of the three shares: exact, without a normal approximation, good at five answers a
 * week. `prior`: Dirichlet weights for promoters, passives, detractors (1, 1, 1); `chance` of a change one half,
 * every place equally likely. null with fewer than two periods.
 * Throws RangeError for negative counts and prior weights not above 0.
 * Source: closed form Dirichlet-multinomial marginal likelihoods; Barry & Hartigan (1993).
 * @example changePoint([{ promoters: 9, passives: 0, detractors: 0 }, { promoters: 0, passives: 0, detractors: 9 }])?.after // => [1]
 */
export const changePoint = (
  periods: readonly Tally[],
  options: { prior?: readonly [number, number, number]; chance?: number } = {},
): ChangePoint | null => {
  const { prior = [1, 1, 1], chance = 0.5 } = options
  if (prior.some(weight => !(weight > 0))) throw new RangeError(`prior weights must be above 0, got ${prior}`)
  if (!(chance >= 0 && chance <= 1)) throw new RangeError(`chance must lie in 0..1, got ${chance}`)
  if (periods.length < 2) return null
  const rows = periods.map(({ promoters, passives, detractors }) => [promoters, passives, detractors])
  if (rows.flat().some(count => !(count >= 0))) throw new RangeError('counts must be numbers of at least 0')
  const whole = columnSums(rows)
  const splits = rows.slice(1).map((_, i) => {
    const before = columnSums(rows.slice(0, i + 1))
    return (
      marginal(before, prior) +
      marginal(
        whole.map((count, c) => count - at(before, c)),
        prior,
      )
    )
  })
  const top = Math.max(...splits)
  const likely = splits.map(value => Math.exp(value - top))
  const logBayesFactor = top + Math.log(sum(likely) / likely.length) - marginal(whole, prior)
  return {
    logBayesFactor,
    after: likely.map(value => value / sum(likely)),
    probability: chanceAfter(logBayesFactor, chance),
  }
}

const chanceAfter = (logBayesFactor: number, chance: number): number => {
  if (chance === 0 || chance === 1) return chance
  return 1 / (1 + Math.exp(-logBayesFactor - Math.log(chance / (1 - chance))))
}

const columnSums = (rows: readonly number[][]): number[] => [0, 1, 2].map(c => sum(rows.map(row => at(row, c))))

const marginal = (counts: readonly number[], prior: readonly number[]): number =>
  logGamma(sum(prior)) -
  logGamma(sum(prior) + sum(counts)) +
  sum(counts.map((count, c) => logGamma(at(prior, c) + count) - logGamma(at(prior, c))))
