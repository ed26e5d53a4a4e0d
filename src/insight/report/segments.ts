import { compareMany, type SegmentVerdict, type Tally, tallyOf } from '../../stats/index.ts'
import type { Report, ReportSegment } from '../../vocabulary/index.ts'
import type { AttributeTally } from './attribute-tally.ts'
import { hundredfold } from './scale.ts'

/** Every value of every attribute against everybody else, corrected for all comparisons of the report together. */
export function segmentsOf(attributes: AttributeTally[], whole: Tally): Pick<Report, 'segments' | 'leftOut'> {
  const leftOut: Report['leftOut'] = []
  const found: { attribute: string; value: string; tally: Tally }[] = []
  for (const attribute of attributes) {
    const result = attribute.result()
    if ('leftOut' in result) leftOut.push({ column: attribute.column, reason: result.leftOut, values: result.values })
    else
      for (const { value, counts } of result.segments)
        found.push({ attribute: attribute.column, value, tally: tallyOf(counts) })
  }
  const verdicts = compareMany(
    found.map(({ tally }, i) => ({ key: String(i), tally })),
    whole,
  )
  const segments = verdicts.map((verdict, i) => segmentOf(found[i]?.attribute ?? '', found[i]?.value ?? '', verdict))
  return { segments: segments.sort(bySurprise), leftOut }
}

function segmentOf(attribute: string, value: string, verdict: SegmentVerdict): ReportSegment {
  const { tally, n, p, q, direction, suppressed } = verdict
  return {
    attribute,
    value,
    n,
    ...tally,
    nps: hundredfold(verdict.nps),
    lower: hundredfold(verdict.lower),
    upper: hundredfold(verdict.upper),
    shrunk: hundredfold(verdict.shrunk),
    difference: hundredfold(verdict.difference),
    p,
    q,
    verdict: verdict.verdict,
    direction,
    suppressed,
  }
}

const ORDER = { real: 0, noise: 1, unknown: 2 }

/** What is real first, among it what differs most surely. */
const bySurprise = (a: ReportSegment, b: ReportSegment): number =>
  ORDER[a.verdict] - ORDER[b.verdict] ||
  (a.q ?? 1) - (b.q ?? 1) ||
  Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0)
