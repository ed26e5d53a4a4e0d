import { at } from './at.ts'

const inverseSqrt2Pi = 0.3989422804014327

// Rational Chebyshev approximations of W. J. Cody (1969), Math. Comp. 23:631, in the arrangement of R's pnorm.
const nearTop = [2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356, 0.06568233791820745]
const nearBottom = [47.202581904688245, 976.0985517377767, 10260.93220861898, 45507.78933502673]
const midTop = [
  0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726, 6848.190450536283,
  11602.65143764735, 9842.714838383978, 1.0765576773720192e-8,
]
const midBottom = [
  22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097, 34900.95272114598,
  38912.00328609327, 19685.429676859992,
]
const farTop = [
  0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934, 2.9112874951168793e-5,
  0.023073441764940174,
]
const farBottom = [
  1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
]

const ratio = (top: number[], bottom: number[], lead: number, y: number): number => {
  let numerator = lead * y
  let denominator = y
  const last = bottom.length - 1
  for (let i = 0; i < last; i++) {
    numerator = (numerator + at(top, i)) * y
    denominator = (denominator + at(bottom, i)) * y
  }
  return (numerator + at(top, last)) / (denominator + at(bottom, last))
}

// exp(-y²/2) with the square split in two, so that the last digits of a far tail stay right.
const splitExp = (y: number): number => {
  const head = Math.trunc(y * 16) / 16
  return Math.exp(-head * head * 0.5) * Math.exp(-(y - head) * (y + head) * 0.5)
}

const tail = (y: number): number => {
  if (y <= 5.656854249492381) return splitExp(y) * ratio(midTop, midBottom, at(midTop, 8), y)
  if (y > 38.6) return 0
  const inverseSquare = 1 / (y * y)
  const correction = inverseSquare * ratio(farTop, farBottom, at(farTop, 5), inverseSquare)
  return (splitExp(y) * (inverseSqrt2Pi - correction)) / y
}

/**
 * Density of the standard normal law.
 * @example normalDensity(0) // => 0.3989422804014327
 */
export const normalDensity = (x: number): number => inverseSqrt2Pi * Math.exp(-0.5 * x * x)

/**
 * P(Z ≤ x) for a standard normal Z; relative accuracy about 1e-15, also in the far left tail.
 * Source: Cody (1969), Math. Comp. 23:631.
 * @example normalCdf(1.959963984540054) // => 0.975
 */
export const normalCdf = (x: number): number => {
  const y = Math.abs(x)
  if (y <= 0.67448975) return 0.5 + x * ratio(nearTop, nearBottom, at(nearTop, 4), x * x)
  return x < 0 ? tail(y) : 1 - tail(y)
}

/**
 * P(Z > x), without the loss of digits of 1 − P(Z ≤ x).
 * @example normalUpper(10) // => 7.619853024160e-24
 */
export const normalUpper = (x: number): number => normalCdf(-x)

/**
 * Two-sided p-value of a z statistic; 0 only where a double cannot hold it (|z| > 38).
 * @example twoSidedP(1.959963984540054) // => 0.05
 */
export const twoSidedP = (z: number): number => Math.min(1, 2 * normalCdf(-Math.abs(z)))

// Wichura (1988), AS 241, Applied Statistics 37:477: PPND16.
const centreTop = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
]
const centreBottom = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852546,
]
const tailTop = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
]
const tailBottom = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
]
const farTailTop = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
]
const farTailBottom = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
  1.421511758316446e-7, 2.0442631033899397e-15,
]

const horner = (coefficients: number[], x: number): number => {
  let value = 0
  for (let i = coefficients.length - 1; i >= 0; i--) value = value * x + at(coefficients, i)
  return value
}

/**
 * The z below which a share `p` of the standard normal law lies; −∞ at 0, ∞ at 1.
 * Relative accuracy about 1e-16. Throws RangeError outside [0, 1]. Source: Wichura (1988), AS 241.
 * @example normalQuantile(0.975) // => 1.959963984540054
 */
export const normalQuantile = (p: number): number => {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`probability must be between 0 and 1, got ${p}`)
  const offset = p - 0.5
  if (Math.abs(offset) <= 0.425) {
    const r = 0.180625 - offset * offset
    return (offset * horner(centreTop, r)) / horner(centreBottom, r)
  }
  const side = offset < 0 ? p : 1 - p
  if (side === 0) return offset < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const r = Math.sqrt(-Math.log(side))
  const z =
    r <= 5
      ? horner(tailTop, r - 1.6) / horner(tailBottom, r - 1.6)
      : horner(farTailTop, r - 5) / horner(farTailBottom, r - 5)
  return offset < 0 ? -z : z
}
