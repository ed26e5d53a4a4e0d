import { type Matrix, zeros } from '../matrix/cholesky.ts'
import { at } from '../special/at.ts'
import type { Link } from './link.ts'

/** Customers alike: `weight` of them in category `category`, with location columns `x` and scale columns `z`. */
export type OrdinalRow = { category: number; weight: number; x: number[]; z: number[] }

/** Cut points first, then location slopes, then log-scale slopes. */
export type OrdinalShape = { cuts: number; locations: number; scales: number }

/** Log-likelihood with first and (negative) second derivatives; null where cut points are out of order. */
export type OrdinalTerms = { logLikelihood: number; score: number[]; information: Matrix }

type Edge = { value: number; gradient: Float64Array }

// u = (cut − x·β) · exp(−z·γ) and its derivatives; an open end has neither.
const edgeAt = (parameters: number[], shape: OrdinalShape, row: OrdinalRow, cut: number, edge: Edge): boolean => {
  if (cut < 0 || cut >= shape.cuts) return false
  edge.gradient.fill(0)
  let location = at(parameters, cut)
  let logScale = 0
  for (let i = 0; i < shape.locations; i++) location -= at(parameters, shape.cuts + i) * at(row.x, i)
  for (let i = 0; i < shape.scales; i++) logScale += at(parameters, shape.cuts + shape.locations + i) * at(row.z, i)
  const narrow = Math.exp(-logScale)
  edge.value = location * narrow
  edge.gradient[cut] = narrow
  for (let i = 0; i < shape.locations; i++) edge.gradient[shape.cuts + i] = -narrow * at(row.x, i)
  for (let i = 0; i < shape.scales; i++) edge.gradient[shape.cuts + shape.locations + i] = -edge.value * at(row.z, i)
  return true
}

/** Log-likelihood and derivatives of a cumulative link model with location and scale. */
export const ordinalTerms = (
  rows: readonly OrdinalRow[],
  parameters: number[],
  shape: OrdinalShape,
  link: Link,
): OrdinalTerms | null => {
  const size = parameters.length
  const terms = { logLikelihood: 0, score: new Array<number>(size).fill(0), information: zeros(size) }
  const upper: Edge = { value: 0, gradient: new Float64Array(size) }
  const lower: Edge = { value: 0, gradient: new Float64Array(size) }
  for (const row of rows) {
    const hasUpper = edgeAt(parameters, shape, row, row.category, upper)
    const hasLower = edgeAt(parameters, shape, row, row.category - 1, lower)
    const share = between(link, hasUpper ? upper.value : null, hasLower ? lower.value : null)
    if (!(share > 0)) return null
    terms.logLikelihood += row.weight * Math.log(share)
    addRow(terms, row, shape, [
      ...(hasUpper ? [partOf(upper, link, 1 / share)] : []),
      ...(hasLower ? [partOf(lower, link, -1 / share)] : []),
    ])
  }
  return terms
}

// In the right tail by the upper areas, so that a tiny share keeps its digits.
const between = (link: Link, upper: number | null, lower: number | null): number => {
  if (upper === null && lower === null) return 1
  if (lower === null) return link.cdf(upper ?? 0)
  if (upper === null) return link.cdf(-lower)
  return lower > 0 ? link.cdf(-lower) - link.cdf(-upper) : link.cdf(upper) - link.cdf(lower)
}

type Part = { gradient: Float64Array; first: number; second: number }

const partOf = ({ value, gradient }: Edge, link: Link, sign: number): Part => ({
  gradient,
  first: sign * link.density(value),
  second: sign * link.slope(value),
})

const addRow = (terms: OrdinalTerms, row: OrdinalRow, shape: OrdinalShape, parts: Part[]): void => {
  const size = terms.score.length
  const scalesFrom = shape.cuts + shape.locations
  for (let i = 0; i < size; i++) {
    const own = slopeOf(parts, i)
    terms.score[i] = at(terms.score, i) + row.weight * own
    const target = terms.information[i] as number[]
    for (let j = 0; j <= i; j++) {
      let curve = -own * slopeOf(parts, j)
      for (const { gradient, first, second } of parts) {
        curve += second * (gradient[i] as number) * (gradient[j] as number)
        if (i >= scalesFrom) curve -= first * (gradient[j] as number) * at(row.z, i - scalesFrom)
      }
      const value = (target[j] as number) - row.weight * curve
      target[j] = value
      if (i !== j) (terms.information[j] as number[])[i] = value
    }
  }
}

const slopeOf = (parts: Part[], index: number): number => {
  let slope = 0
  for (const { gradient, first } of parts) slope += first * (gradient[index] as number)
  return slope
}
