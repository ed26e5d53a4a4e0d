import { solve } from '../matrix/solve.ts'
import { at } from '../special/at.ts'
import { gaussLegendre } from '../special/gauss-legendre.ts'
import { normalCdf, normalDensity } from '../special/normal.ts'

/** A chart and a lasting shift of the mean in standard deviations (0 = nothing happened). */
export type ChartPlan =
  | { chart: 'shewhart'; sigmas: number; shift?: number }
  | { chart: 'ewma'; lambda: number; limit: number; shift?: number }
  | { chart: 'cusum'; allowance: number; limit: number; shift?: number }

/**
 * Average number of periods until a two-sided chart alarms: at shift 0 the time between false alarms, otherwise the
 * delay until a real shift is seen. Independent normal values. EWMA with its final limits.
 * Throws RangeError for settings without sense, run lengths beyond 1e15 and charts whose limits lie more than a
 * hundred steps apart. Source: Crowder (1987); Page (1954); agrees with R's spc.
 * @example averageRunLength({ chart: 'shewhart', sigmas: 3 }) // => 370.3983473449564
 */
export const averageRunLength = (plan: ChartPlan): number => {
  const length = lengthOf(plan)
  if (length >= 1 - 1e-9 && length < 1e15) return Math.max(1, length)
  throw new RangeError('the run length of this plan is too long to be computed')
}

const lengthOf = (plan: ChartPlan): number => {
  const shift = plan.shift ?? 0
  if (!Number.isFinite(shift)) throw new RangeError(`shift must be a number, got ${plan.shift}`)
  if (plan.chart === 'shewhart') return shewhartLength(positive('sigmas', plan.sigmas), shift)
  if (plan.chart === 'ewma') return ewmaLength(share(plan.lambda), positive('limit', plan.limit), shift)
  const allowance = positive('allowance', plan.allowance, true)
  const limit = positive('limit', plan.limit)
  const [up, down] = [cusumLengths(allowance, limit, shift), cusumLengths(allowance, limit, -shift)]
  return 1 / (1 / up + 1 / down)
}

const positive = (name: string, value: number, orZero = false): number => {
  if (value > 0 || (orZero && value === 0)) return value
  throw new RangeError(`${name} must be above 0, got ${value}`)
}

const share = (lambda: number): number => {
  if (lambda > 0 && lambda <= 1) return lambda
  throw new RangeError(`lambda must lie in (0, 1], got ${lambda}`)
}

const shewhartLength = (sigmas: number, shift: number): number =>
  1 / (normalCdf(-sigmas - shift) + normalCdf(-sigmas + shift))

// Density of x kept once, so that the integral equation is solved by a linear system on Gauss points.
const ewmaLength = (lambda: number, limit: number, shift: number): number => {
  if (lambda === 1) return shewhartLength(limit, shift)
  const reach = limit * Math.sqrt(lambda / (2 - lambda))
  const { points, weights } = gaussLegendre(pointsFor((2 * reach) / lambda), -reach, reach)
  const kernel = (from: number, j: number) =>
    (at(weights, j) / lambda) * normalDensity((at(points, j) - (1 - lambda) * from) / lambda - shift)
  const system = points.map((from, i) => points.map((_, j) => (i === j ? 1 : 0) - kernel(from, j)))
  const lengths =
    solve(
      system,
      points.map(() => 1),
    ) ?? []
  return 1 + lengths.reduce((total, length, j) => total + length * kernel(0, j), 0)
}

// One-sided chart started at 0; state 0 has mass of its own, the rest a density on (0, limit).
const cusumLengths = (allowance: number, limit: number, shift: number): number => {
  const { points, weights } = gaussLegendre(pointsFor(limit), 0, limit)
  const states = [0, ...points]
  const move = (from: number, j: number) =>
    j === 0
      ? normalCdf(allowance - shift - from)
      : at(weights, j - 1) * normalDensity(at(states, j) + allowance - shift - from)
  const system = states.map((from, i) => states.map((_, j) => (i === j ? 1 : 0) - move(from, j)))
  return at(
    solve(
      system,
      states.map(() => 1),
    ) ?? [],
    0,
  )
}

// About four points per standard deviation of one step; a chart that moves slower than that cannot be resolved.
const pointsFor = (width: number): number => {
  if (!(width <= 100)) throw new RangeError('this chart moves too slowly for its limits to be computed')
  return Math.max(40, Math.ceil(4 * width) + 20)
}
