import type { Verdict } from '../stats/index.ts'
import { type Axis, axis } from './axis.ts'
import { type Chart, type ChartWords, fitted, ink, letters, line, type Piece, point, svg } from './draw.ts'

/** One segment, or the whole (`whole: true`); `note` is a word such as "most loyal". */
export type ForestRow = {
  label: string
  detail: string
  nps: number
  lower: number
  upper: number
  verdict: Verdict
  whole?: boolean
  note?: string
}
export type ForestInput = { rows: ForestRow[]; width?: number }

const ROW = 46
const FOOT = 30

/** Segments with their intervals around the whole; filled points differ from the rest after correction, hollow ones don't. */
export function segmentForest({ rows, width = 420 }: ForestInput, words: ChartWords): Chart {
  const { t, f } = words
  const left = Math.min(190, Math.max(112, width * 0.38))
  const right = width - 62
  const height = Math.max(1, rows.length) * ROW + FOOT
  const scale = axis(
    rows.flatMap(row => [row.lower, row.upper]),
    [left + 8, right - 8],
    { gap: 44, least: 40, limit: [-100, 100], round: false },
  )
  const whole = rows.find(row => row.whole)
  const bottom = height - FOOT
  return {
    width,
    height,
    title: t('charts.forestTitle'),
    text: rows.length
      ? t('charts.forestText', {
          count: rows.filter(row => !row.whole).length,
          real: rows.filter(row => !row.whole && row.verdict === 'real').length,
        })
      : t('charts.noAnswers'),
    pieces: [
      ...scale.ticks.flatMap(tick => [
        line(scale.at(tick), 4, scale.at(tick), bottom, 'line-2'),
        letters(scale.at(tick), bottom + 20, f.signed(tick), { anchor: 'middle' }),
      ]),
      ...(whole
        ? [line(scale.at(whole.nps), 4, scale.at(whole.nps), bottom, 'noise', { 'stroke-dasharray': '3 3' })]
        : []),
      ...rows.map((row, at) => drawnRow(row, at * ROW, { scale, left, right, width }, words)),
    ],
    table: {
      head: [
        t('charts.segment'),
        t('charts.n'),
        t('charts.nps'),
        t('charts.from'),
        t('charts.to'),
        t('charts.verdict'),
      ],
      rows: rows.map(row => [
        row.label,
        row.detail,
        f.signed(row.nps),
        f.signed(row.lower),
        f.signed(row.upper),
        row.whole ? '' : t(`charts.verdicts.${row.verdict}`),
      ]),
    },
  }
}

type Place = { scale: Axis; left: number; right: number; width: number }

function drawnRow(row: ForestRow, top: number, { scale, left, right, width }: Place, { t, f }: ChartWords): Piece {
  const y = top + 20
  const real = row.verdict === 'real'
  const colour = row.whole ? 'ink' : real ? 'accent' : 'ink-3'
  const values = {
    label: row.label,
    detail: row.detail,
    nps: f.signed(row.nps),
    lower: f.signed(row.lower),
    upper: f.signed(row.upper),
  }
  const spoken = row.whole
    ? t('charts.forestWhole', values)
    : t('charts.forestRow', { ...values, verdict: t(`charts.verdicts.${row.verdict}`) })
  return point(
    spoken,
    null,
    svg('rect', { class: 'row', x: 0, y: top, width, height: ROW, rx: 6, fill: 'transparent' }),
    letters(0, y, fitted(row.label, left, 13), { size: 13, colour: 'ink', weight: row.whole ? 650 : 500 }),
    letters(0, y + 16, fitted(row.detail, left + 24, 11), { size: 11 }),
    line(scale.at(row.lower), y - 4, scale.at(row.upper), y - 4, colour, {
      'stroke-width': 2,
      'stroke-linecap': 'round',
    }),
    svg('circle', {
      cx: scale.at(row.nps),
      cy: y - 4,
      r: row.whole || real ? 5.5 : 5,
      fill: ink(row.whole || real ? colour : 'card'),
      stroke: ink(colour),
      'stroke-width': row.whole || real ? undefined : 1.6,
    }),
    letters(width, y, f.signed(row.nps), { size: 13, colour, weight: 600, anchor: 'end' }),
    row.note
      ? letters(width, y + 16, fitted(row.note, width - right + 60, 11), {
          size: 11,
          colour,
          weight: 600,
          anchor: 'end',
        })
      : svg('g'),
  )
}
