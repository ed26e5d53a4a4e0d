import { at, sum } from '../special/at.ts'
import { criticalZ } from '../special/critical-z.ts'
import { twoSidedP } from '../special/normal.ts'

/** One arm: the outcome of each customer and the same customer's value before the experiment. */
export type CupedArm = { after: readonly number[]; before: readonly number[] }

/** Effect with and without the adjustment; `varianceRatio` 0.2 means: as if there were five times as many customers. */
export type Cuped = {
  theta: number
  raw: { difference: number; se: number }
  adjusted: { difference: number; se: number; lower: number; upper: number; p: number | null }
  varianceRatio: number | null
}

/**
 * Treated minus control, with the part of the outcome that was known beforehand taken out (CUPED).
 * null with fewer than two customers in an arm, when nothing varied before, or numbers overflow. Valid only where arms were drawn by
 * lot. Throws RangeError when before and after differ in length or hold anything but numbers.
 * Source: Deng, Xu, Kohavi & Walker (2013), WSDM.
 * @example cuped({ after: [9, 8], before: [7, 7] }, { after: [7, 6], before: [7, 6] })?.raw.difference // => 2
 */
export const cuped = (treated: CupedArm, control: CupedArm, options: { conf?: number } = {}): Cuped | null => {
  for (const arm of [treated, control]) checkArm(arm)
  if (treated.after.length < 2 || control.after.length < 2) return null
  const before = [...treated.before, ...control.before]
  const after = [...treated.after, ...control.after]
  const spread = products(before, before)
  if (!(spread > 0 && spread < 1e200) || after.some(value => Math.abs(value) > 1e100)) return null
  const theta = products(before, after) / spread
  const centre = mean(before)
  const adjust = (arm: CupedArm) => arm.after.map((value, i) => value - theta * (at(arm.before, i) - centre))
  const raw = gap(treated.after, control.after)
  const adjusted = gap(adjust(treated), adjust(control))
  const reach = criticalZ(options.conf ?? 0.95) * adjusted.se
  return {
    theta,
    raw,
    adjusted: {
      ...adjusted,
      lower: adjusted.difference - reach,
      upper: adjusted.difference + reach,
      p: adjusted.se > 0 ? twoSidedP(adjusted.difference / adjusted.se) : null,
    },
    varianceRatio: raw.se > 0 ? (adjusted.se / raw.se) ** 2 : null,
  }
}

const checkArm = ({ after, before }: CupedArm): void => {
  if (after.length !== before.length)
    throw new RangeError(`each customer needs a value before and after, got ${before.length} and ${after.length}`)
  if (![...after, ...before].every(Number.isFinite)) throw new RangeError('values before and after must be numbers')
}

const mean = (values: readonly number[]): number => sum(values) / values.length

const products = (a: readonly number[], b: readonly number[]): number => {
  const [centreA, centreB] = [mean(a), mean(b)]
  return sum(a.map((value, i) => (value - centreA) * (at(b, i) - centreB)))
}

const variance = (values: readonly number[]): number => products(values, values) / (values.length - 1)

const gap = (a: readonly number[], b: readonly number[]): { difference: number; se: number } => ({
  difference: mean(a) - mean(b),
  se: Math.sqrt(variance(a) / a.length + variance(b) / b.length),
})
