import { deviance } from './deviance.ts'
import { findRoot } from './find-root.ts'
import { gammaCdf, gammaUpper } from './gamma.ts'
import { logGamma, stirlingError } from './log-gamma.ts'
import { normalCdf } from './normal.ts'

const log2Pi = 1.8378770664093453

/**
 * ln B(a, b) for a, b > 0, right also where Γ overflows.
 * @example logBeta(2, 3) // => -2.484906649788
 */
export const logBeta = (a: number, b: number): number => {
  const small = Math.min(a, b)
  const large = Math.max(a, b)
  const correction = large < 12 ? 0 : stirlingError(large) - stirlingError(small + large)
  if (large < 12) return logGamma(small) + logGamma(large) - logGamma(small + large)
  const scale = Math.log1p(small / large)
  if (small < 12) return logGamma(small) + correction + small - small * Math.log(small + large) - (large - 0.5) * scale
  const head = 0.5 * (log2Pi - Math.log(large)) + stirlingError(small) + correction
  return head + (small - 0.5) * Math.log(small / (small + large)) - large * scale
}

// x^a (1−x)^b / B(a,b), by saddle point so that a + b = 10⁹ keeps its digits.
const frontFactor = (x: number, y: number, a: number, b: number): number => {
  if (a < 1 && b < 1) return Math.exp(a * Math.log(x) + b * Math.log(y) - logBeta(a, b))
  const n = a + b
  if (a < 1) return (frontFactor(x, y, a + 1, b) / x) * (a / n)
  if (b < 1) return (frontFactor(x, y, a, b + 1) / y) * (b / n)
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b)
  const distance = deviance(a, n * x) + deviance(b, n * y)
  return Math.exp(errors - distance) * Math.sqrt((a * (b / n)) / (2 * Math.PI))
}

// Continued fraction of the incomplete beta function by modified Lentz (Numerical Recipes 6.4).
const continuedFraction = (x: number, a: number, b: number): number => {
  const tiny = 1e-300
  const guard = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1))
  let result = d
  const rounds = 500 + 20 * Math.sqrt(Math.max(a, b))
  for (let m = 1; m <= rounds; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / guard(1 + even * d)
    c = guard(1 + even / c)
    result *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / guard(1 + odd * d)
    c = guard(1 + odd / c)
    const step = d * c
    result *= step
    if (Math.abs(step - 1) < 1e-16) break
  }
  return result
}

const checkShape = (a: number, b: number): void => {
  if (!(a > 0 && b > 0)) throw new RangeError(`beta law needs shapes above 0, got ${a} and ${b}`)
}

// For enormous shapes the continued fraction would take minutes: normal law if both are large, else Wise's gamma law.
const limitTail = (x: number, y: number, a: number, b: number, lower: boolean): number => {
  if (Math.min(a, b) > 1e8) {
    const z = ((x - a / (a + b)) / Math.sqrt((a / (a + b)) * (b / (a + b)))) * Math.sqrt(a + b + 1)
    return normalCdf(lower ? z : -z)
  }
  if (a > b) return limitTail(y, x, b, a, !lower)
  const scaled = -(b + (a - 1) / 2) * Math.log1p(-x)
  return lower ? gammaCdf(scaled, a) : gammaUpper(scaled, a)
}

const betaTail = (x: number, y: number, a: number, b: number, lower: boolean): number => {
  if (x <= 0) return lower ? 0 : 1
  if (y <= 0) return lower ? 1 : 0
  if (Math.max(a, b) > 1e10) return limitTail(x, y, a, b, lower)
  const left = x < (a + 1) / (a + b + 2)
  const part = left
    ? (frontFactor(x, y, a, b) * continuedFraction(x, a, b)) / a
    : (frontFactor(y, x, b, a) * continuedFraction(y, b, a)) / b
  return Math.min(1, Math.max(0, left === lower ? part : 1 - part))
}

/**
 * P(X ≤ x) of the beta law (regularised incomplete beta function I_x(a, b)). Throws RangeError unless a, b > 0.
 * @example betaCdf(0.5, 2, 3) // => 0.6875
 */
export const betaCdf = (x: number, a: number, b: number): number => {
  checkShape(a, b)
  return betaTail(x, 1 - x, a, b, true)
}

/**
 * P(X > x) of the beta law, right in the far tail.
 * @example betaUpper(0.5, 2, 3) // => 0.3125
 */
export const betaUpper = (x: number, a: number, b: number): number => {
  checkShape(a, b)
  return betaTail(x, 1 - x, a, b, false)
}

/**
 * Density of the beta law at 0 < x < 1; 0 outside.
 * @example betaDensity(0.5, 2, 3) // => 1.5
 */
export const betaDensity = (x: number, a: number, b: number): number => {
  checkShape(a, b)
  if (!(x > 0 && x < 1)) return 0
  return frontFactor(x, 1 - x, a, b) / (x * (1 - x))
}

/**
 * The x below which a share `p` of the beta law lies. Throws RangeError outside [0, 1] or unless a, b > 0.
 * @example betaQuantile(0.025, 81, 183) // => 0.252736745585271
 */
export const betaQuantile = (p: number, a: number, b: number): number => {
  checkShape(a, b)
  if (!(p >= 0 && p <= 1)) throw new RangeError(`probability must be between 0 and 1, got ${p}`)
  if (p === 0 || p === 1) return p
  // On the log-odds scale the root is near the middle even for shapes far below 1.
  const shareAt = (logit: number) => betaTail(1 / (1 + Math.exp(-logit)), 1 / (1 + Math.exp(logit)), a, b, p < 0.5)
  const goal = p < 0.5 ? p : 1 - p
  const logit = findRoot(z => Math.log(Math.max(shareAt(z), 1e-320)) - Math.log(goal), -700, 700, 1e-15)
  return 1 / (1 + Math.exp(-logit))
}
