import { nps } from './nps.ts'
import { within } from './special/within.ts'
import { sizeOf, type Tally } from './tally.ts'

/** What the NPS of all invited may be, whatever the silent ones think. */
export type NonResponseBounds = {
  responseRate: number
  /** All silent ones detractors. */
  lowest: number
  /** All silent ones promoters. */
  highest: number
  /** If silent ones differ from answerers by at most `gap`. */
  lower: number
  upper: number
}

/**
 * Bounds for the NPS of everybody invited, without assuming that the silent ones are like the others; with `gap` the
 * largest difference of the two groups' NPS that you believe in (2 = anything). `null` without answers.
 * Throws RangeError when fewer were invited than answered, or for a gap outside 0..2. Source: Manski (1989).
 * @example nonResponseBounds({ promoters: 50, passives: 30, detractors: 20 }, 200) // => { responseRate: 0.5, lowest: -0.35, highest: 0.65, lower: -0.35, upper: 0.65 }
 * @example nonResponseBounds({ promoters: 50, passives: 30, detractors: 20 }, 200, { gap: 0.2 })?.lower // => 0.2
 */
export const nonResponseBounds = (
  tally: Tally,
  invited: number,
  { gap = 2 }: { gap?: number } = {},
): NonResponseBounds | null => {
  const n = sizeOf(tally)
  const own = nps(tally)
  if (own === null) return null
  within(invited, n, 1e15, 'invited')
  within(gap, 0, 2, 'gap')
  const responseRate = n / invited
  const silent = 1 - responseRate
  const bound = (other: number) => responseRate * own + silent * other
  return {
    responseRate,
    lowest: bound(-1),
    highest: bound(1),
    lower: bound(Math.max(-1, own - gap)),
    upper: bound(Math.min(1, own + gap)),
  }
}
