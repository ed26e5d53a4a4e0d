import type { ForestRow } from '../../../charts/index.ts'
import type { NpsFigure, Pulse, SegmentFigure } from '../../../vocabulary/index.ts'
import { useTitles } from '../../shell/attribute-titles.ts'
import { useWords } from '../../ui/index.ts'

const ENDS = 3

type Shown = SegmentFigure & { nps: number; lower: number; upper: number }

/** Segments that may be ranked: shown, smaller than everybody, no countries; of two that split people the same way one is enough. */
function rankable(segments: SegmentFigure[], whole: NpsFigure): Shown[] {
  const shown = segments.filter(
    (segment): segment is Shown => segment.nps !== null && segment.n < whole.n && !segment.style,
  )
  return shown.filter((segment, at) => shown.findIndex(other => String(other.counts) === String(segment.counts)) === at)
}

/** The highest lower bounds and, apart from them, the lowest upper bounds: ranked by what is certain. */
function endsOf(segments: Shown[]): { best: Shown[]; worst: Shown[] } {
  const best = segments.toSorted((a, b) => b.lower - a.lower).slice(0, ENDS)
  const others = segments.filter(segment => !best.includes(segment))
  return {
    best,
    worst: others
      .toSorted((a, b) => a.upper - b.upper)
      .slice(0, ENDS)
      .reverse(),
  }
}

/** The rows of the forest: who is above, everybody, who is below. */
export function useForest(pulse: Pulse): ForestRow[] {
  const { t, f } = useWords()
  const titles = useTitles(pulse.choices.attributes)
  const { now } = pulse
  if (!now) return []
  const { best, worst } = endsOf(rankable(pulse.segments, now))
  if (best.length === 0) return []
  const n = (count: number) => t('shell.source.n', { n: f.count(count) })
  const noteOf = (segment: Shown) => {
    if (segment === best[0] && segment.direction === 'above') return t('pulse.segments.most')
    return segment === worst.at(-1) && segment.direction === 'below' ? t('pulse.segments.care') : undefined
  }
  const rows = [...best, ...worst].map(segment => ({
    ...segment,
    label: titles.part(segment.attribute, segment.value),
    detail: `${n(segment.n)} · ${titles.attribute(segment.attribute)}`,
    note: noteOf(segment),
  }))
  const whole: ForestRow = { ...now, label: t('pulse.segments.whole'), detail: n(now.n), verdict: 'noise', whole: true }
  return [...rows.filter(row => row.nps >= now.nps), whole, ...rows.filter(row => row.nps < now.nps)]
}
