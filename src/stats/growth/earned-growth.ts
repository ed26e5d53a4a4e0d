/** Revenue of one period; all amounts in one currency. */
export type GrowthFigures = {
  revenueLastPeriod: number
  /** Revenue this period from customers who already were customers last period. */
  revenueFromReturning: number
  /** Revenue this period from new customers who came by recommendation. */
  revenueFromEarned: number
  /** All revenue this period; needed for the base 'this period'. */
  revenueThisPeriod?: number
}

/** Shares (1 = 100 %); `base` says what earned new customers are measured against: print it under the number. */
export type EarnedGrowth = {
  netRevenueRetention: number
  earnedNewCustomers: number
  earnedGrowthRate: number
  base: 'last period' | 'this period'
}

/**
 * Earned growth rate = net revenue retention + earned new customers − 1. The base of the second term is ambiguous in
 * the source; with 'last period' (default) the rate is the growth that was earned.
 * null when the base is 0 or not given, or amounts overflow. Throws RangeError for amounts below 0.
 * Source: Reichheld, Darnell & Burns (2021), HBR Nov–Dec, "Net Promoter 3.0".
 * @example earnedGrowth({ revenueLastPeriod: 1000, revenueFromReturning: 950, revenueFromEarned: 180 })?.earnedGrowthRate // => 0.13
 */
export const earnedGrowth = (
  figures: GrowthFigures,
  options: { base?: 'last period' | 'this period' } = {},
): EarnedGrowth | null => {
  const bad = Object.entries(figures).find(
    ([, amount]) => amount !== undefined && !(amount >= 0 && Number.isFinite(amount)),
  )
  if (bad) throw new RangeError(`${bad[0]} must be an amount of at least 0, got ${bad[1]}`)
  const base = options.base ?? 'last period'
  const against = base === 'last period' ? figures.revenueLastPeriod : (figures.revenueThisPeriod ?? 0)
  if (figures.revenueLastPeriod === 0 || against === 0) return null
  const netRevenueRetention = figures.revenueFromReturning / figures.revenueLastPeriod
  const earnedNewCustomers = figures.revenueFromEarned / against
  const earnedGrowthRate = netRevenueRetention + earnedNewCustomers - 1
  return Number.isFinite(earnedGrowthRate) ? { netRevenueRetention, earnedNewCustomers, earnedGrowthRate, base } : null
}
