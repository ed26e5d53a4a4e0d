import { sizeOf, type Tally } from './tally.ts'

/**
 * Variance of one answer coded 1, 0, −1: p + d − (p − d)². Divided by n it is the variance of the NPS. The covariance
 * of p and d belongs to it: without it intervals cover 88 % for ever. `null` without answers.
 * @example npsVariance({ promoters: 50, passives: 30, detractors: 20 }) // => 0.61
 */
export const npsVariance = (tally: Tally): number | null => {
  const n = sizeOf(tally)
  if (n === 0) return null
  const { promoters, passives, detractors } = tally
  // Sum of products of pairs: the same number as p + d − (p − d)², but never below 0 by rounding.
  return (promoters / n) * (passives / n) + (detractors / n) * (passives / n) + (4 * promoters * (detractors / n)) / n
}

/** What one tally says before any interval: shares, NPS, variance and standard error. */
export type NpsPoint = {
  n: number
  nps: number
  variance: number
  se: number
  /** Variance with n − 1; `null` at n = 1. */
  sampleVariance: number | null
  promoterShare: number
  passiveShare: number
  detractorShare: number
}

/**
 * Point estimate with its variance and standard error, all on −1..1. `null` without answers.
 * Source: R package NPS (brendan-r/NPS), `nps_var_`, `nps_se_`.
 * @example npsPoint({ promoters: 50, passives: 30, detractors: 20 })?.se // => 0.0781024967590665
 */
export const npsPoint = (tally: Tally): NpsPoint | null => {
  const variance = npsVariance(tally)
  if (variance === null) return null
  const n = sizeOf(tally)
  return {
    n,
    nps: (tally.promoters - tally.detractors) / n,
    variance,
    se: Math.sqrt(variance / n),
    sampleVariance: n > 1 ? (variance * n) / (n - 1) : null,
    promoterShare: tally.promoters / n,
    passiveShare: tally.passives / n,
    detractorShare: tally.detractors / n,
  }
}
