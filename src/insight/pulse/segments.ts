import {
  compareMany,
  defaultMinimum,
  pAdjust,
  type SegmentVerdict,
  sizeOf,
  type Tally,
  tallyOf,
} from '../../stats/index.ts'
import { type AttributeDefinitions, isAnswerStyle, namesAbove, type SegmentFigure } from '../../vocabulary/index.ts'
import { grouped } from '../grouped.ts'
import { hiddenParts, keyOf, partAbove } from '../hidden-parts.ts'
import { changeOf, points } from './figures.ts'
import type { SegmentCounts } from './queries/tallies.ts'

const pointsOrNull = (value: number | null) => (value === null ? null : points(value))

const sizeOfSegment = (segment: SegmentCounts) => sizeOf(tallyOf(segment.counts))

/** Every segment against the rest (corrected for their number) and against itself before; surest first, hidden ones last. */
export function segmentFigures(
  now: readonly SegmentCounts[],
  before: readonly SegmentCounts[],
  { counts, definitions }: { counts: readonly number[]; definitions: AttributeDefinitions },
): SegmentFigure[] {
  const whole = tallyOf(counts)
  const sizes = now.map(segment => ({ ...segment, n: sizeOfSegment(segment) }))
  const hidden = hiddenParts(sizes, sizeOf(whole), definitions)
  const styles = answerStyles(now, definitions)
  const earlier = new Map(before.map(segment => [keyOf(segment), segment.counts]))
  const open = now.filter(segment => !hidden.has(keyOf(segment)))
  const figure = (segment: SegmentCounts, verdict: SegmentVerdict) =>
    shownFigure(segment, verdict, earlier.get(verdict.key))
  const ranked = judged(
    open.filter(segment => !styles.has(segment.attribute)),
    whole,
    figure,
  )
  const shown = [
    ...ranked,
    ...judged(
      open.filter(segment => styles.has(segment.attribute)),
      whole,
      figure,
    ).map(unranked),
  ]
  const corrected = withCorrectedChanges(shown)
  return [
    ...corrected.toSorted((a, b) => (b.lower ?? -101) - (a.lower ?? -101)),
    ...now
      .filter(segment => hidden.has(keyOf(segment)))
      .map(segment => ({ ...concealed(segment), style: styles.has(segment.attribute) })),
  ]
}

/** Attributes whose values differ in how the scale is used: countries, languages, and what lies below more than one of them. */
function answerStyles(segments: readonly SegmentCounts[], definitions: AttributeDefinitions): Set<string> {
  const styles = new Set<string>()
  for (const [attribute, own] of grouped(segments, segment => segment.attribute)) {
    const places = new Set(own.map(segment => partAbove(segment, definitions)?.value))
    const below = places.size > 1 && namesAbove(definitions, attribute).some(isAnswerStyle)
    if (isAnswerStyle(attribute) || below) styles.add(attribute)
  }
  return styles
}

type ToFigure = (segment: SegmentCounts, verdict: SegmentVerdict) => SegmentFigure

/** The segments against everybody else, corrected for their number. */
function judged(segments: SegmentCounts[], whole: Tally, figure: ToFigure): SegmentFigure[] {
  const tallies = segments.map(segment => ({ key: keyOf(segment), tally: tallyOf(segment.counts) }))
  return compareMany(tallies, whole, { minimum: 1 }).flatMap((verdict, at) => {
    const segment = segments[at]
    return segment ? [figure(segment, verdict)] : []
  })
}

/** Countries and languages use the scale differently: they have a score and a change, but no verdict against the rest. */
const unranked = (figure: SegmentFigure): SegmentFigure => ({
  ...figure,
  style: true,
  difference: null,
  q: null,
  verdict: 'unknown',
  direction: null,
})

/** A segment's figures in points; with too few answers before, it has no change. */
function shownFigure(segment: SegmentCounts, verdict: SegmentVerdict, old: number[] | undefined): SegmentFigure {
  const comparable = old && sizeOf(tallyOf(old)) >= defaultMinimum ? old : null
  return {
    ...segment,
    n: verdict.n,
    nps: pointsOrNull(verdict.nps),
    lower: pointsOrNull(verdict.lower),
    upper: pointsOrNull(verdict.upper),
    shrunk: pointsOrNull(verdict.shrunk),
    style: false,
    difference: pointsOrNull(verdict.difference),
    q: verdict.q,
    verdict: verdict.verdict,
    direction: verdict.direction,
    suppressed: false,
    change: comparable && changeOf(segment.counts, comparable),
  }
}

/** The changes of many segments are many looks too. */
function withCorrectedChanges(figures: SegmentFigure[]): SegmentFigure[] {
  const changed = figures.filter(figure => figure.change)
  const adjusted = pAdjust(changed.map(figure => figure.change?.p ?? 1))
  const verdicts = new Map(
    changed.map((figure, at) => [figure, (adjusted[at] ?? 1) < 0.05 ? ('real' as const) : ('noise' as const)]),
  )
  return figures.map(figure => ({
    ...figure,
    change: figure.change && { ...figure.change, verdict: verdicts.get(figure) ?? 'unknown' },
  }))
}

const concealed = (segment: SegmentCounts): SegmentFigure => ({
  attribute: segment.attribute,
  value: segment.value,
  n: sizeOfSegment(segment),
  counts: null,
  nps: null,
  lower: null,
  upper: null,
  shrunk: null,
  style: false,
  difference: null,
  q: null,
  verdict: 'unknown',
  direction: null,
  suppressed: true,
  change: null,
})
