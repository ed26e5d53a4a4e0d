import { at } from './at.ts'
import { gaussLegendre, type Quadrature } from './gauss-legendre.ts'

let twenty: Quadrature | null = null

/**
 * Integral of a smooth `f` from `low` to `high`, `pieces` times a Gauss-Legendre rule of 20 points.
 * @example integrate(x => x * x, 0, 3) // => 9
 */
export const integrate = (f: (x: number) => number, low: number, high: number, pieces = 1): number => {
  twenty ??= gaussLegendre(20, -1, 1)
  const { points, weights } = twenty
  const half = (high - low) / pieces / 2
  let total = 0
  for (let piece = 0; piece < pieces; piece++) {
    const middle = low + (2 * piece + 1) * half
    for (let i = 0; i < points.length; i++) total += at(weights, i) * f(middle + half * at(points, i))
  }
  return total * half
}
