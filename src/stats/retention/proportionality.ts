import { quadraticForm } from '../matrix/cholesky.ts'
import { at, sum } from '../special/at.ts'
import { chiSquareUpper } from '../special/chi-square.ts'
import type { CoxFit } from './cox.ts'
import { type CoxDesign, type CoxInput, coxDesign } from './cox-design.ts'
import { eachDeparture, type Leaving, type RiskSums } from './cox-terms.ts'
import { kaplanMeier } from './kaplan-meier.ts'

/** Does each hazard ratio hold all the time? A small p says it changes: report restricted means instead. */
export type Proportionality = {
  names: string[]
  chi2: number[]
  p: number[]
  global: { chi2: number; df: number; p: number }
}

/**
 * Test of proportional hazards: scaled Schoenfeld residuals against the clock 1 − Kaplan–Meier.
 * null without a fit or when all departures share one moment.
 * Source: Grambsch & Therneau (1994), Biometrika 81:515, with the average variance of the coefficients.
 * @example proportionality({ time: [1, 2], status: [1, 1], columns: { x: [1, 0] } }, null) // => null
 */
export const proportionality = (input: CoxInput, fit: CoxFit | null): Proportionality | null => {
  if (!fit) return null
  const design = coxDesign(input)
  const moments = residualMoments(design, fit, input.ties ?? 'efron')
  const curve = kaplanMeier(input.time, input.status)
  const clock = moments.map(({ time }) => 1 - (curve.survival[curve.times.indexOf(time) - 1] ?? 1))
  const mean = sum(moments.map(({ count }, m) => count * at(clock, m))) / fit.events
  const spread = sum(moments.map(({ count }, m) => count * (at(clock, m) - mean) ** 2))
  if (!(spread > 1e-12)) return null
  const lean = fit.names.map((_, i) => sum(moments.map(({ gap }, m) => (at(clock, m) - mean) * at(gap, i))))
  return judge(fit, lean, spread)
}

type Moment = { time: number; count: number; gap: number[] }

const residualMoments = (design: CoxDesign, fit: CoxFit, ties: 'efron' | 'breslow'): Moment[] => {
  const beta = fit.coefficients.map((value, i) => value * at(design.scales, i))
  const moments: Moment[] = []
  eachDeparture(design, beta, (there, leaving) => {
    const expected = expectedRow(there, leaving, ties)
    const gap = leaving.rows.map((value, i) => (value - at(expected, i)) * at(design.scales, i))
    moments.push({ time: leaving.time, count: leaving.count, gap })
  })
  return moments
}

const expectedRow = (there: RiskSums, { sums, count }: Leaving, ties: 'efron' | 'breslow'): number[] =>
  there.first.map((value, i) => {
    let expected = 0
    for (let l = 0; l < count; l++) {
      const share = ties === 'efron' ? l / count : 0
      expected += (value - share * at(sums.first, i)) / (there.total - share * sums.total)
    }
    return expected
  })

const judge = ({ covariance, events, names }: CoxFit, lean: number[], spread: number): Proportionality => {
  const scaled = covariance.map(row => sum(row.map((value, j) => value * at(lean, j))))
  const chi2 = scaled.map((value, i) => (events * value * value) / (at(covariance[i] ?? [], i) * spread))
  const all = (events * quadraticForm(covariance, lean)) / spread
  return {
    names,
    chi2,
    p: chi2.map(value => chiSquareUpper(value, 1)),
    global: { chi2: all, df: names.length, p: chiSquareUpper(all, names.length) },
  }
}
