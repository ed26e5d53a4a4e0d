import { type Matrix, zeros } from '../matrix/cholesky.ts'
import type { Link } from './link.ts'

/** Customers alike: `weight` of them in category `category`, with location columns `x` and scale columns `z`. */
export type OrdinalRow = { category: number; weight: number; x: number[]; z: number[] }

/** Cut points first, then location slopes, then log-scale slopes. */
export type OrdinalShape = { cuts: number; locations: number; scales: number }

/** Log-likelihood with first and (negative) second derivatives; null where cut points are out of order. */
export type OrdinalTerms = { logLikelihood: number; score: number[]; information: Matrix }

/**
 * Log-likelihood and derivatives of a cumulative link model with location and scale.
 * A row touches the cut above its category, the cut below, and the slopes; nothing else is visited.
 */
export const ordinalTerms = (
  rows: readonly OrdinalRow[],
  parameters: number[],
  shape: OrdinalShape,
  link: Link,
): OrdinalTerms | null => {
  const size = parameters.length
  const terms = { logLikelihood: 0, score: new Array<number>(size).fill(0), information: zeros(size) }
  const touched = new Touched(shape)
  for (const row of rows) {
    const share = touched.visit(row, parameters, shape, link)
    if (!(share > 0)) return null
    terms.logLikelihood += row.weight * Math.log(share)
    touched.addTo(terms, row, shape)
  }
  return mirrored(terms)
}

const mirrored = (terms: OrdinalTerms): OrdinalTerms => {
  const { information } = terms
  for (const [i, row] of information.entries())
    for (let j = 0; j < i; j++) {
      const value = (row[j] as number) + (information[j]?.[i] as number)
      row[j] = value
      ;(information[j] as number[])[i] = value
    }
  return terms
}

/** The parameters one row touches, with the gradients of its two edges u = (cut − x·β) · exp(−z·γ). */
class Touched {
  readonly #index: Int32Array
  readonly #above: Float64Array
  readonly #below: Float64Array
  #length = 0
  #first: [above: number, below: number] = [0, 0]
  #second: [above: number, below: number] = [0, 0]

  constructor(shape: OrdinalShape) {
    const most = 2 + shape.locations + shape.scales
    this.#index = new Int32Array(most)
    this.#above = new Float64Array(most)
    this.#below = new Float64Array(most)
  }

  /** Fills in the gradients and returns the share of the row's category. */
  visit(row: OrdinalRow, parameters: number[], shape: OrdinalShape, link: Link): number {
    const { cuts, locations, scales } = shape
    let location = 0
    let logScale = 0
    for (let i = 0; i < locations; i++) location += (parameters[cuts + i] as number) * (row.x[i] as number)
    for (let i = 0; i < scales; i++) logScale += (parameters[cuts + locations + i] as number) * (row.z[i] as number)
    const narrow = Math.exp(-logScale)
    const upper = row.category < cuts ? ((parameters[row.category] as number) - location) * narrow : null
    const lower = row.category > 0 ? ((parameters[row.category - 1] as number) - location) * narrow : null
    const share = between(link, upper, lower)
    this.#first = [upper === null ? 0 : link.density(upper) / share, lower === null ? 0 : -link.density(lower) / share]
    this.#second = [upper === null ? 0 : link.slope(upper) / share, lower === null ? 0 : -link.slope(lower) / share]
    this.#length = 0
    if (upper !== null) this.#add(row.category, narrow, 0)
    if (lower !== null) this.#add(row.category - 1, 0, narrow)
    for (let i = 0; i < locations; i++) {
      const slope = -narrow * (row.x[i] as number)
      this.#add(cuts + i, slope, slope)
    }
    for (let i = 0; i < scales; i++)
      this.#add(cuts + locations + i, -(upper ?? 0) * (row.z[i] as number), -(lower ?? 0) * (row.z[i] as number))
    return share
  }

  #add(index: number, above: number, below: number): void {
    this.#index[this.#length] = index
    this.#above[this.#length] = above
    this.#below[this.#length] = below
    this.#length++
  }

  /** Adds the row to score and information; a pair of parameters is added on one side only. */
  addTo(terms: OrdinalTerms, { weight, z }: OrdinalRow, shape: OrdinalShape): void {
    const scalesFrom = shape.cuts + shape.locations
    const [firstAbove, firstBelow] = this.#first
    const [secondAbove, secondBelow] = this.#second
    for (let a = 0; a < this.#length; a++) {
      const i = this.#index[a] as number
      const [upA, downA] = [this.#above[a] as number, this.#below[a] as number]
      const own = firstAbove * upA + firstBelow * downA
      terms.score[i] = (terms.score[i] as number) + weight * own
      const target = terms.information[i] as number[]
      for (let b = 0; b <= a; b++) {
        const j = this.#index[b] as number
        const [upB, downB] = [this.#above[b] as number, this.#below[b] as number]
        const other = firstAbove * upB + firstBelow * downB
        let curve = secondAbove * upA * upB + secondBelow * downA * downB - own * other
        if (i >= scalesFrom) curve -= other * (z[i - scalesFrom] as number)
        target[j] = (target[j] as number) - weight * curve
      }
    }
  }
}

// In the right tail by the upper areas, so that a tiny share keeps its digits.
const between = (link: Link, upper: number | null, lower: number | null): number => {
  if (upper === null && lower === null) return 1
  if (lower === null) return link.cdf(upper ?? 0)
  if (upper === null) return link.cdf(-lower)
  return lower > 0 ? link.cdf(-lower) - link.cdf(-upper) : link.cdf(upper) - link.cdf(lower)
}
