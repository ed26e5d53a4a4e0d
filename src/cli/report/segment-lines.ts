import type { Report, ReportSegment } from '../../vocabulary/index.ts'
import { plain } from './paint.ts'
import type { Pen } from './pen.ts'

const SHOWN = 16

/** The segments that differ for sure, then the largest others, each with interval, n and verdict. */
export function segmentLines({ segments, leftOut }: Report, pen: Pen): string[] {
  const { t, f, paint } = pen
  const tested = segments.filter(segment => segment.verdict !== 'unknown')
  const real = tested.filter(segment => segment.verdict === 'real').length
  const intro =
    segments.length === 0
      ? t('report.segmentsNone')
      : t('report.segmentsIntro', { real, tested: f.count(tested.length) })
  const more = segments.length - Math.min(SHOWN, tested.length)
  return [
    paint.strong(t('report.segmentsTitle')),
    intro,
    ...tested.slice(0, SHOWN).map(segment => segmentLine(segment, pen)),
    ...(more > 0 ? [paint.quiet(t('report.segmentsMore', { count: more }))] : []),
    ...leftOutLines(leftOut, pen),
  ]
}

function segmentLine(segment: ReportSegment, { t, f, paint }: Pen): string {
  const name = plain(`${segment.attribute}: ${segment.value}`, 34).padEnd(34)
  const value = f.signed(segment.nps ?? 0).padStart(5)
  const between = `${f.signed(segment.lower ?? 0)} … ${f.signed(segment.upper ?? 0)}`.padEnd(13)
  const n = t('report.n', { n: f.count(segment.n) }).padEnd(9)
  const direction = segment.direction ?? segment.verdict
  const verdict = t(`report.verdicts.${direction === 'real' ? 'above' : direction}`)
  const sign = segment.direction === 'above' ? '◆ ▲' : segment.direction === 'below' ? '◆ ▼' : '·'
  const colour =
    segment.direction === 'above' ? paint.promoter : segment.direction === 'below' ? paint.detractor : paint.quiet
  return `${name} ${value}  ${between} ${paint.quiet(n)} ${colour(`${sign} ${verdict}`)}`
}

/** Columns without segments, together by their reason. */
function leftOutLines(leftOut: Report['leftOut'], { t, paint }: Pen): string[] {
  const byReason = new Map<string, string[]>()
  for (const { column, reason } of leftOut) {
    const text = t(`report.leftOut.${reason}`)
    byReason.set(text, [...(byReason.get(text) ?? []), plain(column, 30)])
  }
  return [...byReason].map(([reason, columns]) =>
    paint.quiet(`${t('report.leftOutTitle')} (${reason}): ${columns.join(', ')}`),
  )
}
