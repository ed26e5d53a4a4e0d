import { at } from './special/at.ts'
import { bivariateNormalCdf } from './special/bivariate-normal.ts'
import { normalQuantile } from './special/normal.ts'
import type { Tally } from './tally.ts'

/** Shares of the three categories; they need not add up to 1, only their proportions count. */
export type CategoryShares = { promoter: number; passive: number; detractor: number }

const sharesOf = (margins: Tally | CategoryShares): [promoter: number, passive: number, detractor: number] => {
  const shares: [number, number, number] =
    'promoters' in margins
      ? [margins.promoters, margins.passives, margins.detractors]
      : [margins.promoter, margins.passive, margins.detractor]
  for (const share of shares)
    if (!(share >= 0 && Number.isFinite(share))) throw new RangeError(`a share must be at least 0, got ${share}`)
  const total = shares[0] + shares[1] + shares[2]
  if (total === 0) throw new RangeError('margins must hold at least one answer')
  return [shares[0] / total, shares[1] / total, shares[2] / total]
}

// Latent limits from above: promoters lie between cuts[1] and cuts[0].
const cutsOf = ([promoter, , detractor]: [number, number, number]): number[] => [
  Number.POSITIVE_INFINITY,
  -normalQuantile(Math.min(1, promoter)),
  normalQuantile(Math.min(1, detractor)),
  Number.NEGATIVE_INFINITY,
]

const rectangle = (cuts: number[], row: number, column: number, rho: number): number => {
  const [top, bottom, right, left] = [at(cuts, row), at(cuts, row + 1), at(cuts, column), at(cuts, column + 1)]
  const cdf = (x: number, y: number) => bivariateNormalCdf(x, y, rho)
  return Math.max(0, cdf(top, right) - cdf(bottom, right) - cdf(top, left) + cdf(bottom, left))
}

/**
 * Joint shares of (first answer, second answer) if nobody's true opinion moved: latent bivariate normal with these
 * margins and test-retest correlation `rho`. Order promoter, passive, detractor.
 * @example nullJoint({ promoter: 0.5, passive: 0.3, detractor: 0.2 }, 0)[0] // => [0.25, 0.15, 0.1]
 */
export const nullJoint = (margins: Tally | CategoryShares, rho: number): number[][] => {
  const cuts = cutsOf(sharesOf(margins))
  return [0, 1, 2].map(row => [0, 1, 2].map(column => rectangle(cuts, row, column, rho)))
}

/**
 * What happens by itself: probability of each second category given the first, if nobody's true opinion moved and
 * answers repeat with correlation `rho` (0.4 to 0.8 when unknown: show the band). Rows and columns promoter, passive,
 * detractor; the row of a category that nobody is in is all 0. Throws RangeError for rho outside −1..1 or no answers.
 * Source: regression to the mean, Barnett, van der Pols & Dobson (2005); latent normal by Genz (2004).
 * @example nullTransition({ promoter: 0.5, passive: 0.3, detractor: 0.2 }, 0.6)[1] // => [0.384903787200335, 0.386253266791539, 0.228842946008125]
 */
export const nullTransition = (margins: Tally | CategoryShares, rho: number): number[][] =>
  nullJoint(margins, rho).map(row => {
    const total = row.reduce((all, share) => all + share, 0)
    return row.map(share => (total > 0 ? share / total : 0))
  })
