import { nps } from './nps.ts'
import { at } from './special/at.ts'
import { digamma, trigamma } from './special/digamma.ts'
import { logGamma } from './special/log-gamma.ts'
import { sizeOf, type Tally } from './tally.ts'

/** What segments have in common, and each NPS pulled towards it; handles segments of one answer. */
export type SharedPrior = {
  /** Pseudo-answers of the shared prior: promoter, passive, detractor. */
  alpha: [promoter: number, passive: number, detractor: number]
  /** Sum of alpha: as many answers of its own a segment needs to count as much as the others' experience. */
  concentration: number
  logLikelihood: number
  shrunk: number[]
  raw: (number | null)[]
}

/** Above this many pseudo-answers segments are treated as all alike. */
const mostConcentration = 1e6

const countsOf = ({ promoters, passives, detractors }: Tally): number[] => [promoters, passives, detractors]

const logLikelihoodOf = (rows: number[][], alpha: number[]): number => {
  const total = alpha.reduce((all, part) => all + part, 0)
  let value = 0
  for (const row of rows) {
    value += logGamma(total) - logGamma(total + row.reduce((all, x) => all + x, 0))
    for (let j = 0; j < alpha.length; j++) value += logGamma(at(alpha, j) + at(row, j)) - logGamma(at(alpha, j))
  }
  return value
}

type Slopes = { gradient: number[]; diagonal: number[]; shared: number }

// Gradient and Hessian (diagonal plus a constant) of the log likelihood in alpha; Minka (2000).
const slopesOf = (rows: number[][], alpha: number[]): Slopes => {
  const total = alpha.reduce((all, part) => all + part, 0)
  const slopes: Slopes = { gradient: alpha.map(() => 0), diagonal: alpha.map(() => 0), shared: 0 }
  for (const row of rows) {
    const n = row.reduce((all, x) => all + x, 0)
    const common = digamma(total) - digamma(total + n)
    slopes.shared += trigamma(total) - trigamma(total + n)
    for (let j = 0; j < alpha.length; j++) {
      const [own, x] = [at(alpha, j), at(row, j)]
      slopes.gradient[j] = at(slopes.gradient, j) + common + (x > 0 ? digamma(own + x) - digamma(own) : 0)
      slopes.diagonal[j] = at(slopes.diagonal, j) + (x > 0 ? trigamma(own + x) - trigamma(own) : 0)
    }
  }
  return slopes
}

// Newton's step on log alpha, with the curvature made negative where it is not.
const stepOf = ({ gradient, diagonal, shared }: Slopes, alpha: number[]): number[] => {
  const g = alpha.map((part, j) => part * at(gradient, j))
  const h = alpha.map((part, j) => Math.min(part * part * at(diagonal, j) + at(g, j), -1e-9 * (1 + Math.abs(at(g, j)))))
  const weight = 1 / shared + alpha.reduce((all, part, j) => all + (part * part) / at(h, j), 0)
  const pull = g.reduce((all, part, j) => all + (at(alpha, j) * part) / at(h, j), 0)
  const newton = g.map((part, j) => -(part - (at(alpha, j) * pull) / weight) / at(h, j))
  const uphill = newton.reduce((all, step, j) => all + step * at(g, j), 0)
  const step = uphill > 0 && newton.every(Number.isFinite) ? newton : g.map(part => part / (1 + Math.abs(part)))
  const longest = Math.max(...step.map(Math.abs))
  return longest > 2 ? step.map(part => (2 * part) / longest) : step
}

const climb = (rows: number[][], start: number[]): { alpha: number[]; value: number } => {
  let alpha = start
  let value = logLikelihoodOf(rows, alpha)
  for (let round = 0; round < 200; round++) {
    const step = stepOf(slopesOf(rows, alpha), alpha)
    let size = 1
    let next = alpha
    let gained = Number.NEGATIVE_INFINITY
    for (; size > 1e-8 && !(gained >= value); size /= 2) {
      next = alpha.map((part, j) => Math.min(mostConcentration, Math.max(1e-8, part * Math.exp(size * at(step, j)))))
      gained = logLikelihoodOf(rows, next)
    }
    if (!(gained >= value)) break
    const settled = gained - value < 1e-12
    ;[alpha, value] = [next, gained]
    if (settled || alpha.reduce((all, part) => all + part, 0) >= mostConcentration) break
  }
  return { alpha, value }
}

/**
 * Empirical Bayes for many segments on the counts themselves: the shared Dirichlet prior by maximum marginal
 * likelihood, each NPS as posterior mean (x + alpha)/(n + Σ alpha). Rank segments by `shrunk`: five promoters of five
 * are not "NPS 100". `raw` is `null` for an empty segment; its `shrunk` is the common NPS. `null` without answers.
 * Source: Mosimann (1962), Minka (2000); R VGAM dirmultinomial.
 * @example sharedPrior([{ promoters: 50, passives: 30, detractors: 20 }, { promoters: 3, passives: 1, detractors: 0 }, { promoters: 40, passives: 60, detractors: 50 }, { promoters: 9, passives: 2, detractors: 1 }, { promoters: 120, passives: 80, detractors: 60 }, { promoters: 2, passives: 5, detractors: 8 }])?.concentration // => 37.941
 */
export const sharedPrior = (segments: readonly Tally[]): SharedPrior | null => {
  const rows = segments.filter(segment => sizeOf(segment) > 0).map(countsOf)
  if (rows.length === 0) return null
  const totals = [0, 1, 2].map(j => rows.reduce((all, row) => all + at(row, j), 0))
  const n = totals.reduce((all, part) => all + part, 0)
  // A category that nobody ever chose has no place in the likeliest prior: it stays out of the search.
  const used = [0, 1, 2].filter(j => at(totals, j) > 0)
  const found = climb(
    rows.map(row => used.map(j => at(row, j))),
    used.map(j => (10 * at(totals, j)) / n),
  )
  const alphaOf = (j: number) => found.alpha[used.indexOf(j)] ?? 0
  const [promoter, passive, detractor] = [alphaOf(0), alphaOf(1), alphaOf(2)]
  const concentration = promoter + passive + detractor
  return {
    alpha: [promoter, passive, detractor],
    concentration,
    logLikelihood: found.value,
    shrunk: segments.map(
      segment => (segment.promoters + promoter - segment.detractors - detractor) / (sizeOf(segment) + concentration),
    ),
    raw: segments.map(segment => nps(segment)),
  }
}
