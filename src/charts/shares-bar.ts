import { sizeOf, type Tally } from '../stats/index.ts'
import { type Chart, type ChartWords, GROUPS, ink, letters, svg, widthOf } from './draw.ts'

export type SharesBarInput = { tally: Tally; width?: number; bare?: boolean }

const ORDER = ['detractor', 'passive', 'promoter'] as const
const FIELDS = { detractor: 'detractors', passive: 'passives', promoter: 'promoters' } as const

/** The three groups as parts of one bar, each with its sign and share; `bare` leaves the words out. */
export function sharesBar({ tally, width = 420, bare = false }: SharesBarInput, { t, f }: ChartWords): Chart {
  const n = sizeOf(tally)
  const parts = ORDER.map(group => ({
    group,
    count: tally[FIELDS[group]],
    share: n > 0 ? tally[FIELDS[group]] / n : 0,
  }))
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, part) => sum + part.share, 0) * width)
  const spoken = parts.map(({ group, share }) => `${t(`charts.groups.${group}`)} ${f.percent(share)}`).join(', ')
  return {
    width,
    height: bare ? 10 : 34,
    title: t('charts.sharesTitle'),
    text: n > 0 ? spoken : t('charts.noAnswers'),
    pieces: parts.flatMap(({ group, share }, at) => {
      const { sign, colour } = GROUPS[group]
      const wide = Math.max(0, share * width - 2)
      const x = starts[at] ?? 0
      const label = `${sign} ${f.percent(share, 0)}`
      return [
        svg('rect', {
          x,
          y: 0,
          width: wide,
          height: 10,
          rx: Math.min(3, wide / 2),
          fill: ink(colour === 'pas' ? 'pas-8' : colour),
        }),
        ...(bare || wide < widthOf(label, 11) ? [] : [letters(x, 27, label, { size: 11, weight: 600, colour })]),
      ]
    }),
    table: {
      head: [t('charts.group'), t('charts.answers'), t('charts.share')],
      rows: parts.map(({ group, count, share }) => [
        t(`charts.groups.${group}`),
        f.count(count),
        n > 0 ? f.percent(share) : '–',
      ]),
    },
  }
}
