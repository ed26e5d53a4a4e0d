import { axis } from './axis.ts'
import { type Chart, type ChartWords, ink, letters, line, type Piece, svg, widthOf } from './draw.ts'

/** A net score on −100 … 100 with its interval. */
export type Estimate = { nps: number; lower: number; upper: number }
export type NpsIntervalLineInput = {
  now: Estimate | null
  before?: (Estimate & { label: string }) | null
  width?: number
}

const HEIGHT = 72
const MIDDLE = 42

/** The score now with its interval as a capsule, and the one before as a dashed ring, on one line. */
export function npsIntervalLine({ now, before = null, width = 560 }: NpsIntervalLineInput, words: ChartWords): Chart {
  const { t, f } = words
  const points = [now, before].flatMap(one => (one ? [one.lower, one.nps, one.upper] : []))
  const scale = axis(points, [18, width - 18], { gap: 80, least: 50, limit: [-100, 100] })
  const ticks = scale.ticks.flatMap(tick => [
    line(scale.at(tick), MIDDLE - 4, scale.at(tick), MIDDLE + 4, tick === 0 ? 'noise' : 'line'),
    letters(scale.at(tick), MIDDLE + 24, f.signed(tick), { anchor: 'middle' }),
  ])
  return {
    width,
    height: HEIGHT,
    title: t('charts.npsTitle'),
    text: now ? spoken(now, before, words) : t('charts.noAnswers'),
    pieces: [
      line(scale.at(scale.from), MIDDLE, scale.at(scale.to), MIDDLE, 'line', {
        'stroke-width': 2,
        'stroke-linecap': 'round',
      }),
      ...ticks,
      ...(before ? ring(scale.at(before.nps)) : []),
      ...(now ? capsule(now, scale.at) : []),
      ...(now ? labels(now, before, scale.at, width, words) : []),
    ],
    table: {
      head: ['', t('charts.nps'), t('charts.from'), t('charts.to')],
      rows: [
        ...(now ? [[t('charts.now'), f.signed(now.nps), f.signed(now.lower), f.signed(now.upper)]] : []),
        ...(before ? [[before.label, f.signed(before.nps), f.signed(before.lower), f.signed(before.upper)]] : []),
      ],
    },
  }
}

const capsule = (now: Estimate, at: (value: number) => number): Piece[] => [
  svg('rect', {
    x: at(now.lower),
    y: MIDDLE - 9,
    width: Math.max(2, at(now.upper) - at(now.lower)),
    height: 18,
    rx: 9,
    fill: ink('accent'),
    opacity: 0.22,
  }),
  svg('circle', { cx: at(now.nps), cy: MIDDLE, r: 7, fill: ink('accent') }),
]

const ring = (x: number): Piece[] => [
  line(x, MIDDLE - 9, x, MIDDLE + 9, 'noise', { 'stroke-width': 1, 'stroke-dasharray': '2 2' }),
  svg('circle', {
    cx: x,
    cy: MIDDLE,
    r: 5.5,
    fill: ink('card'),
    stroke: ink('ink-3'),
    'stroke-width': 1.5,
    'stroke-dasharray': '2.5 2.5',
  }),
]

/** Now and before on the sides where they don't meet. */
function labels(
  now: Estimate,
  before: (Estimate & { label: string }) | null,
  at: (value: number) => number,
  width: number,
  { t, f }: ChartWords,
): Piece[] {
  const own = t('charts.nowValue', { nps: f.number(now.nps, 0) })
  if (!before)
    return [letters(at(now.nps), MIDDLE - 18, own, { size: 13, weight: 600, colour: 'accent', anchor: 'middle' })]
  const other = t('charts.beforeValue', { label: before.label, nps: f.number(before.nps, 0) })
  const left = now.nps <= before.nps
  const place = (x: number, text: string, toLeft: boolean): { x: number; anchor: 'start' | 'end' } => {
    const wide = widthOf(text, 13)
    if (toLeft) return x - wide < 0 ? { x: 0, anchor: 'start' } : { x, anchor: 'end' }
    return x + wide > width ? { x: width, anchor: 'end' } : { x, anchor: 'start' }
  }
  const mine = place(at(now.nps) + (left ? 4 : -4), own, left)
  const theirs = place(at(before.nps) + (left ? -4 : 4), other, !left)
  return [
    letters(mine.x, MIDDLE - 28, own, { size: 13, weight: 600, colour: 'accent', anchor: mine.anchor }),
    letters(theirs.x, MIDDLE - 14, other, { size: 12, anchor: theirs.anchor }),
  ]
}

function spoken(now: Estimate, before: (Estimate & { label: string }) | null, { t, f }: ChartWords): string {
  const values = { nps: f.number(now.nps, 0), lower: f.number(now.lower, 0), upper: f.number(now.upper, 0) }
  return before
    ? t('charts.npsTextBefore', { ...values, label: before.label, before: f.number(before.nps, 0) })
    : t('charts.npsText', values)
}
