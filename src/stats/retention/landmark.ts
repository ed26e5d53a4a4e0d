import { compareRetention } from './compare-retention.ts'
import type { CurveOptions, SurvivalCurve } from './kaplan-meier.ts'
import type { LogRank } from './log-rank.ts'
import { restrictedMeanDifference } from './restricted-mean.ts'

/** One customer who was asked: when the answer (or the invitation, for the silent) was, and when they were last seen. */
export type Followed = {
  /** Class at the answer; 'silent' (or any other name) for those who did not answer. */
  group: string
  /** Moment of the answer or invitation, in any one unit of time. */
  askedAt: number
  /** Moment the customer left; null while still there. */
  leftAt: number | null
  /** Moment up to which the customer was watched (today, or the end of the study). */
  seenUntil: number
}

/** Retention by class with the clock starting at the answer. */
export type LandmarkRetention = {
  curves: SurvivalCurve[]
  logRank: LogRank | null
  /** Restricted mean time of each group minus that of the first one. */
  gains: { group: string; difference: number; lower: number; upper: number; p: number | null; until: number }[]
  /** Rows left out, because the customer had left before the landmark or was not watched beyond it. */
  excluded: number
}

/**
 * Retention by class, landmark method: time 0 is the answer plus `delay`; whoever left before cannot be in it
 * (they could not have answered: "immortal time"). Groups in order; the silent are a class of their own.
 * With nobody left in, empty lists. Throws RangeError for moments that are no numbers.
 * Source: Anderson, Cain & Gelber (1983), J Clin Oncol 1:710.
 * @example landmarkRetention([{ group: 'promoter', askedAt: 10, leftAt: 14, seenUntil: 20 }]).curves[0]?.times // => [4]
 */
export const landmarkRetention = (
  customers: readonly Followed[],
  options: CurveOptions & { delay?: number } = {},
): LandmarkRetention => {
  const delay = options.delay ?? 0
  const rows = customers.flatMap(customer => fromLandmark(customer, delay))
  const observed = {
    time: rows.map(row => row.time),
    status: rows.map(row => row.status),
    group: rows.map(row => row.group),
  }
  const { curves, logRank } = rows.length > 0 ? compareRetention(observed, options) : { curves: [], logRank: null }
  return {
    curves,
    logRank,
    gains: gainsOver(curves, options),
    excluded: customers.length - rows.length,
  }
}

const fromLandmark = (
  { group, askedAt, leftAt, seenUntil }: Followed,
  delay: number,
): { group: string; time: number; status: number }[] => {
  const left = leftAt !== null && leftAt <= seenUntil
  const end = left ? leftAt : seenUntil
  if (!Number.isFinite(askedAt) || !Number.isFinite(end))
    throw new RangeError(`askedAt, leftAt and seenUntil must be numbers, got ${askedAt}, ${leftAt}, ${seenUntil}`)
  const time = end - (askedAt + delay)
  return time > 0 ? [{ group, time, status: left ? 1 : 0 }] : []
}

const gainsOver = (curves: SurvivalCurve[], options: CurveOptions): LandmarkRetention['gains'] => {
  const [first, ...others] = curves
  if (!first) return []
  return others.flatMap(curve => {
    const gain = restrictedMeanDifference(curve, first, undefined, options)
    return gain ? [{ group: curve.group, ...gain }] : []
  })
}
