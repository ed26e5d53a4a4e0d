import type { Interval } from './interval.ts'
import { criticalZ } from './special/critical-z.ts'
import { sizeOf, type Tally } from './tally.ts'

// Variance of P − D if the true NPS were delta, other shares by maximum likelihood under that condition.
const varianceAt = (delta: number, promoters: number, detractors: number, n: number): number => {
  if (delta < 0) return varianceAt(-delta, detractors, promoters, n)
  const b = -promoters - detractors + (2 * n - promoters + detractors) * delta
  const c = -detractors * delta * (1 - delta)
  const root = Math.sqrt(b * b - 8 * n * c)
  const q = b > 0 ? (-2 * c) / (b + root) : (root - b) / (4 * n)
  return n * (2 * q + delta * (1 - delta))
}

/**
 * Tango's score statistic: how many standard errors the tally lies above a supposed NPS `delta`.
 * @example scoreStatistic({ promoters: 50, passives: 30, detractors: 20 }, 0.139551416141957) // => 1.95996398454
 */
export const scoreStatistic = (tally: Tally, delta: number): number => {
  const n = sizeOf(tally)
  const gap = tally.promoters - tally.detractors - n * delta
  if (gap === 0) return 0
  return gap / Math.sqrt(varianceAt(delta, tally.promoters, tally.detractors, n))
}

/** Variance per answer and its slope at one supposed NPS; one object, reused, because intervals come by the 100,000. */
const curve = { variance: 0, slope: 0 }

// Shares p and d; the same law as varianceAt, with the derivative that Newton's method needs.
const followCurve = (delta: number, p: number, d: number): void => {
  const slopeOfB = 2 - p + d
  const b = slopeOfB * delta - p - d
  const c = -d * delta * (1 - delta)
  const root = Math.sqrt(b * b - 8 * c)
  const twoQ = b > 0 ? (-4 * c) / (b + root) : (root - b) / 2
  const slopeOfRoot = root > 0 ? (b * slopeOfB + 4 * d * (1 - 2 * delta)) / root : 0
  curve.variance = twoQ + delta * (1 - delta)
  curve.slope = (slopeOfRoot - slopeOfB) / 2 + 1 - 2 * delta
}

// Newton's method inside a bracket, from the adjusted Wald limit: three or four steps.
const findUpper = (p: number, d: number, n: number, z: number): number => {
  const point = p - d
  const scale = (z * z) / n
  let [low, high] = [point, 1]
  const guess = (point * n) / (n + 2) + z * Math.sqrt((p + d - point * point + 1 / n) / (n + 2))
  let delta = guess > low && guess < high ? guess : (low + high) / 2
  for (let round = 0; round < 60; round++) {
    if (delta < 0) followCurve(-delta, d, p)
    else followCurve(delta, p, d)
    const slope = delta < 0 ? -curve.slope : curve.slope
    const gap = (delta - point) ** 2 - scale * curve.variance
    if (gap > 0) high = delta
    else low = delta
    const next = delta - gap / (2 * (delta - point) - scale * slope)
    if (Math.abs(next - delta) < 1e-15) return Math.min(1, next)
    delta = next > low && next < high ? next : (low + high) / 2
  }
  return delta
}

const upperLimit = (promoters: number, detractors: number, n: number, z: number): number => {
  if (promoters === n) return 1
  if (detractors === n) return (z * z - n) / (n + z * z)
  if (promoters === 0 && detractors === 0) return (z * z) / (n + z * z)
  return findUpper(promoters / n, detractors / n, n, z)
}

/**
 * Limits of the score interval for a critical value `z`; the tally must not be empty.
 * @example scoreLimits({ promoters: 25, passives: 0, detractors: 0 }, 1.959963984540054) // => [0.733615498121903, 1]
 */
export const scoreLimits = (tally: Tally, z: number): [lower: number, upper: number] => {
  const n = sizeOf(tally)
  const { promoters, detractors } = tally
  return [-upperLimit(detractors, promoters, n, z), upperLimit(promoters, detractors, n, z)]
}

/**
 * Score interval: every NPS that the answers do not contradict. Right at n = 1 and when all answers are alike (25 of 25
 * promoters: 0.73 to 1). `null` without answers. Source: Tango (1998), Statistics in Medicine 17:891; Rocks (2016).
 * @example scoreInterval({ promoters: 50, passives: 30, detractors: 20 })?.lower // => 0.139551416141957
 */
export const scoreInterval = (tally: Tally, conf = 0.95): Interval | null => {
  if (sizeOf(tally) === 0) return null
  const [lower, upper] = scoreLimits(tally, criticalZ(conf))
  return { lower, upper, method: 'score', conf }
}
