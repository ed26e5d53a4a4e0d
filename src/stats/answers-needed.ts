import { criticalZ } from './special/critical-z.ts'
import { within } from './special/within.ts'

/** Shares of promoters and detractors that are expected. */
export type ExpectedShares = { promoter: number; detractor: number }

/** Nobody in the middle: the largest variance an NPS can have. */
const worstCase: ExpectedShares = { promoter: 0.5, detractor: 0.5 }

/** Throws RangeError unless both shares are within 0..1 and leave room for passives. */
export const checkShares = ({ promoter, detractor }: ExpectedShares): void => {
  const fits = promoter >= 0 && detractor >= 0 && promoter + detractor <= 1 + 1e-12
  if (!fits) throw new RangeError(`shares must be at least 0 and at most 1 together, got ${promoter} and ${detractor}`)
}

/**
 * Variance of one answer coded 1, 0, −1 from expected shares.
 * @example varianceOfShares({ promoter: 0.5, detractor: 0.2 }) // => 0.61
 */
export const varianceOfShares = ({ promoter, detractor }: ExpectedShares): number =>
  Math.max(0, promoter + detractor - (promoter - detractor) ** 2)

/** Answers needed before rounding up, without and with a finite population. */
export type AnswersNeeded = { raw: number; n: number; ofPopulation: number | null }

/**
 * As `answersNeeded`, with the figures before rounding and the correction for a small customer base.
 * @example answersNeededFor(0.05, { promoter: 0.5, detractor: 0.2 }, { population: 2000 }) // => { raw: 937.315952249366, n: 938, ofPopulation: 639 }
 */
export const answersNeededFor = (
  margin: number,
  shares: ExpectedShares = worstCase,
  { conf = 0.95, population }: { conf?: number; population?: number } = {},
): AnswersNeeded => {
  within(margin, 1e-6, 2, 'margin')
  checkShares(shares)
  const raw = (criticalZ(conf) ** 2 * varianceOfShares(shares)) / margin ** 2
  return { raw, n: Math.ceil(raw), ofPopulation: population === undefined ? null : ofPopulation(raw, population) }
}

const ofPopulation = (raw: number, population: number): number => {
  within(population, 1, 1e15, 'population')
  return Math.min(population, Math.ceil(raw / (1 + (raw - 1) / population)))
}

/**
 * Answers needed so that the interval reaches no further than `margin` (0.05 = 5 points) to each side. Without shares
 * the worst case, half promoters and half detractors. With `population` the finite population correction.
 * Throws RangeError for a margin outside 0.000001..2. Source: Cochran (1977), Sampling Techniques, ch. 4.
 * @example answersNeeded(0.1) // => 385
 * @example answersNeeded(0.05) // => 1537
 */
export const answersNeeded = (
  margin: number,
  shares: ExpectedShares = worstCase,
  options: { conf?: number; population?: number } = {},
): number => {
  const { n, ofPopulation: limited } = answersNeededFor(margin, shares, options)
  return limited ?? n
}

/**
 * How far the interval of an NPS will reach to each side with so many answers: the question of `answersNeeded` turned
 * round, for a survey whose reach is given. Throws RangeError for an n outside 1..1e15. Source: Cochran (1977), ch. 4.
 * @example marginOf(385) // => 0.09989
 */
export const marginOf = (
  n: number,
  shares: ExpectedShares = worstCase,
  { conf = 0.95, population }: { conf?: number; population?: number } = {},
): number => {
  checkShares(shares)
  within(n, 1, 1e15, 'n')
  const left = population === undefined ? 1 : 1 - n / within(population, n, 1e15, 'population')
  return criticalZ(conf) * Math.sqrt((varianceOfShares(shares) * left) / n)
}
