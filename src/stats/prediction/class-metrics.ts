import { at, sum } from '../special/at.ts'

/** How good predicted shares of ordered classes are; lower is better. */
export type ClassMetrics = { n: number; rankedProbabilityScore: number; logLoss: number | null }

/**
 * Ranked probability score (0 best, 1 worst) and log loss of predicted shares of ordered classes; `outcome` holds the
 * class that came true, from 0. null without predictions. Log loss null when the true class had been ruled out.
 * Throws RangeError for rows of unequal length, shares that do not add up to 1, classes that do not exist.
 * Source: Epstein (1969), divided by classes − 1.
 * @example classMetrics([[0.2, 0.3, 0.5]], [2])?.rankedProbabilityScore // => 0.145
 */
export const classMetrics = (
  predicted: readonly (readonly number[])[],
  outcome: readonly number[],
): ClassMetrics | null => {
  const n = predicted.length
  if (outcome.length !== n) throw new RangeError('predictions and outcomes must be of one length')
  for (const [i, shares] of predicted.entries()) checkRow(shares, at(outcome, i), predicted[0]?.length ?? 0)
  if (n === 0) return null
  const loss = -sum(predicted.map((shares, i) => Math.log(at(shares, at(outcome, i))))) / n
  return {
    n,
    rankedProbabilityScore: sum(predicted.map((shares, i) => rankedScore(shares, at(outcome, i)))) / n,
    logLoss: Number.isFinite(loss) ? loss : null,
  }
}

const checkRow = (shares: readonly number[], outcome: number, classes: number): void => {
  if (shares.length !== classes || classes < 2) throw new RangeError('every row needs the same two or more shares')
  if (!shares.every(share => share >= 0 && share <= 1) || Math.abs(sum(shares) - 1) > 1e-6)
    throw new RangeError(`shares must lie in 0..1 and add up to 1, got ${shares.join(', ')}`)
  if (!Number.isInteger(outcome) || outcome < 0 || outcome >= classes)
    throw new RangeError(`a class must be a whole number from 0 to ${classes - 1}, got ${outcome}`)
}

const rankedScore = (shares: readonly number[], outcome: number): number => {
  let below = 0
  let score = 0
  for (let j = 0; j < shares.length - 1; j++) {
    below += at(shares, j)
    score += (below - (outcome <= j ? 1 : 0)) ** 2
  }
  return score / (shares.length - 1)
}
