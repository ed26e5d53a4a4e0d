import { npsInterval, type Tally, waldInterval } from '../src/stats/index.ts'
import { logGamma } from '../src/stats/special/log-gamma.ts'

const logFactorial = (n: number) => logGamma(n + 1)

type Shares = { promoter: number; passive: number; detractor: number }

const chance = (n: number, { promoters, passives, detractors }: Tally, shares: Shares) =>
  Math.exp(
    logFactorial(n) -
      logFactorial(promoters) -
      logFactorial(passives) -
      logFactorial(detractors) +
      promoters * Math.log(shares.promoter) +
      passives * Math.log(shares.passive) +
      detractors * Math.log(shares.detractor),
  )

/** Exact share of samples of n answers whose interval holds the true NPS: every possible sample, by its probability. */
export const coverage = (n: number, shares: Shares, method: 'default' | 'wald'): number => {
  const truth = shares.promoter - shares.detractor
  let covered = 0
  for (let promoters = 0; promoters <= n; promoters++)
    for (let detractors = 0; promoters + detractors <= n; detractors++) {
      const tally = { promoters, passives: n - promoters - detractors, detractors }
      const interval = method === 'wald' ? waldInterval(tally) : npsInterval(tally)
      if (interval && interval.lower <= truth + 1e-12 && interval.upper >= truth - 1e-12)
        covered += chance(n, tally, shares)
    }
  return covered
}
