import { within } from './within.ts'

let lastConf = 0.95
let lastZ = 1.959963984540054

// P(Z > z) for z ≥ 0: Taylor series near 0, Laplace's continued fraction beyond. Small on purpose: an interval in a
// page that a customer loads must not bring the tables of normal.ts along.
const upperTail = (z: number, density: number): number => {
  if (z < 1.5) {
    let [term, total] = [z, z]
    for (let k = 3; k < 60; k += 2) {
      term *= (z * z) / k
      total += term
    }
    return 0.5 - density * total
  }
  let fraction = z
  for (let k = 200; k > 0; k--) fraction = z + k / fraction
  return density / fraction
}

// Newton's method on the logarithm of the tail, which is concave: from the right, where Chernoff's bound starts it, it
// never overshoots.
const solve = (tail: number): number => {
  let z = Math.sqrt(-2 * Math.log(2 * tail))
  for (let round = 0; round < 60; round++) {
    const density = 0.3989422804014327 * Math.exp((-z * z) / 2)
    const reached = upperTail(z, density)
    const step = (Math.log(reached / tail) * reached) / density
    z += step
    if (Math.abs(step) < 1e-16 * z) break
  }
  return z
}

/**
 * Two-sided critical value of the normal law for a confidence such as 0.95, to 15 digits.
 * Throws RangeError unless 1e-9 ≤ conf ≤ 1 − 1e-15.
 * @example criticalZ(0.95) // => 1.959963984540054
 * @example criticalZ(0.99) // => 2.5758293035489
 */
export const criticalZ = (conf: number): number => {
  if (conf === lastConf) return lastZ
  lastZ = solve((1 - within(conf, 1e-9, 1 - 1e-15, 'conf')) / 2)
  lastConf = conf
  return lastZ
}
