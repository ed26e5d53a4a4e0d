import { at, sum } from './special/at.ts'
import { chiSquareUpper } from './special/chi-square.ts'
import { findRoot } from './special/find-root.ts'
import { within } from './special/within.ts'

/** How the variance between the true values is estimated. */
export type Tau2Method = 'DL' | 'REML' | 'PM'

/** Values that share a common mean, each pulled towards it as far as its own evidence is weak. */
export type RandomEffects = {
  mu: number
  seMu: number
  tau2: number
  /** Heterogeneity statistic; chi-square with k − 1 degrees of freedom when all true values are equal. */
  heterogeneity: number
  heterogeneityP: number | null
  i2: number
  shrunk: number[]
  weightOnOwn: number[]
}

type Pooled = { mu: number; weights: number[]; total: number; q: number }

const pool = (y: ArrayLike<number>, v: ArrayLike<number>, tau2: number): Pooled => {
  const weights = Array.from(v, variance => 1 / (variance + tau2))
  const total = sum(weights)
  let mu = 0
  for (let i = 0; i < weights.length; i++) mu += (at(weights, i) / total) * at(y, i)
  let q = 0
  for (let i = 0; i < weights.length; i++) q += at(weights, i) * (at(y, i) - mu) ** 2
  return { mu, weights, total, q }
}

const squares = (weights: number[], power: number): number => weights.reduce((all, w) => all + w ** power, 0)

const derSimonianLaird = ({ q, weights, total }: Pooled): number => {
  const scale = weights.reduce((all, w) => all + w * ((total - w) / total), 0)
  return scale > 0 ? Math.max(0, (q - (weights.length - 1)) / scale) : 0
}

// Fisher scoring as in metafor; tau2 stays at or above 0.
const reml = (y: ArrayLike<number>, v: ArrayLike<number>, start: number): number => {
  let tau2 = start
  for (let round = 0; round < 200; round++) {
    const { mu, weights, total } = pool(y, v, tau2)
    const [w2, w3] = [squares(weights, 2), squares(weights, 3)]
    const trace = total - w2 / total
    let quadratic = 0
    for (let i = 0; i < weights.length; i++) quadratic += (at(weights, i) * (at(y, i) - mu)) ** 2
    const score = quadratic - trace
    const curvature = w2 - (2 * w3) / total + (w2 / total) ** 2
    const next = Math.max(0, tau2 + score / curvature)
    if (!Number.isFinite(next)) return tau2
    if (Math.abs(next - tau2) <= 1e-13 * (1 + next)) return next
    tau2 = next
  }
  return tau2
}

const pauleMandel = (y: ArrayLike<number>, v: ArrayLike<number>): number => {
  const excess = (tau2: number) => pool(y, v, tau2).q - (y.length - 1)
  if (excess(0) <= 0) return 0
  let high = 1
  while (excess(high) > 0 && high < 1e12) high *= 4
  return findRoot(excess, 0, high)
}

const check = (y: ArrayLike<number>, v: ArrayLike<number>): void => {
  if (y.length !== v.length) throw new RangeError(`as many variances as values: got ${y.length} and ${v.length}`)
  for (let i = 0; i < y.length; i++) {
    within(at(y, i), -1e30, 1e30, `value ${i}`)
    within(at(v, i), 1e-30, 1e30, `variance ${i}`)
  }
}

const tau2Of = (method: Tau2Method, y: ArrayLike<number>, v: ArrayLike<number>, fixed: Pooled): number => {
  if (y.length < 2) return 0
  if (method === 'DL') return derSimonianLaird(fixed)
  if (method === 'PM') return pauleMandel(y, v)
  if (method === 'REML') return reml(y, v, derSimonianLaird(fixed))
  throw new RangeError(`unknown method ${String(method)}: use DL, REML or PM`)
}

// I² after Higgins & Thompson with the typical sampling variance of the fixed weights.
const inconsistency = ({ q, weights, total }: Pooled, tau2: number, method: Tau2Method): number => {
  const k = weights.length
  if (k < 2) return 0
  if (method === 'DL') return q > 0 ? Math.max(0, (q - (k - 1)) / q) : 0
  const typical = ((k - 1) * total) / (total * total - squares(weights, 2))
  return tau2 / (tau2 + typical)
}

/**
 * Random-effects pooling of values `y` with known variances `v` > 0, and each value shrunk to the common mean:
 * mu + tau²/(tau² + v)·(y − mu). `null` without values. Throws RangeError for variances that are not above 0 (use a
 * pooled variance over n for segments of one class). Source: DerSimonian & Laird (1986); R metafor `rma`, `blup`.
 * @example randomEffects([0.3, 0.45, 0.1, -0.2, 0.62], [0.0061, 0.04, 0.009, 0.12, 0.03], 'DL')?.tau2 // => 0.0274490099902803
 */
export const randomEffects = (
  y: ArrayLike<number>,
  v: ArrayLike<number>,
  method: Tau2Method = 'REML',
): RandomEffects | null => {
  check(y, v)
  const k = y.length
  if (k === 0) return null
  const fixed = pool(y, v, 0)
  const tau2 = tau2Of(method, y, v, fixed)
  const { mu, total } = pool(y, v, tau2)
  const weightOnOwn = Array.from(v, variance => tau2 / (tau2 + variance))
  return {
    mu,
    seMu: Math.sqrt(1 / total),
    tau2,
    heterogeneity: fixed.q,
    heterogeneityP: k > 1 ? chiSquareUpper(fixed.q, k - 1) : null,
    i2: inconsistency(fixed, tau2, method),
    shrunk: weightOnOwn.map((weight, i) => mu + weight * (at(y, i) - mu)),
    weightOnOwn,
  }
}
