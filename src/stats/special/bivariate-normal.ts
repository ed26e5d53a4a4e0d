import { integrate } from './integrate.ts'
import { normalCdf } from './normal.ts'

const twoPi = 2 * Math.PI

// Plackett's integral over the angle: smooth while the correlation is moderate.
const moderate = (h: number, k: number, r: number): number => {
  const product = h * k
  const halfSquares = (h * h + k * k) / 2
  const f = (angle: number) => {
    const sine = Math.sin(angle)
    return Math.exp((sine * product - halfSquares) / (1 - sine * sine))
  }
  return integrate(f, 0, Math.asin(r)) / twoPi + normalCdf(-h) * normalCdf(-k)
}

// What is missing to perfect correlation (r > 0), after Drezner & Wesolowsky with Genz's correction.
const shortfall = (h: number, k: number, r: number): number => {
  const product = h * k
  const square = (1 - r) * (1 + r)
  const a = Math.sqrt(square)
  const gap = (h - k) ** 2
  const c = (4 - product) / 8
  const d = (12 - product) / 16
  const exponent = -(gap / square + product) / 2
  let total = 0
  if (exponent > -100)
    total =
      a * Math.exp(exponent) * (1 - (c * (gap - square) * (1 - (d * gap) / 5)) / 3 + (c * d * square * square) / 5)
  if (product > -100) {
    const b = Math.sqrt(gap)
    const tail = Math.sqrt(twoPi) * normalCdf(-b / a) * b
    total -= Math.exp(-product / 2) * tail * (1 - (c * gap * (1 - (d * gap) / 5)) / 3)
  }
  const rest = (x: number) => {
    const xs = x * x
    const power = -(gap / xs + product) / 2
    if (power <= -100) return 0
    const rs = Math.sqrt(1 - xs)
    return Math.exp(power) * (Math.exp((-product * (1 - rs)) / (2 * (1 + rs))) / rs - (1 + c * xs * (1 + d * xs)))
  }
  return (total + integrate(rest, 0, a)) / twoPi
}

// P(X > h, Y > k) for a correlation near ±1.
const strong = (h: number, k: number, r: number): number => {
  const own = r < 0 ? -k : k
  const missing = Math.abs(r) < 1 ? shortfall(h, own, Math.abs(r)) : 0
  if (r > 0) return normalCdf(-Math.max(h, own)) - missing
  const band = own > h ? normalCdf(own) - normalCdf(h) : 0
  return band + missing
}

/**
 * P(X ≤ x, Y ≤ y) of the standard bivariate normal law with correlation `r`; absolute error below 1e-14.
 * ±∞ are allowed. Throws RangeError for a correlation outside −1..1. Source: Genz (2004), Statistics and Computing 14:251.
 * @example bivariateNormalCdf(0, 0, 0.5) // => 0.333333333333333
 */
export const bivariateNormalCdf = (x: number, y: number, r: number): number => {
  if (!(r >= -1 && r <= 1)) throw new RangeError(`correlation must be between -1 and 1, got ${r}`)
  if (x === Number.NEGATIVE_INFINITY || y === Number.NEGATIVE_INFINITY) return 0
  if (x === Number.POSITIVE_INFINITY) return normalCdf(y)
  if (y === Number.POSITIVE_INFINITY) return normalCdf(x)
  const found = Math.abs(r) < 0.925 ? moderate(-x, -y, r) : strong(-x, -y, r)
  return Math.min(1, Math.max(0, found))
}
