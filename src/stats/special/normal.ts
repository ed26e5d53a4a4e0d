import { at } from './at.ts'

const inverseSqrt2Pi = 0.3989422804014327

// Rational Chebyshev approximations of W. J. Cody (1969), Math. Comp. 23:631, in the arrangement of R's pnorm.
const nearTop = [2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.981253343561, 0.06568233791820745]
const nearBottom = [47.202581904688245, 976.0985517377767, 10260.93220861898, 45507.78933502673]
const midTop = [
  0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726, 6848.190450536283,
  11602.65143764735, 9842.714838383978, 1.0765576773720192e-8,
]
const midBottom = [
  22.266688044328116, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097, 34900.952721145979,
  38912.00328609327, 19685.429676859992,
]
const farTop = [
  0.215898534057957, 0.1274011611602473639, 0.022235277870649807, 0.001421619193227893466, 2.9112874951168793e-5,
  0.02307344176494017303,
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
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
  67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
]
const centreBottom = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
  28729.085735721942674, 5226.495278852545925,
]
const tailTop = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258,
  0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
]
const tailBottom = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
]
const farTailTop = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123, 0.026532189526576123093,
  0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
]
const farTailBottom = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
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
