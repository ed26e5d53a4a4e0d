import { at } from '../special/at.ts'
import { criticalZ } from '../special/critical-z.ts'
import { type Observed, type RiskTable, riskTable } from './risk-table.ts'

/** Confidence (0.95) and kind of limits: log(−log) unless 'plain' (symmetric, clipped to 0..1) is asked for. */
export type CurveOptions = { conf?: number; limits?: 'log-log' | 'plain' }

/** Share still there after each time at which somebody left. */
export type SurvivalCurve = {
  group: string
  /** Customers at the start. */
  n: number
  /** Longest observed time; the curve says nothing beyond it. */
  longest: number
  times: number[]
  atRisk: number[]
  events: number[]
  survival: number[]
  /** Greenwood; null where nobody is left. */
  se: (number | null)[]
  /** Limits inside 0..1; null where nobody is left. */
  lower: (number | null)[]
  upper: (number | null)[]
  /** First time at which half have left; null while more than half are there. */
  median: number | null
}

/**
 * Kaplan–Meier retention of one group: customers who are still there count for as long as they were seen.
 * `time` in any one unit, `status` 1 = left, 0 = still there. No event: empty lists, median null.
 * Throws RangeError for bad times or statuses. Source: Kaplan & Meier (1958); Greenwood; Kalbfleisch & Prentice limits.
 * @example kaplanMeier([1, 2, 2, 3, 5], [1, 1, 0, 1, 0]).survival // => [0.8, 0.6, 0.3]
 */
export const kaplanMeier = (
  time: ArrayLike<number>,
  status: ArrayLike<number | boolean>,
  options: CurveOptions = {},
): SurvivalCurve => curveOf(riskTable({ time, status }), 0, options)

/**
 * One Kaplan–Meier curve per group, groups in order.
 * @example kaplanMeierByGroup({ time: [1, 2], status: [1, 1], group: ['a', 'b'] }).map(curve => curve.median) // => [1, 2]
 */
export const kaplanMeierByGroup = (observed: Observed, options: CurveOptions = {}): SurvivalCurve[] => {
  const table = riskTable(observed)
  return table.groups.map((_, group) => curveOf(table, group, options))
}

/** The curve of one group of a risk table. */
export const curveOf = (table: RiskTable, group: number, options: CurveOptions = {}): SurvivalCurve => {
  const curve = emptyCurve(table, group)
  const z = criticalZ(options.conf ?? 0.95)
  const [atRisk, events] = [table.atRisk[group] ?? [], table.events[group] ?? []]
  let survival = 1
  let hazardVariance = 0
  for (let i = 0; i < table.times.length; i++) {
    const [there, left] = [at(atRisk, i), at(events, i)]
    if (left === 0) continue
    survival = there === left ? 0 : survival * (1 - left / there)
    hazardVariance += left / (there * (there - left))
    curve.times.push(at(table.times, i))
    curve.atRisk.push(there)
    curve.events.push(left)
    addPoint(curve, survival, Math.sqrt(hazardVariance))
    addLimits(curve, survival, z * Math.sqrt(hazardVariance), options.limits ?? 'log-log')
  }
  curve.median = medianOf(curve)
  return curve
}

const emptyCurve = (table: RiskTable, group: number): SurvivalCurve => ({
  group: table.groups[group] ?? '',
  n: at(table.sizes, group),
  longest: at(table.longest, group),
  times: [],
  atRisk: [],
  events: [],
  survival: [],
  se: [],
  lower: [],
  upper: [],
  median: null,
})

const addPoint = (curve: SurvivalCurve, survival: number, hazardSe: number): void => {
  curve.survival.push(survival)
  curve.se.push(survival === 0 ? null : survival * hazardSe)
}

const addLimits = (curve: SurvivalCurve, survival: number, reach: number, limits: 'log-log' | 'plain'): void => {
  const [lower, upper] = survival === 0 ? [null, null] : limitsOf[limits](survival, reach)
  curve.lower.push(lower)
  curve.upper.push(upper)
}

const limitsOf = {
  'log-log': (survival: number, reach: number) => {
    const spread = Math.exp(reach / Math.abs(Math.log(survival)))
    return [survival ** spread, survival ** (1 / spread)] as const
  },
  plain: (survival: number, reach: number) =>
    [Math.max(0, survival * (1 - reach)), Math.min(1, survival * (1 + reach))] as const,
}

// Where the curve rests at exactly one half, the middle of that rest, as R's survfit does.
const medianOf = ({ times, survival }: SurvivalCurve): number | null => {
  const tolerance = 1.5e-8
  const first = survival.findIndex(value => value < 0.5 + tolerance)
  if (first < 0) return null
  if (Math.abs(at(survival, first) - 0.5) >= tolerance || first + 1 >= times.length) return at(times, first)
  return (at(times, first) + at(times, first + 1)) / 2
}

/**
 * Retention at one moment with its limits; before the first departure 1 without limits.
 * null beyond the longest observed time, where nothing is known, and for a time that is no number ≥ 0.
 * @example survivalAt(kaplanMeier([1, 2, 2, 3, 5], [1, 1, 0, 1, 0]), 2.5)?.survival // => 0.6
 */
export const survivalAt = (
  curve: SurvivalCurve,
  time: number,
): { survival: number; lower: number | null; upper: number | null } | null => {
  if (!(time >= 0 && time <= curve.longest)) return null
  const last = curve.times.findLastIndex(moment => moment <= time)
  if (last < 0) return { survival: 1, lower: null, upper: null }
  return { survival: at(curve.survival, last), lower: curve.lower[last] ?? null, upper: curve.upper[last] ?? null }
}
