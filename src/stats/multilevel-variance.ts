import { cell, inverse, type Matrix } from './matrix/cholesky.ts'
import { at, sum } from './special/at.ts'

/** Which level each cell has in each factor, as indices from 0; the last factor is the cell itself. */
export type Membership = readonly (readonly number[])[]

/** Covariance of the cells' true values: a variance for each factor whose level two cells share. */
export const covarianceBetween = (
  one: number,
  other: number,
  membership: Membership,
  variances: readonly number[],
): number => membership.reduce((all, levels, f) => all + (levels[one] === levels[other] ? at(variances, f) : 0), 0)

type Fit = { projection: Matrix; residual: number[] }

// P = V⁻¹ − V⁻¹11ᵀV⁻¹/1ᵀV⁻¹1 removes the common mean; Py are the residuals in its metric.
const fitMean = (y: number[], v: number[], membership: Membership, variances: number[]): Fit | null => {
  const covariance = y.map((_, i) =>
    y.map((__, j) => covarianceBetween(i, j, membership, variances) + (i === j ? at(v, i) : 0)),
  )
  const precision = inverse(covariance, 1e-14)
  if (precision === null) return null
  const rows = precision.map(row => sum(row))
  const total = sum(rows)
  const projection = precision.map((row, i) => row.map((value, j) => value - (at(rows, i) * at(rows, j)) / total))
  const residual = projection.map(row => row.reduce((all, value, j) => all + value * at(y, j), 0))
  return { projection, residual }
}

// Sums of the rows of P over the cells of each level of one factor.
const levelSums = (projection: Matrix, levels: readonly number[]): Matrix => {
  const many = Math.max(...levels) + 1
  return projection.map(row => {
    const sums = new Array<number>(many).fill(0)
    row.forEach((value, j) => {
      sums[at(levels, j)] = at(sums, at(levels, j)) + value
    })
    return sums
  })
}

// Score and expected information of the restricted likelihood for the variances.
const slopesOf = ({ projection, residual }: Fit, membership: Membership) => {
  const sums = membership.map(levels => levelSums(projection, levels))
  const score = membership.map((levels, f) => {
    const perLevel = new Map<number, number>()
    for (const [i, level] of levels.entries()) perLevel.set(level, (perLevel.get(level) ?? 0) + at(residual, i))
    const trace = levels.reduce((all, level, i) => all + cell(sums[f] ?? [], i, level), 0)
    return ([...perLevel.values()].reduce((all, value) => all + value * value, 0) - trace) / 2
  })
  const information = membership.map((one, f) =>
    membership.map((other, g) => {
      let total = 0
      for (let i = 0; i < one.length; i++)
        for (let j = 0; j < one.length; j++)
          total += cell(sums[f] ?? [], i, at(one, j)) * cell(sums[g] ?? [], j, at(other, i))
      return total / 2
    }),
  )
  return { score, information }
}

// Fisher's step for the variances that are not held at 0.
const stepOf = (score: number[], information: Matrix, free: number[]): number[] => {
  const reduced = free.map(f => free.map(g => cell(information, f, g) * (f === g ? 1 + 1e-9 : 1)))
  const spread = inverse(reduced, 1e-12)
  const step = score.map(() => 0)
  free.forEach((f, i) => {
    step[f] =
      spread === null
        ? at(score, f) / cell(information, f, f)
        : free.reduce((all, g, j) => all + cell(spread, i, j) * at(score, g), 0)
  })
  return step
}

/**
 * Variances between the levels of crossed factors by restricted maximum likelihood (Fisher scoring), for cell values
 * `y` with known sampling variances `v`; one variance a factor, none below 0. Source: Searle, Casella & McCulloch
 * (1992), ch. 6. `null` when the covariance has no inverse.
 * @example multilevelVariances([0.3, 0.1, 0.5, 0.45], [0.01, 0.01, 0.01, 0.01], [[0, 0, 1, 1], [0, 1, 2, 3]])?.[0] // => 0.0325
 */
export const multilevelVariances = (y: number[], v: number[], membership: Membership): number[] | null => {
  const spread = y.length > 1 ? variance(y) : 0
  let variances = membership.map(() => Math.max(1e-4, spread / membership.length))
  for (let round = 0; round < 100; round++) {
    const fit = fitMean(y, v, membership, variances)
    if (fit === null) return null
    const { score, information } = slopesOf(fit, membership)
    const free = [...membership.keys()].filter(f => at(variances, f) > 0 || at(score, f) > 0)
    const step = stepOf(score, information, free)
    const next = variances.map((value, f) => Math.max(0, Math.min(4, value + at(step, f))))
    const moved = Math.max(...next.map((value, f) => Math.abs(value - at(variances, f))))
    variances = next.map(value => (value < 1e-12 ? 0 : value))
    if (moved < 1e-12) break
  }
  return variances
}

const variance = (values: number[]): number => {
  const mean = sum(values) / values.length
  return values.reduce((all, value) => all + (value - mean) ** 2, 0) / (values.length - 1)
}
