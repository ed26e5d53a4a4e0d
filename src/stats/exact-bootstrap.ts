import { at } from './special/at.ts'
import { criticalZ } from './special/critical-z.ts'
import { sizeOf, type Tally } from './tally.ts'

/** Mean, standard error and percentile limits of the bootstrap with infinitely many rounds. */
export type ExactBootstrap = { mean: number; se: number; lower: number; upper: number }

const mostAnswers = 1_000_000

const wholeSize = (tally: Tally): number => {
  const n = sizeOf(tally)
  for (const count of [tally.promoters, tally.passives, tally.detractors])
    if (!Number.isInteger(count)) throw new RangeError(`exact bootstrap needs whole counts, got ${count}`)
  if (n > mostAnswers) throw new RangeError(`exact bootstrap takes at most ${mostAnswers} answers, got ${n}`)
  return n
}

// Log of the coefficients 0..n of (d + a·x + p·x²)ⁿ by their three-term recurrence: all terms are positive up to n.
const lowerHalf = (n: number, d: number, a: number, p: number): Float64Array => {
  const logs = new Float64Array(n + 1)
  logs[0] = n * Math.log(d)
  let ratio = Number.POSITIVE_INFINITY
  for (let k = 1; k <= n; k++) {
    ratio = ((n - k + 1) * a + ((2 * n - k + 2) * p) / ratio) / (k * d)
    logs[k] = at(logs, k - 1) + Math.log(ratio)
  }
  return logs
}

// Log of the binomial law of n draws with odds `up` to `down`, up to a constant.
const binomialLogs = (n: number, up: number, down: number): Float64Array => {
  const logs = new Float64Array(n + 1)
  for (let k = 1; k <= n; k++) logs[k] = at(logs, k - 1) + Math.log(((n - k + 1) / k) * (up / down))
  return logs
}

type Law = { values: Float64Array; weights: Float64Array }

const asLaw = (logs: Float64Array, value: (k: number) => number): Law => {
  const top = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY)
  const weights = logs.map(log => Math.exp(log - top))
  const total = weights.reduce((all, weight) => all + weight, 0)
  return { values: logs.map((_, k) => value(k)), weights: weights.map(weight => weight / total) }
}

const lawOf = (tally: Tally, n: number): Law => {
  const { promoters: p, passives: a, detractors: d } = tally
  if (d === 0 && p === 0) return { values: Float64Array.of(0), weights: Float64Array.of(1) }
  if (d === 0) return asLaw(a === 0 ? Float64Array.of(0) : binomialLogs(n, p, a), k => (a === 0 ? 1 : k / n))
  if (p === 0) return asLaw(a === 0 ? Float64Array.of(0) : binomialLogs(n, a, d), k => (a === 0 ? -1 : (k - n) / n))
  if (a === 0) return asLaw(binomialLogs(n, p, d), k => (2 * k - n) / n)
  const [low, high] = [lowerHalf(n, d / n, a / n, p / n), lowerHalf(n, p / n, a / n, d / n)]
  const logs = new Float64Array(2 * n + 1)
  // Both halves are exact up to their own constant; they meet in the middle.
  for (let k = 0; k <= n; k++) {
    logs[k] = at(low, k) - at(low, n)
    logs[2 * n - k] = at(high, k) - at(high, n)
  }
  return asLaw(logs, k => (k - n) / n)
}

const quantile = ({ values, weights }: Law, p: number): number => {
  let total = 0
  for (let k = 0; k < values.length; k++) {
    total += at(weights, k)
    if (total >= p - 1e-13) return at(values, k)
  }
  return at(values, values.length - 1)
}

/**
 * Percentile bootstrap of the NPS with infinitely many rounds, by its exact law: what a resampling tool tends to.
 * Without width when all answers are alike, so never the default. `null` without answers. Throws RangeError for counts
 * that are not whole or more than a million answers. Source: Efron (1979); multinomial law by Miller's recurrence.
 * @example exactBootstrap({ promoters: 12, passives: 5, detractors: 3 }) // => { mean: 0.45, se: 0.165453921077743, lower: 0.1, upper: 0.75 }
 */
export const exactBootstrap = (tally: Tally, conf = 0.95): ExactBootstrap | null => {
  criticalZ(conf)
  const n = wholeSize(tally)
  if (n === 0) return null
  const law = lawOf(tally, n)
  let [mean, square] = [0, 0]
  for (let k = 0; k < law.values.length; k++) mean += at(law.weights, k) * at(law.values, k)
  for (let k = 0; k < law.values.length; k++) square += at(law.weights, k) * (at(law.values, k) - mean) ** 2
  const lower = quantile(law, (1 - conf) / 2)
  return { mean, se: Math.sqrt(square), lower, upper: quantile(law, (1 + conf) / 2) }
}
