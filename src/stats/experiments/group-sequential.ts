import { at, sum } from '../special/at.ts'
import { findRoot } from '../special/find-root.ts'
import { gaussLegendre } from '../special/gauss-legendre.ts'
import { normalCdf, normalDensity, normalQuantile } from '../special/normal.ts'

/** |z| that must be passed at each look, so that all looks together keep `alpha`. */
export type SequentialBounds = { constant: number; bounds: number[]; type: 'obrien_fleming' | 'pocock'; alpha: number }

/**
 * Limits for looking `looks` times at equally spaced moments: O'Brien–Fleming (strict early, almost the usual limit at
 * the end) or Pocock (the same each time). Two-sided.
 * Throws RangeError unless looks is a whole number from 1 to 50 and 0 < alpha < 1.
 * Source: Armitage, McPherson & Rowe (1969) recursion; Jennison & Turnbull (2000), tables 2.1 and 2.3.
 * @example groupSequentialBounds(3, { type: 'pocock' }).constant // => 2.28947806102
 */
export const groupSequentialBounds = (
  looks: number,
  options: { type?: 'obrien_fleming' | 'pocock'; alpha?: number } = {},
): SequentialBounds => {
  const { type = 'obrien_fleming', alpha = 0.05 } = options
  if (!Number.isInteger(looks) || looks < 1 || looks > 50)
    throw new RangeError(`looks must be a whole number from 1 to 50, got ${looks}`)
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must lie between 0 and 1, got ${alpha}`)
  const boundsFor = (constant: number) =>
    Array.from({ length: looks }, (_, k) => (type === 'pocock' ? constant : constant * Math.sqrt(looks / (k + 1))))
  const single = -normalQuantile(alpha / 2)
  const constant =
    looks === 1 ? single : findRoot(c => stayingChance(boundsFor(c)) - (1 - alpha), single, single + 5, 1e-12)
  return { constant, bounds: boundsFor(constant), type, alpha }
}

/**
 * Chance that a z statistic without any true effect stays inside all bounds, looks equally spaced.
 * @example stayingChance([1.959963984540054]) // => 0.95
 */
export const stayingChance = (bounds: readonly number[]): number => {
  // State: the sum of independent normal steps S_k = z_k √k, with its density on Gauss points inside the bounds.
  let points = [0]
  let density = [1]
  for (const [k, bound] of bounds.slice(0, -1).entries()) {
    const reach = bound * Math.sqrt(k + 1)
    const rule = gaussLegendre(Math.min(120, 24 + 3 * Math.ceil(reach)), -reach, reach)
    density = rule.points.map((to, j) => at(rule.weights, j) * arriving(to, points, density))
    points = rule.points
  }
  const reach = (bounds.at(-1) ?? Number.POSITIVE_INFINITY) * Math.sqrt(bounds.length)
  return sum(points.map((x, i) => at(density, i) * (normalCdf(reach - x) - normalCdf(-reach - x))))
}

const arriving = (to: number, points: readonly number[], density: readonly number[]): number => {
  let total = 0
  for (let i = 0; i < points.length; i++) total += at(density, i) * normalDensity(to - at(points, i))
  return total
}
