import { deviance } from './deviance.ts'
import { findRoot } from './find-root.ts'
import { logGamma, stirlingError } from './log-gamma.ts'
import { normalCdf } from './normal.ts'

// x^a e^−x / Γ(a), by saddle point where a is large.
const frontFactor = (x: number, a: number): number => {
  if (a < 1) return Math.exp(a * Math.log(x) - x - logGamma(a))
  return Math.exp(-stirlingError(a) - deviance(a, x)) * Math.sqrt(a / (2 * Math.PI))
}

const series = (x: number, a: number): number => {
  let term = 1 / a
  let total = term
  const rounds = 500 + 20 * Math.sqrt(a)
  for (let k = 1; k < rounds; k++) {
    term *= x / (a + k)
    total += term
    if (term < total * 1e-17) break
  }
  return frontFactor(x, a) * total
}

const continuedFraction = (x: number, a: number): number => {
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let result = d
  const rounds = 500 + 20 * Math.sqrt(a)
  for (let i = 1; i < rounds; i++) {
    const factor = -i * (i - a)
    b += 2
    d = factor * d + b
    d = 1 / (Math.abs(d) < tiny ? tiny : d)
    c = b + factor / c
    if (Math.abs(c) < tiny) c = tiny
    result *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return frontFactor(x, a) * result
}

const gammaTail = (x: number, a: number, lower: boolean): number => {
  if (!(a > 0)) throw new RangeError(`gamma law needs a shape above 0, got ${a}`)
  if (x <= 0) return lower ? 0 : 1
  if (x === Number.POSITIVE_INFINITY) return lower ? 1 : 0
  if (a > 1e9) {
    const z = 3 * Math.sqrt(a) * (Math.cbrt(x / a) - 1 + 1 / (9 * a))
    return normalCdf(lower ? z : -z)
  }
  const left = x < a + 1
  const part = left ? series(x, a) : continuedFraction(x, a)
  return Math.min(1, Math.max(0, left === lower ? part : 1 - part))
}

/**
 * P(X ≤ x) of the gamma law with shape a and scale 1 (regularised lower incomplete gamma function).
 * @example gammaCdf(2, 3) // => 0.323323583816936
 */
export const gammaCdf = (x: number, a: number): number => gammaTail(x, a, true)

/**
 * P(X > x) of the gamma law with shape a and scale 1, right in the far tail.
 * @example gammaUpper(2, 3) // => 0.676676416183064
 */
export const gammaUpper = (x: number, a: number): number => gammaTail(x, a, false)

/**
 * The x below which a share `p` of the gamma law (shape a, scale 1) lies. Throws RangeError outside [0, 1].
 * @example gammaQuantile(0.5, 1) // => 0.693147180559945
 */
export const gammaQuantile = (p: number, a: number): number => {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`probability must be between 0 and 1, got ${p}`)
  if (p === 0) return 0
  if (p === 1) return Number.POSITIVE_INFINITY
  const goal = Math.log(p < 0.5 ? p : 1 - p)
  const gap = (logX: number) => Math.log(Math.max(gammaTail(Math.exp(logX), a, p < 0.5), 1e-320)) - goal
  return Math.exp(findRoot(gap, -745, Math.log(a + 1) + 8, 1e-15))
}
