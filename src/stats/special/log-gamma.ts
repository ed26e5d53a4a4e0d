import { at } from './at.ts'

const halfLog2Pi = 0.9189385332046727

// Bernoulli terms of the Stirling series in 1/x, 1/x³, 1/x⁵ …
const stirling = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
]

const stirlingTail = (x: number): number => {
  const inverseSquare = 1 / (x * x)
  let value = 0
  for (let i = stirling.length - 1; i >= 0; i--) value = value * inverseSquare + at(stirling, i)
  return value / x
}

/**
 * What Stirling's formula misses: ln Γ(x+1) − (x+½) ln x + x − ½ ln 2π, for x > 0.
 * Source: Loader (2000), "Fast and accurate computation of binomial probabilities".
 * @example stirlingError(10) // => 0.0083305634333644
 */
export const stirlingError = (x: number): number => {
  if (x >= 12) return stirlingTail(x)
  return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - halfLog2Pi
}

/**
 * ln Γ(x) for x > 0, absolute error about 1e-15 near 1 and 2, relative elsewhere; ∞ at 0. Throws RangeError below 0.
 * @example logGamma(10) // => 12.801827480081469
 */
export const logGamma = (x: number): number => {
  if (!(x >= 0)) throw new RangeError(`logGamma needs x ≥ 0, got ${x}`)
  if (x === 1 || x === 2) return 0
  let shift = 1
  let y = x
  for (; y < 12; y++) shift *= y
  return (y - 0.5) * Math.log(y) - y + halfLog2Pi + stirlingTail(y) - Math.log(shift)
}
