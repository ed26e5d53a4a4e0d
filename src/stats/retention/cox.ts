import { cholesky, dot, inverse, type Matrix, quadraticForm, solveFactored } from '../matrix/cholesky.ts'
import { at } from '../special/at.ts'
import { criticalZ } from '../special/critical-z.ts'
import { twoSidedP } from '../special/normal.ts'
import { type CoxInput, coxDesign } from './cox-design.ts'
import { coxTerms } from './cox-terms.ts'

/** Hazard ratios: how much faster customers leave per unit of each column, the others held fixed. */
export type CoxFit = {
  names: string[]
  coefficients: number[]
  se: number[]
  hazardRatios: number[]
  lower: number[]
  upper: number[]
  p: number[]
  logLikelihoodNull: number
  logLikelihood: number
  scoreTest: number
  /** Inverse information: variances and covariances of the coefficients. */
  covariance: Matrix
  n: number
  events: number
}

const rounds = 40

/**
 * Cox regression of leaving, ties by Efron (default) or Breslow; with `start`, rows are intervals (start, time]
 * so that a customer's class may change. `columns`: one list of numbers per name.
 * null when nobody left, a column never varies among those at risk, columns repeat each other, or one column
 * separates those who left perfectly (no finite hazard ratio exists). Throws RangeError for lists of unequal length.
 * Source: Cox (1972); Efron (1977); agrees with coxph of R's survival.
 * @example coxFit({ time: [1, 2, 3, 4], status: [1, 1, 1, 0], columns: { x: [1, 0, 1, 0] } })?.coefficients // => [0.9406136421072088]
 */
export const coxFit = (input: CoxInput, options: { conf?: number } = {}): CoxFit | null => {
  const design = coxDesign(input)
  if (design.events === 0 || design.columns.length === 0) return null
  const ties = input.ties ?? 'efron'
  let beta = design.columns.map(() => 0)
  let terms = coxTerms(design, beta, ties)
  const lower = cholesky(terms.information)
  if (!lower) return null
  const scoreTest = dot(terms.score, solveFactored(lower, terms.score))
  const logLikelihoodNull = terms.logLikelihood
  for (let round = 0; round < rounds; round++) {
    const factor = cholesky(terms.information, 1e-9)
    if (!factor) return null
    const step = solveFactored(factor, terms.score)
    const next = halved(design, beta, step, terms.logLikelihood, ties)
    const moved = Math.max(...step.map((value, i) => Math.abs(value) / (1 + Math.abs(at(beta, i)))))
    beta = next.beta
    terms = next.terms
    if (moved < 1e-9) {
      const fit = { beta, terms, scoreTest, logLikelihoodNull, names: design.names }
      return summary(fit, design.scales, options.conf ?? 0.95, input.time.length, design.events)
    }
  }
  return null
}

type Terms = ReturnType<typeof coxTerms>

const halved = (
  design: ReturnType<typeof coxDesign>,
  beta: number[],
  step: number[],
  reached: number,
  ties: 'efron' | 'breslow',
): { beta: number[]; terms: Terms } => {
  let share = 1
  for (let round = 0; ; round++) {
    const moved = beta.map((value, i) => value + share * at(step, i))
    const terms = coxTerms(design, moved, ties)
    if (terms.logLikelihood >= reached - 1e-9 * Math.abs(reached) || round >= 20) return { beta: moved, terms }
    share /= 2
  }
}

type Raw = { beta: number[]; terms: Terms; scoreTest: number; logLikelihoodNull: number; names: string[] }

const summary = (raw: Raw, scales: number[], conf: number, n: number, events: number): CoxFit | null => {
  const scaled = inverse(raw.terms.information, 1e-9)
  // Beyond 15 standard deviations' worth of log hazard the likelihood only creeps towards infinity.
  if (!scaled || raw.beta.some(value => Math.abs(value) > 15)) return null
  const covariance = scaled.map((row, i) => row.map((value, j) => value / (at(scales, i) * at(scales, j))))
  const coefficients = raw.beta.map((value, i) => value / at(scales, i))
  const se = covariance.map((row, i) => Math.sqrt(at(row, i)))
  const z = criticalZ(conf)
  return {
    names: raw.names,
    coefficients,
    se,
    hazardRatios: coefficients.map(Math.exp),
    lower: coefficients.map((value, i) => Math.exp(value - z * at(se, i))),
    upper: coefficients.map((value, i) => Math.exp(value + z * at(se, i))),
    p: coefficients.map((value, i) => twoSidedP(value / at(se, i))),
    logLikelihoodNull: raw.logLikelihoodNull,
    logLikelihood: raw.terms.logLikelihood,
    scoreTest: raw.scoreTest,
    covariance,
    n,
    events,
  }
}

/**
 * Wald test that all coefficients of a fit are zero at once.
 * @example coxWald({ coefficients: [2], covariance: [[1]] })?.chi2 // => 4
 */
export const coxWald = (fit: Pick<CoxFit, 'coefficients' | 'covariance'>): { chi2: number; df: number } | null => {
  const precision = inverse(fit.covariance)
  return precision && { chi2: quadraticForm(precision, fit.coefficients), df: fit.coefficients.length }
}
