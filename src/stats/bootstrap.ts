import { randomStream } from './random.ts'
import { at } from './special/at.ts'
import { criticalZ } from './special/critical-z.ts'
import { normalCdf, normalQuantile } from './special/normal.ts'

/** A statistic without a formula, its BCa interval and how many rounds gave no value. */
export type Bootstrapped = {
  estimate: number
  lower: number
  upper: number
  se: number
  rounds: number
  undefinedRounds: number
  method: 'bca' | 'percentile'
}

/** A figure of a sample; `null` where it is not defined. */
export type Statistic<T> = (sample: readonly T[]) => number | null

/** Left-out groups for the acceleration; leaving out single answers of a large sample would take too long. */
const mostGroups = 200

const resample = <T>(sample: readonly T[], random: () => number): T[] =>
  Array.from(sample, () => sample[Math.floor(random() * sample.length)] as T)

const replicate = <T>(
  sample: readonly T[],
  statistic: Statistic<T>,
  rounds: number,
  random: () => number,
): number[] => {
  const values: number[] = []
  for (let round = 0; round < rounds; round++) {
    const value = statistic(resample(sample, random))
    if (value !== null && Number.isFinite(value)) values.push(value)
  }
  return values.sort((a, b) => a - b)
}

// Skewness of the influence of answers (or groups of them), Efron's a.
const accelerationOf = <T>(sample: readonly T[], statistic: Statistic<T>): number => {
  const groups = Math.min(sample.length, mostGroups)
  const left = Array.from({ length: groups }, (_, g) => statistic(sample.filter((_, i) => i % groups !== g)))
  const known = left.flatMap(value => (value !== null && Number.isFinite(value) ? [value] : []))
  const mean = known.reduce((all, value) => all + value, 0) / known.length
  let [square, cube] = [0, 0]
  for (const value of known) {
    square += (mean - value) ** 2
    cube += (mean - value) ** 3
  }
  return square > 0 ? cube / (6 * square ** 1.5) : 0
}

// Ties with the estimate count half, so that a lattice does not push the interval to one side.
const shareBelow = (sorted: number[], estimate: number): number => {
  let [below, equal] = [0, 0]
  for (const value of sorted) {
    if (value < estimate) below += 1
    else if (value === estimate) equal += 1
  }
  return (below + equal / 2) / sorted.length
}

const quantile = (sorted: number[], p: number): number => {
  const place = p * (sorted.length - 1)
  const floor = Math.floor(place)
  const [low, high] = [at(sorted, floor), at(sorted, Math.min(sorted.length - 1, floor + 1))]
  return low + (place - floor) * (high - low)
}

const spread = (values: number[]): number => {
  const mean = values.reduce((all, value) => all + value, 0) / values.length
  return Math.sqrt(values.reduce((all, value) => all + (value - mean) ** 2, 0) / Math.max(1, values.length - 1))
}

/**
 * BCa bootstrap interval of any statistic of a sample; the same seed gives the same interval on every machine. Falls
 * back to percentiles where all rounds lie on one side. Inherits the bootstrap's blindness for what the sample lacks:
 * not for a plain NPS. `null` when the statistic is not defined or fewer than half of the rounds are.
 * Throws RangeError for fewer than 100 rounds. Source: Efron (1987), J. Am. Statist. Assoc. 82:171.
 * @example bootstrap([1, 2, 3, 4, 100], sample => sample.reduce((a, b) => a + b) / sample.length, { seed: 7, rounds: 200 })?.estimate // => 22
 */
export const bootstrap = <T>(
  sample: readonly T[],
  statistic: Statistic<T>,
  { seed = 1, rounds = 2000, conf = 0.95 }: { seed?: number; rounds?: number; conf?: number } = {},
): Bootstrapped | null => {
  const z = criticalZ(conf)
  if (!(rounds >= 100 && rounds <= 1e6)) throw new RangeError(`rounds must be 100 to a million, got ${rounds}`)
  const estimate = sample.length === 0 ? null : statistic(sample)
  if (estimate === null || !Number.isFinite(estimate)) return null
  const values = replicate(sample, statistic, rounds, randomStream(seed))
  if (values.length < rounds / 2) return null
  const bias = normalQuantile(shareBelow(values, estimate))
  const corrected = Number.isFinite(bias)
  const acceleration = corrected ? accelerationOf(sample, statistic) : 0
  const share = (edge: number) => {
    if (!corrected) return normalCdf(edge)
    const moved = bias + edge
    return normalCdf(bias + moved / (1 - acceleration * moved))
  }
  return {
    estimate,
    lower: quantile(values, share(-z)),
    upper: quantile(values, share(z)),
    se: spread(values),
    rounds: values.length,
    undefinedRounds: rounds - values.length,
    method: corrected ? 'bca' : 'percentile',
  }
}
