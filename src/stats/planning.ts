import { checkShares, type ExpectedShares, varianceOfShares } from './answers-needed.ts'
import { normalCdf, normalQuantile } from './special/normal.ts'
import { within } from './special/within.ts'

/** Error rate (two-sided) and power of a comparison to plan. */
export type PlanOptions = { alpha?: number; power?: number }

/** Answers needed, before and after rounding up. */
export type Plan = { raw: number; n: number }

// Sum of the two z: what a difference must measure, in standard errors, to be found with this power.
const reachOf = ({ alpha = 0.05, power = 0.8 }: PlanOptions): number => {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must be between 0 and 1, got ${alpha}`)
  if (!(power > alpha / 2 && power < 1)) throw new RangeError(`power must be between alpha/2 and 1, got ${power}`)
  return -normalQuantile(alpha / 2) + normalQuantile(power)
}

// No sample finds a difference of 0, and no customer base holds more than 1e15 people.
const plan = (variance: number, delta: number, options: PlanOptions): Plan | null => {
  const reach = reachOf(options)
  const raw = (variance * reach * reach) / (delta * delta)
  if (!(raw < 1e15)) return null
  return { raw, n: Math.max(1, Math.ceil(raw)) }
}

/** Power of a two-sided z test for a difference of `effect` standard errors; both tails count. */
const powerAt = (effect: number, alpha: number): number => {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must be between 0 and 1, got ${alpha}`)
  const z = -normalQuantile(alpha / 2)
  return normalCdf(effect - z) + normalCdf(-effect - z)
}

const checkSize = (n: number, name: string): void => {
  within(n, 1e-9, 1e15, name)
}

/**
 * Answers per group to tell two NPS of different people apart, from the expected shares. `null` when both expected NPS
 * are equal: no sample finds a difference of 0. Source: normal approximation; R pwr::pwr.norm.test within 0.1 %.
 * @example answersPerGroup({ promoter: 0.5, detractor: 0.2 }, { promoter: 0.45, detractor: 0.22 })?.n // => 1966
 */
export const answersPerGroup = (a: ExpectedShares, b: ExpectedShares, options: PlanOptions = {}): Plan | null => {
  checkShares(a)
  checkShares(b)
  const delta = a.promoter - a.detractor - b.promoter + b.detractor
  return plan(varianceOfShares(a) + varianceOfShares(b), Math.abs(delta) < 1e-12 ? 0 : delta, options)
}

/**
 * Chance that a comparison of two NPS with these group sizes finds the expected difference.
 * @example powerOfGroups({ promoter: 0.6, detractor: 0.1 }, { promoter: 0.5, detractor: 0.2 }, 279, 279) // => 0.900564
 */
export const powerOfGroups = (a: ExpectedShares, b: ExpectedShares, nA: number, nB: number, alpha = 0.05): number => {
  checkShares(a)
  checkShares(b)
  checkSize(nA, 'n of the first group')
  checkSize(nB, 'n of the second group')
  const se = Math.sqrt(varianceOfShares(a) / nA + varianceOfShares(b) / nB)
  const delta = a.promoter - a.detractor - b.promoter + b.detractor
  return se === 0 ? Number(delta !== 0) : powerAt(Math.abs(delta) / se, alpha)
}

/**
 * Pairs needed when the same people answer twice: the correlation of their two answers (classes coded 1, 0, −1; 0.5 in
 * a typical panel) saves answers. `null` when no change is expected. Throws RangeError for a correlation outside −1..1.
 * Source: variance of a difference of correlated means.
 * @example pairsNeeded(0.07, { promoter: 0.5, detractor: 0.2 }, 0.5)?.n // => 978
 */
export const pairsNeeded = (
  change: number,
  shares: ExpectedShares,
  correlation: number,
  options: PlanOptions = {},
): Plan | null => {
  checkShares(shares)
  if (!(correlation >= -1 && correlation <= 1)) throw new RangeError(`correlation must be -1 to 1, got ${correlation}`)
  return plan(2 * varianceOfShares(shares) * (1 - correlation), change, options)
}

/**
 * Chance that so many people who answer twice show a change of their NPS of this size.
 * @example powerOfPairs(0.07, { promoter: 0.5, detractor: 0.2 }, 0.5, 978) // => 0.80036
 */
export const powerOfPairs = (
  change: number,
  shares: ExpectedShares,
  correlation: number,
  pairs: number,
  alpha = 0.05,
): number => {
  checkShares(shares)
  within(change, -2, 2, 'change')
  within(correlation, -1, 1, 'correlation')
  const se = Math.sqrt((2 * varianceOfShares(shares) * (1 - correlation)) / within(pairs, 1e-9, 1e15, 'pairs'))
  return se === 0 ? Number(change !== 0) : powerAt(Math.abs(change) / se, alpha)
}

/**
 * People per group for a holdout whose outcome is a share (became promoter, stayed, bought). With `ratio` the treated
 * group is that many times the holdout; `n` is the size of the holdout. `null` when the shares are equal.
 * Source: Fleiss, Levin & Paik (2003), ch. 4, unpooled variance.
 * @example holdoutNeeded(0.24, 0.33)?.n // => 391
 */
export const holdoutNeeded = (
  untreated: number,
  treated: number,
  { ratio = 1, ...options }: PlanOptions & { ratio?: number } = {},
): Plan | null => {
  for (const share of [untreated, treated])
    if (!(share >= 0 && share <= 1)) throw new RangeError(`a share must be between 0 and 1, got ${share}`)
  checkSize(ratio, 'ratio')
  const variance = untreated * (1 - untreated) + (treated * (1 - treated)) / ratio
  return plan(variance, treated - untreated, options)
}

/**
 * Chance that a holdout of these sizes finds the difference of two expected shares.
 * @example powerOfHoldout(0.24, 0.33, 400, 400) // => 0.808
 */
export const powerOfHoldout = (
  untreated: number,
  treated: number,
  nUntreated: number,
  nTreated: number,
  alpha = 0.05,
): number => {
  checkSize(nUntreated, 'n of the untreated')
  checkSize(nTreated, 'n of the treated')
  for (const share of [untreated, treated])
    if (!(share >= 0 && share <= 1)) throw new RangeError(`a share must be between 0 and 1, got ${share}`)
  const se = Math.sqrt((untreated * (1 - untreated)) / nUntreated + (treated * (1 - treated)) / nTreated)
  return se === 0 ? Number(treated !== untreated) : powerAt(Math.abs(treated - untreated) / se, alpha)
}

/**
 * How many times more answers are needed when whole groups (accounts, stores) of `size` answers are drawn or
 * randomised: 1 + (size − 1)·correlation within the group. Source: Kish (1965).
 * @example clusterDesignEffect(20, 0.05) // => 1.95
 */
export const clusterDesignEffect = (size: number, correlation: number): number => {
  within(size, 1, 1e15, 'size')
  if (!(correlation >= -1 / Math.max(1, size - 1) && correlation <= 1))
    throw new RangeError(`correlation within a group must be between -1/(size − 1) and 1, got ${correlation}`)
  return 1 + (size - 1) * correlation
}

/**
 * Answers and groups needed when groups are randomised: a plan for single answers times the design effect.
 * @example clustersNeeded({ raw: 391, n: 391 }, 20, 0.05) // => { answers: 763, clusters: 39 }
 */
export const clustersNeeded = (
  single: Plan,
  size: number,
  correlation: number,
): { answers: number; clusters: number } => {
  const answers = Math.ceil(single.raw * clusterDesignEffect(size, correlation))
  return { answers, clusters: Math.ceil(answers / size) }
}

/**
 * The smallest difference of two NPS that groups of these sizes can find with the wanted power: show it when somebody
 * opens a comparison that cannot detect anything useful.
 * @example smallestDetectable({ promoter: 0.5, detractor: 0.2 }, 100, 100) // => 0.309445
 */
export const smallestDetectable = (
  shares: ExpectedShares,
  nA: number,
  nB: number,
  options: PlanOptions = {},
): number => {
  checkShares(shares)
  checkSize(nA, 'n of the first group')
  checkSize(nB, 'n of the second group')
  return reachOf(options) * Math.sqrt(varianceOfShares(shares) * (1 / nA + 1 / nB))
}
