import { cholesky, inverse, type Matrix, solveFactored } from '../matrix/cholesky.ts'
import { at, sum } from '../special/at.ts'
import { type OrdinalRow, type OrdinalShape, type OrdinalTerms, ordinalTerms } from './cumulative-terms.ts'
import { links } from './link.ts'

/** Maximum likelihood of a cumulative link model: parameters in the order of {@link OrdinalShape}. */
export type CumulativeFit = { parameters: number[]; covariance: Matrix; logLikelihood: number }

/** Climbs to the maximum by Newton's method with a safeguard; null where no finite maximum exists. */
export const fitCumulative = (
  rows: readonly OrdinalRow[],
  shape: OrdinalShape,
  linkName: 'logistic' | 'probit',
): CumulativeFit | null => {
  const link = links[linkName]
  let parameters = [...startCuts(rows, shape.cuts, linkName), ...zerosOf(shape.locations + shape.scales)]
  let terms = ordinalTerms(rows, parameters, shape, link)
  for (let round = 0; terms && round < 100; round++) {
    const step = stepFrom(terms)
    if (!step) return null
    const next = climb(rows, parameters, shape, step, terms, linkName)
    if (!next) return null
    const still = step.every((value, i) => Math.abs(value) < 1e-9 * (1 + Math.abs(at(parameters, i))))
    parameters = next.parameters
    terms = next.terms
    if (still) return finished(parameters, terms)
  }
  return null
}

const zerosOf = (length: number): number[] => new Array<number>(length).fill(0)

const startCuts = (rows: readonly OrdinalRow[], cuts: number, linkName: 'logistic' | 'probit'): number[] => {
  const counts = zerosOf(cuts + 1)
  for (const row of rows) counts[row.category] = at(counts, row.category) + row.weight
  const all = sum(counts)
  let below = 0
  return zerosOf(cuts).map((_, cut) => {
    below += at(counts, cut)
    return links[linkName].quantile(below / all)
  })
}

// Where the surface is not yet bowl-shaped, a growing ridge turns the step uphill.
const stepFrom = (terms: OrdinalTerms): number[] | null => {
  const largest = Math.max(...terms.information.map((row, i) => Math.abs(at(row, i))))
  for (let ridge = 0; ridge <= 1; ridge = ridge === 0 ? 1e-4 : ridge * 10) {
    const lower = cholesky(
      terms.information.map((row, i) => row.map((value, j) => (i === j ? value + ridge * largest : value))),
    )
    if (lower) return solveFactored(lower, terms.score)
  }
  return null
}

const climb = (
  rows: readonly OrdinalRow[],
  parameters: number[],
  shape: OrdinalShape,
  step: number[],
  from: OrdinalTerms,
  linkName: 'logistic' | 'probit',
): { parameters: number[]; terms: OrdinalTerms } | null => {
  let share = 1
  for (let round = 0; round < 30; round++, share /= 2) {
    const moved = parameters.map((value, i) => value + share * at(step, i))
    const terms = ordinalTerms(rows, moved, shape, links[linkName])
    if (terms && terms.logLikelihood >= from.logLikelihood - 1e-10 * Math.abs(from.logLikelihood))
      return { parameters: moved, terms }
  }
  return null
}

const finished = (parameters: number[], terms: OrdinalTerms): CumulativeFit | null => {
  const covariance = inverse(terms.information)
  return covariance && { parameters, covariance, logLikelihood: terms.logLikelihood }
}
