import { at } from '../special/at.ts'

/** A p-value and an interval that stay right however often one looks; one entry per look. */
export type AlwaysValid = { evidence: number[]; p: number[]; halfWidth: number[] }

/** The difference seen at each look: `n` pairs (customers per arm) so far, and their mean difference. */
export type Looks = { n: readonly number[]; difference: readonly number[] }

/**
 * Mixture sequential probability ratio test for a live dashboard: reject whenever p < alpha, at any moment.
 * `variance` of one paired difference (twice the variance of an answer for two arms); `tau2` the variance of plausible
 * effects. Interval at each look: difference ± halfWidth.
 * Throws RangeError for lists of unequal length and settings not above 0.
 * Source: Johari, Koomen, Pekelis & Walsh (2017), KDD; normal mixture.
 * @example alwaysValid({ n: [100], difference: [0.4] }, { variance: 1, tau2: 0.01 }).p // => [0.025902224919975937]
 */
export const alwaysValid = (
  looks: Looks,
  { variance, tau2, alpha = 0.05 }: { variance: number; tau2: number; alpha?: number },
): AlwaysValid => {
  if (looks.n.length !== looks.difference.length) throw new RangeError('n and difference must be of one length')
  const fits = (value: number) => value > 1e-100 && value < 1e100
  if (!(fits(variance) && fits(tau2) && alpha > 0 && alpha < 1))
    throw new RangeError('variance and tau2 must be above 0, alpha between 0 and 1')
  const evidence: number[] = []
  const p: number[] = []
  const halfWidth: number[] = []
  for (const [i, n] of looks.n.entries()) {
    if (!(n >= 1 && n < 1e100)) throw new RangeError(`n must be at least 1, got ${n}`)
    const total = variance + n * tau2
    const logEvidence =
      0.5 * Math.log(variance / total) + (n * n * tau2 * at(looks.difference, i) ** 2) / (2 * variance * total)
    // Evidence beyond e^700 no longer fits into a number; its p-value is 0 to all digits.
    evidence.push(Math.exp(Math.min(700, logEvidence)))
    p.push(Math.min(p.at(-1) ?? 1, Math.exp(-logEvidence)))
    halfWidth.push(
      Math.sqrt(((2 * variance * total) / (n * n * tau2)) * (0.5 * Math.log(total / variance) - Math.log(alpha))),
    )
  }
  return { evidence, p, halfWidth }
}
