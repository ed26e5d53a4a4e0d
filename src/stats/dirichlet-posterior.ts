import { betaDensity, betaQuantile, betaUpper, logBeta } from './special/beta.ts'
import { criticalZ } from './special/critical-z.ts'
import { findRoot } from './special/find-root.ts'
import { integrate } from './special/integrate.ts'
import { sizeOf, type Tally } from './tally.ts'

/** Pseudo-answers before any answer, in the order promoter, passive, detractor. */
export type Prior = readonly [promoter: number, passive: number, detractor: number]

/** What is believed about the NPS after the answers. */
export type NpsPosterior = { mean: number; sd: number; lower: number; upper: number; probabilityPositive: number }

// `low` and `high` hold all but 1e-13 of the law of the share that is not passive; they are dear to find.
type Shape = { promoter: number; passive: number; detractor: number; low: number; high: number }

const flat: Prior = [1, 1, 1]

const shapeOf = (tally: Tally, prior: Prior): Shape => {
  sizeOf(tally)
  for (const part of prior)
    if (!(part > 0 && Number.isFinite(part))) throw new RangeError(`a prior must be above 0, got ${part}`)
  const [promoter, passive, detractor] = [
    tally.promoters + prior[0],
    tally.passives + prior[1],
    tally.detractors + prior[2],
  ]
  const low = betaQuantile(1e-13, promoter + detractor, passive)
  const high = 1 - betaQuantile(1e-13, passive, promoter + detractor)
  return { promoter, passive, detractor, low, high }
}

const momentsOf = ({ promoter: a, passive, detractor: b }: Shape): { mean: number; sd: number } => {
  const total = a + passive + b
  const mean = (a - b) / total
  return { mean, sd: Math.sqrt(((a + b) / total - mean * mean) / (total + 1)) }
}

// NPS = S(2R − 1): S is the share of those who are not passive, R that of promoters among them. Integrating over the
// angle of S = sin² takes the edge off shapes below 1.
const overTakers = (shape: Shape, from: number, f: (s: number) => number): number => {
  const [a, b] = [shape.promoter + shape.detractor, shape.passive]
  const low = Math.max(from, shape.low)
  const high = Math.max(low, shape.high)
  const angle = (s: number) => Math.asin(Math.sqrt(Math.min(1, s)))
  const weighted = (theta: number) => anglesDensity(theta, a, b) * f(Math.sin(theta) ** 2)
  return high <= low ? 0 : integrateSmoothly(weighted, angle(low), angle(high))
}

// Density of the angle whose squared sine is Beta(a, b).
const anglesDensity = (theta: number, a: number, b: number): number => {
  const [sine, cosine] = [Math.sin(theta), Math.cos(theta)]
  if (a >= 1 && b >= 1) return 2 * sine * cosine * betaDensity(sine * sine, a, b)
  return 2 * Math.exp((2 * a - 1) * Math.log(sine) + (2 * b - 1) * Math.log(cosine) - logBeta(a, b))
}

// t²(3 − 2t) flattens both ends, where R's law may rise like a root.
const integrateSmoothly = (f: (x: number) => number, low: number, high: number): number => {
  const width = high - low
  return integrate(t => 6 * t * (1 - t) * width * f(low + width * t * t * (3 - 2 * t)), 0, 1, 3)
}

// P(NPS ≤ x), for x ≥ 0; negative x by swapping promoters and detractors.
const cdf = (shape: Shape, x: number): number => {
  if (x < 0) return 1 - cdf({ ...shape, promoter: shape.detractor, detractor: shape.promoter }, -x)
  if (x >= 1) return 1
  const above = overTakers(shape, x, s => betaUpper(Math.min(1, (1 + x / s) / 2), shape.promoter, shape.detractor))
  return Math.min(1, Math.max(0, 1 - above))
}

const density = (shape: Shape, x: number): number =>
  overTakers(shape, Math.abs(x), s => betaDensity((1 + x / s) / 2, shape.promoter, shape.detractor) / (2 * s))

const quantile = (shape: Shape, p: number): number => {
  const { mean, sd } = momentsOf(shape)
  const low = Math.max(-1, mean - 8 * sd)
  const high = Math.min(1, mean + 8 * sd)
  return findRoot(x => cdf(shape, x) - p, low, high, 1e-11)
}

/**
 * What is believed about the NPS after these answers and a prior (default: one pseudo-answer of each category), with
 * equal-tailed limits; gives an answer at n = 0 and n = 1. Throws RangeError for a prior that is not above 0.
 * Source: Dirichlet conjugacy; P(NPS > 0) = 1 − I½(a, b) exactly.
 * @example npsPosterior({ promoters: 0, passives: 0, detractors: 0 }).upper // => 0.7763932
 */
export const npsPosterior = (
  tally: Tally,
  { prior = flat, conf = 0.95 }: { prior?: Prior; conf?: number } = {},
): NpsPosterior => {
  criticalZ(conf)
  const shape = shapeOf(tally, prior)
  return {
    ...momentsOf(shape),
    lower: quantile(shape, (1 - conf) / 2),
    upper: quantile(shape, (1 + conf) / 2),
    probabilityPositive: betaUpper(0.5, shape.promoter, shape.detractor),
  }
}

/** How sure it is that one NPS lies above another. */
export type Superiority = { probability: number; meanDifference: number; sdDifference: number }

/**
 * Probability that the NPS of `a` lies above that of `b`, to about 1e-7, with mean and standard deviation of the
 * difference. Throws RangeError for a prior that is not above 0. Source: Dirichlet conjugacy, one-dimensional integrals.
 * @example probabilityAbove({ promoters: 50, passives: 30, detractors: 20 }, { promoters: 37, passives: 41, detractors: 22 }).probability // => 0.913124
 */
export const probabilityAbove = (a: Tally, b: Tally, { prior = flat }: { prior?: Prior } = {}): Superiority => {
  const [here, there] = [shapeOf(a, prior), shapeOf(b, prior)]
  const [own, other] = [momentsOf(here), momentsOf(there)]
  const low = Math.max(-1, other.mean - 9 * other.sd)
  const high = Math.min(1, other.mean + 9 * other.sd)
  // The density has a corner at 0, so the pieces end there.
  const piece = (from: number, to: number) =>
    to > from ? integrateSmoothly(x => (1 - cdf(here, x)) * density(there, x), from, to) : 0
  const probability = piece(low, Math.min(0, high)) + piece(Math.max(0, low), high)
  return {
    probability: Math.min(1, Math.max(0, probability)),
    meanDifference: own.mean - other.mean,
    sdDifference: Math.hypot(own.sd, other.sd),
  }
}

/**
 * P(NPS ≤ x) of a posterior, for drawing. Throws RangeError for a prior that is not above 0.
 * @example posteriorCdf({ promoters: 0, passives: 0, detractors: 0 }, 0) // => 0.5
 */
export const posteriorCdf = (tally: Tally, x: number, prior: Prior = flat): number => cdf(shapeOf(tally, prior), x)
