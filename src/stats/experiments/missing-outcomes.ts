import { newcombeDifference, type ShareDifference } from '../share-difference.ts'
import { at } from '../special/at.ts'

/** One arm of a holdout: of all who were drawn, how many succeeded, failed, and have no known outcome. */
export type ArmOutcomes = { successes: number; failures: number; missing: number }

/** The difference treated minus untreated among the known, and what the unknown could make of it at most. */
export type MissingOutcomes = {
  observed: ShareDifference | null
  /** All unknown treated failed and all unknown untreated succeeded; and the reverse. */
  worst: ShareDifference
  best: ShareDifference
  /** Share with a known outcome, treated minus untreated: look at this first. */
  response: ShareDifference
  /** Whether the sign of the difference stands whatever the unknown did. */
  robust: boolean
}

/**
 * Intention to treat with unknown outcomes: everyone drawn counts, so the difference lies between two bounds.
 * null when an arm is empty. Throws RangeError for counts below 0. Source: Manski (1990); Newcombe (1998) intervals.
 * @example missingOutcomes({ successes: 60, failures: 40, missing: 0 }, { successes: 30, failures: 70, missing: 0 })?.robust // => true
 */
export const missingOutcomes = (
  treated: ArmOutcomes,
  untreated: ArmOutcomes,
  options: { conf?: number } = {},
): MissingOutcomes | null => {
  const [a, b] = [sizesOf(treated), sizesOf(untreated)]
  const compare = (x: number, n: number, y: number, m: number) =>
    newcombeDifference({ x, n }, { x: y, n: m }, options.conf)
  const worst = compare(treated.successes, a.drawn, untreated.successes + untreated.missing, b.drawn)
  const best = compare(treated.successes + treated.missing, a.drawn, untreated.successes, b.drawn)
  const response = compare(a.known, a.drawn, b.known, b.drawn)
  if (!worst || !best || !response) return null
  return {
    observed: compare(treated.successes, a.known, untreated.successes, b.known),
    worst,
    best,
    response,
    robust: worst.lower > 0 || best.upper < 0,
  }
}

const sizesOf = (arm: ArmOutcomes): { known: number; drawn: number } => {
  const parts = [arm.successes, arm.failures, arm.missing]
  if (!parts.every(count => count >= 0 && Number.isFinite(count))) throw new RangeError('counts must be at least 0')
  const known = at(parts, 0) + at(parts, 1)
  return { known, drawn: known + arm.missing }
}
