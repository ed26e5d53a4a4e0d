import { type ScoreCounts, sizeOf, tallyOf } from '../stats/index.ts'
import { type Chart, type ChartWords, type Colour, GROUPS, ink, letters, svg, widthOf } from './draw.ts'

export type SharesBarInput = { counts: ScoreCounts; width?: number; bare?: boolean }

/** The parts of the bar in the order of the scale; 7 and 8 stand apart. */
function partsOf(counts: ScoreCounts) {
  const { detractors, promoters } = tallyOf(counts)
  return [
    { group: 'detractor', scores: '0–6', count: detractors, fill: 'det' },
    { group: 'passive', scores: '7', count: counts[7] ?? 0, fill: 'pas-7' },
    { group: 'passive', scores: '8', count: counts[8] ?? 0, fill: 'pas-8' },
    { group: 'promoter', scores: '9–10', count: promoters, fill: 'pro' },
  ] as const satisfies { group: keyof typeof GROUPS; scores: string; count: number; fill: Colour }[]
}

/** The groups as parts of one bar, 7 and 8 apart, each with its sign and share; `bare` leaves the words out. */
export function sharesBar({ counts, width = 420, bare = false }: SharesBarInput, { t, f }: ChartWords): Chart {
  const n = sizeOf(tallyOf(counts))
  const parts = partsOf(counts).map(part => ({ ...part, share: n > 0 ? part.count / n : 0 }))
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, part) => sum + part.share, 0) * width)
  const spoken = parts.map(({ group, scores, share }) =>
    t('charts.sharePart', { group: t(`charts.groups.${group}`), scores, share: f.percent(share) }),
  )
  return {
    width,
    height: bare ? 12 : 34,
    title: t('charts.sharesTitle'),
    text: n > 0 ? spoken.join(', ') : t('charts.noAnswers'),
    pieces: parts.flatMap(({ group, share, fill }, at) => {
      const { sign, colour } = GROUPS[group]
      const wide = Math.max(0, share * width - 2)
      const x = starts[at] ?? 0
      const label = `${sign} ${f.percent(share, 0)}`
      return [
        svg(
          'rect',
          { x, y: 0, width: wide, height: bare ? 12 : 10, rx: Math.min(3, wide / 2), fill: ink(fill) },
          svg('title', {}, spoken[at] ?? ''),
        ),
        ...(bare || wide < widthOf(label, 11) ? [] : [letters(x, 27, label, { size: 11, weight: 600, colour })]),
      ]
    }),
    table: {
      head: [t('charts.group'), t('charts.score'), t('charts.answers'), t('charts.share')],
      rows: parts.map(({ group, scores, count, share }) => [
        t(`charts.groups.${group}`),
        scores,
        f.count(count),
        n > 0 ? f.percent(share) : '–',
      ]),
    },
  }
}
