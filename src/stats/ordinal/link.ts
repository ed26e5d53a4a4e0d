import { normalCdf, normalDensity, normalQuantile } from '../special/normal.ts'

/** A way from a linear scale to a share: P(Y ≤ j) = cdf(linear). */
export type Link = {
  cdf(x: number): number
  density(x: number): number
  /** Derivative of the density. */
  slope(x: number): number
  quantile(p: number): number
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/** The two links by name: 'logistic' (odds) and 'probit' (normal). */
export const links: Record<'logistic' | 'probit', Link> = {
  logistic: {
    cdf: logistic,
    density: x => logistic(x) * logistic(-x),
    slope: x => logistic(x) * logistic(-x) * (logistic(-x) - logistic(x)),
    quantile: p => Math.log(p / (1 - p)),
  },
  probit: {
    cdf: normalCdf,
    density: normalDensity,
    slope: x => (Math.abs(x) < 40 ? -x * normalDensity(x) : 0),
    quantile: normalQuantile,
  },
}
