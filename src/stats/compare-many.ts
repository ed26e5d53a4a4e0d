import type { Verdict } from './compare.ts'
import { moverP } from './difference-mover.ts'
import { nps } from './nps.ts'
import { npsInterval } from './nps-interval.ts'
import { npsVariance } from './nps-variance.ts'
import { pAdjust } from './p-adjust.ts'
import { randomEffects } from './random-effects.ts'
import { defaultMinimum, suppression } from './suppression.ts'
import { complementOf, emptyTally, sizeOf, type Tally } from './tally.ts'
import { plusThree, withPseudoAnswers } from './wald-interval.ts'

/** One named group of answers. */
export type Segment = { key: string; tally: Tally }

/** What may be said about one segment among many. A suppressed one shows its size only. */
export type SegmentVerdict = {
  key: string
  tally: Tally
  n: number
  nps: number | null
  lower: number | null
  upper: number | null
  /** NPS pulled towards the common mean as far as few answers allow no more: rank by this. */
  shrunk: number | null
  /** NPS of the segment minus NPS of everybody else. */
  difference: number | null
  p: number | null
  /** p after correction for the number of segments looked at (Benjamini-Hochberg). */
  q: number | null
  verdict: Verdict
  direction: 'above' | 'below' | null
  suppressed: boolean
}

type Options = { minimum?: number; conf?: number }

const hidden = ({ key, tally }: Segment): SegmentVerdict => ({
  key,
  tally: { ...emptyTally },
  n: sizeOf(tally),
  nps: null,
  lower: null,
  upper: null,
  shrunk: null,
  difference: null,
  p: null,
  q: null,
  verdict: 'unknown',
  direction: null,
  suppressed: sizeOf(tally) > 0,
})

const shown = (segment: Segment, whole: Tally, conf: number): SegmentVerdict => {
  const { tally } = segment
  const interval = npsInterval(tally, { conf })
  const rest = complementOf(whole, tally)
  const [own, others] = [nps(tally), nps(rest)]
  const comparable = own !== null && others !== null
  return {
    ...hidden(segment),
    tally,
    nps: own,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
    difference: comparable ? own - others : null,
    p: comparable ? moverP(tally, rest) : null,
    suppressed: false,
  }
}

// One pooled variance over n: a segment of one class has no variance of its own, yet is not certain.
const withShrinkage = (verdicts: SegmentVerdict[], whole: Tally): SegmentVerdict[] => {
  const pooled = npsVariance(withPseudoAnswers(whole, plusThree)) ?? 1
  const open = verdicts.filter(verdict => verdict.nps !== null)
  const effects = randomEffects(
    open.map(verdict => verdict.nps ?? 0),
    open.map(verdict => pooled / verdict.n),
  )
  open.forEach((verdict, i) => {
    verdict.shrunk = effects?.shrunk[i] ?? null
  })
  return verdicts
}

const withCorrection = (verdicts: SegmentVerdict[], conf: number): SegmentVerdict[] => {
  const tested = verdicts.filter(verdict => verdict.p !== null)
  const adjusted = pAdjust(tested.map(verdict => verdict.p ?? 1))
  tested.forEach((verdict, i) => {
    const q = adjusted[i] ?? 1
    verdict.q = q
    verdict.verdict = q < 1 - conf ? 'real' : 'noise'
    if (verdict.verdict === 'real') verdict.direction = (verdict.difference ?? 0) > 0 ? 'above' : 'below'
  })
  return verdicts
}

// Parts that add up to the published whole need a second hidden cell; overlapping segments don't.
const hiddenIndices = (segments: Segment[], whole: Tally, minimum: number): Set<number> => {
  const sizes = segments.map(segment => sizeOf(segment.tally))
  const total = sizes.reduce((all, n) => all + n, 0)
  const totalPublished = Math.abs(total - sizeOf(whole)) <= 1e-9 * total
  return new Set(suppression(sizes, { minimum, totalPublished }).suppressed)
}

/**
 * Each segment against everybody else in `whole`, with the p of `compare`, corrected for the number of segments
 * (Benjamini-Hochberg), NPS shrunk by random effects. Segments below `minimum` answers are suppressed, and one more
 * when the others would give it away. Throws RangeError when a segment is larger than the whole.
 * Source: Benjamini & Hochberg (1995); Efron & Morris (1975).
 * @example compareMany([{ key: 'DE', tally: { promoters: 90, passives: 30, detractors: 30 } }, { key: 'FI', tally: { promoters: 30, passives: 30, detractors: 40 } }], { promoters: 120, passives: 60, detractors: 70 }).map(one => one.direction) // => ['above', 'below']
 */
export const compareMany = (
  segments: Segment[],
  whole: Tally,
  { minimum = defaultMinimum, conf = 0.95 }: Options = {},
): SegmentVerdict[] => {
  const secret = hiddenIndices(segments, whole, minimum)
  const verdicts = segments.map((segment, i) =>
    secret.has(i) || sizeOf(segment.tally) === 0 ? hidden(segment) : shown(segment, whole, conf),
  )
  return withCorrection(withShrinkage(verdicts, whole), conf)
}
