import type { Verdict } from '../stats/index.ts'
import { type Axis, axis } from './axis.ts'
import { type Chart, type ChartWords, type Colour, fitted, ink, letters, line, type Piece, point, svg } from './draw.ts'

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
  const bottom = height - FOOT
  const limits = rows.flatMap(row => [row.lower, row.upper])
  const scale = axis(limits, [left + 8, right - 8], { gap: 44, least: 40, limit: [-100, 100], round: false })
  return {
    width,
    height,
    title: t('charts.forestTitle'),
    text: summary(rows, words),
    pieces: [
      ...scale.ticks.flatMap(tick => [
        line(scale.at(tick), 4, scale.at(tick), bottom, 'line-2'),
        letters(scale.at(tick), bottom + 20, f.signed(tick), { anchor: 'middle' }),
      ]),
      ...rows
        .filter(row => row.whole)
        .map(({ nps }) => line(scale.at(nps), 4, scale.at(nps), bottom, 'noise', { 'stroke-dasharray': '3 3' })),
      ...rows.map((row, at) => drawnRow(row, at * ROW, { scale, left, right, width }, words)),
    ],
    table: tableOf(rows, words),
  }
}

function summary(rows: ForestRow[], { t }: ChartWords): string {
  const parts = rows.filter(row => !row.whole)
  const values = { count: parts.length, real: parts.filter(row => row.verdict === 'real').length }
  return rows.length > 0 ? t('charts.forestText', values) : t('charts.noAnswers')
}

function tableOf(rows: ForestRow[], { t, f }: ChartWords): Chart['table'] {
  const head = (['segment', 'n', 'nps', 'from', 'to', 'verdict'] as const).map(name => t(`charts.${name}`))
  const cells = ({ label, detail, nps, lower, upper, whole, verdict }: ForestRow) => [
    label,
    detail,
    ...[nps, lower, upper].map(value => f.signed(value)),
    whole ? '' : t(`charts.verdicts.${verdict}`),
  ]
  return { head, rows: rows.map(cells) }
}

type Place = { scale: Axis; left: number; right: number; width: number }

function drawnRow(row: ForestRow, top: number, place: Place, words: ChartWords): Piece {
  const { left, right, width } = place
  const y = top + 20
  const colour = row.whole ? 'ink' : row.verdict === 'real' ? 'accent' : 'ink-3'
  const value = { size: 13, colour, weight: 600, anchor: 'end' } as const
  return point(
    spoken(row, words),
    null,
    svg('rect', { class: 'row', x: 0, y: top, width, height: ROW, rx: 6, fill: 'transparent' }),
    letters(0, y, fitted(row.label, left, 13), { size: 13, colour: 'ink', weight: row.whole ? 650 : 500 }),
    letters(0, y + 16, fitted(row.detail, left + 24, 11), { size: 11 }),
    ...mark(row, y - 4, place.scale, colour),
    letters(width, y, words.f.signed(row.nps), value),
    row.note ? letters(width, y + 16, fitted(row.note, width - right + 60, 11), { ...value, size: 11 }) : null,
  )
}

/** The interval as a line, the score as a point: filled where it is certain to differ. */
function mark(row: ForestRow, y: number, scale: Axis, colour: Colour): Piece[] {
  const full = row.whole || row.verdict === 'real'
  const round = { 'stroke-width': 2, 'stroke-linecap': 'round' }
  const stroke = { stroke: ink(colour), 'stroke-width': full ? undefined : 1.6 }
  return [
    line(scale.at(row.lower), y, scale.at(row.upper), y, colour, round),
    svg('circle', { cx: scale.at(row.nps), cy: y, r: full ? 5.5 : 5, fill: ink(full ? colour : 'card'), ...stroke }),
  ]
}

function spoken(row: ForestRow, { t, f }: ChartWords): string {
  const { label, detail } = row
  const values = { label, detail, nps: f.signed(row.nps), lower: f.signed(row.lower), upper: f.signed(row.upper) }
  if (row.whole) return t('charts.forestWhole', values)
  return t('charts.forestRow', { ...values, verdict: t(`charts.verdicts.${row.verdict}`) })
}
