import { zeros } from '../matrix/cholesky.ts'
import { solve } from '../matrix/solve.ts'
import { at } from '../special/at.ts'

/** `span`: share of the points that count at each place (0.75); `degree` of the local curve (1). */
export type LoessOptions = {
  span?: number
  degree?: 0 | 1 | 2
  weights?: readonly number[]
  places?: readonly number[]
}

/**
 * Smooth curve through points: at each place a weighted line through the nearest share `span` of the points
 * (tricube weights, times `weights`, for example answers per month). Fitted values at `places` (default: `times`);
 * null where too few different times carry weight or numbers overflow. Throws RangeError for lists of unequal length or a span ≤ 0.
 * Source: Cleveland (1979), JASA 74:829; as R's loess(surface = 'direct', family = 'gaussian').
 * @example loess([1, 2, 3, 4], [2, 4, 6, 8], { span: 1 }) // => [2, 4, 6, 8]
 */
export const loess = (
  times: readonly number[],
  values: readonly number[],
  options: LoessOptions = {},
): (number | null)[] => {
  const { span = 0.75, degree = 1, weights = times.map(() => 1), places = times } = options
  if (times.length !== values.length || times.length !== weights.length)
    throw new RangeError('times, values and weights must be of one length')
  if (!(span > 0)) throw new RangeError(`span must be above 0, got ${span}`)
  return places.map(place => {
    const near = neighbourhood(times, place, span)
    return fitAt(
      times.map(t => t - place),
      values,
      near.map((weight, i) => weight * at(weights, i)),
      degree,
    )
  })
}

const neighbourhood = (times: readonly number[], place: number, span: number): number[] => {
  const distances = times.map(t => Math.abs(t - place))
  const count = Math.min(times.length, Math.max(1, Math.floor(times.length * span + 1e-5)))
  const reach = (distances.toSorted((a, b) => a - b)[count - 1] ?? 0) * Math.sqrt(Math.max(1, span))
  return distances.map(distance => {
    if (distance === 0) return 1
    return distance < reach ? (1 - (distance / reach) ** 3) ** 3 : 0
  })
}

// Polynomial in the distance from the place, so that its constant is the fitted value; scaled against overflow.
const fitAt = (
  offsets: readonly number[],
  values: readonly number[],
  weights: readonly number[],
  degree: number,
): number | null => {
  const reach = Math.max(...offsets.map((offset, i) => (at(weights, i) > 0 ? Math.abs(offset) : 0))) || 1
  const normal = zeros(degree + 1)
  const right = new Array<number>(degree + 1).fill(0)
  for (const [i, offset] of offsets.entries())
    for (let r = 0; r <= degree; r++) {
      const lead = at(weights, i) * (offset / reach) ** r
      right[r] = at(right, r) + lead * at(values, i)
      const row = normal[r] ?? []
      for (let c = 0; c <= degree; c++) row[c] = at(row, c) + lead * (offset / reach) ** c
    }
  const distinct = new Set(offsets.filter((_, i) => at(weights, i) > 0)).size
  const value = distinct > degree ? solve(normal, right)?.[0] : undefined
  return value !== undefined && Number.isFinite(value) ? value : null
}
