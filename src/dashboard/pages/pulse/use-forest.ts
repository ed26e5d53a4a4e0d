import type { ForestRow } from '../../../charts/index.ts'
import { attributeTitle, isAnswerStyle, type Pulse, type SegmentFigure, valueTitle } from '../../../vocabulary/index.ts'
import { useWords } from '../../ui/index.ts'

const ENDS = 3

type Shown = SegmentFigure & { nps: number; lower: number; upper: number }

/** Highest lower bounds first, lowest upper bounds last: ranked by what is certain. */
export function useForest(pulse: Pulse): ForestRow[] {
  const { t, f, language } = useWords()
  const { now } = pulse
  if (!now) return []
  const shown = pulse.segments.filter(
    (segment): segment is Shown => segment.nps !== null && segment.n < now.n && !isAnswerStyle(segment.attribute),
  )
  // Two attributes may split people the same way (plan and size): one of them is enough here.
  const distinct = shown.filter(
    (segment, at) => !shown.slice(0, at).some(other => String(other.counts) === String(segment.counts)),
  )
  const best = distinct.toSorted((a, b) => b.lower - a.lower).slice(0, ENDS)
  const worst = distinct
    .filter(segment => !best.includes(segment))
    .toSorted((a, b) => a.upper - b.upper)
    .slice(0, ENDS)
    .reverse()
  const row = (segment: Shown): ForestRow => ({
    label: valueTitle(segment.attribute, segment.value, language),
    detail: `${t('shell.source.n', { n: f.count(segment.n) })} · ${attributeTitle(segment.attribute)}`,
    nps: segment.nps,
    lower: segment.lower,
    upper: segment.upper,
    verdict: segment.verdict,
    note:
      segment === best[0] && segment.direction === 'above'
        ? t('pulse.segments.most')
        : segment === worst.at(-1) && segment.direction === 'below'
          ? t('pulse.segments.care')
          : undefined,
  })
  const whole: ForestRow = {
    label: t('pulse.segments.whole'),
    detail: t('shell.source.n', { n: f.count(now.n) }),
    nps: now.nps,
    lower: now.lower,
    upper: now.upper,
    verdict: 'noise',
    whole: true,
  }
  return [...best, ...worst].length === 0
    ? []
    : [
        ...[...best, ...worst].filter(s => s.nps >= now.nps).map(row),
        whole,
        ...[...best, ...worst].filter(s => s.nps < now.nps).map(row),
      ]
}
