import { axis } from './axis.ts'
import { type Chart, type ChartWords, hintAt, ink, letters, line, type Piece, point, svg } from './draw.ts'
import { dates } from './trend-with-band.ts'

/** One week or month: a share with its interval; null where nobody answered. */
export type SharePeriod = { start: string; n: number; share: number | null; lower: number | null; upper: number | null }
export type ShareTrendInput = { periods: SharePeriod[]; unit: 'week' | 'month'; width?: number; height?: number }

type Placed = { start: string; n: number; share: number; lower: number; upper: number; x: number }

/** A share over time: each period with its own interval, circles sized by answers; empty periods leave a gap. */
export function shareTrend({ periods, unit, width = 760, height = 260 }: ShareTrendInput, words: ChartWords): Chart {
  const { t, f } = words
  const plot = { left: 52, right: width - 20, top: 14, bottom: height - 30 }
  const scale = axis([0, 100], [plot.bottom, plot.top], { gap: 52, limit: [0, 100] })
  const step = periods.length > 1 ? (plot.right - plot.left - 24) / (periods.length - 1) : 0
  const xOf = (at: number) => (periods.length > 1 ? plot.left + 12 + at * step : (plot.left + plot.right) / 2)
  const all = periods.map((period, at) => ({ ...period, x: xOf(at) }))
  const known = all.filter((p): p is Placed => p.share !== null && p.lower !== null && p.upper !== null)
  const y = (share: number) => scale.at(share * 100)
  const most = Math.max(1, ...known.map(p => p.n))
  const nameOf = (start: string) => (unit === 'month' ? f.month(start) : t('charts.weekOf', { date: f.date(start) }))
  const said = (p: Placed) =>
    t('charts.shareTrendPoint', {
      period: nameOf(p.start),
      share: f.percent(p.share, 0),
      lower: f.percent(p.lower, 0),
      upper: f.percent(p.upper, 0),
      n: f.count(p.n),
    })
  const last = known.at(-1)
  return {
    width,
    height,
    title: t('charts.shareTrendTitle'),
    text: last ? said(last) : t('charts.noAnswers'),
    pieces: [
      ...scale.ticks.flatMap(tick => [
        line(plot.left, scale.at(tick), plot.right, scale.at(tick), tick === 0 ? 'line' : 'line-2'),
        letters(plot.left - 8, scale.at(tick) + 4, f.percent(tick / 100, 0), { anchor: 'end' }),
      ]),
      ...dates(all.map(toDated), unit, height - 8, plot, words),
      thread(known, y),
      ...known.map(p => dot(p, y, { most, text: said(p), width })),
    ],
    table: {
      head: [t('charts.period'), t('charts.share'), t('charts.from'), t('charts.to'), t('charts.n')],
      rows: known.map(p => [nameOf(p.start), f.percent(p.share), f.percent(p.lower), f.percent(p.upper), f.count(p.n)]),
    },
  }
}

const toDated = ({ start, n, x }: { start: string; n: number; x: number }) => ({
  start,
  n,
  x,
  nps: null,
  level: null,
  lower: null,
  upper: null,
})

/** A thin line from period to period: it leads the eye and claims nothing. */
const thread = (known: Placed[], y: (share: number) => number): Piece =>
  svg('path', {
    d: known.map((p, at) => `${at === 0 ? 'M' : 'L'}${p.x.toFixed(1)} ${y(p.share).toFixed(1)}`).join('') || 'M0 0',
    fill: 'none',
    stroke: ink('accent'),
    'stroke-width': 1.4,
    opacity: 0.6,
  })

function dot(
  p: Placed,
  y: (share: number) => number,
  { most, text, width }: { most: number; text: string; width: number },
): Piece {
  const r = 2.6 + 3.2 * Math.sqrt(p.n / most)
  return point(
    text,
    hintAt(p.x, y(p.share), [text], width),
    svg('rect', {
      x: p.x - 12,
      y: y(p.upper) - 6,
      width: 24,
      height: Math.max(24, y(p.lower) - y(p.upper) + 12),
      fill: 'transparent',
    }),
    line(p.x, y(p.lower), p.x, y(p.upper), 'accent', { 'stroke-width': 5, opacity: 0.22, 'stroke-linecap': 'round' }),
    svg('circle', { cx: p.x, cy: y(p.share), r, fill: ink('card'), stroke: ink('accent'), 'stroke-width': 2 }),
  )
}
