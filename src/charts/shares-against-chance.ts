import type { Verdict } from '../stats/index.ts'
import { axis } from './axis.ts'
import { type Chart, type ChartWords, fitted, ink, letters, line, type Piece, point, svg } from './draw.ts'

/** A share of people with its interval, above the band that chance alone would give; all 0 to 1. */
export type AgainstChanceRow = {
  label: string
  detail: string
  share: number
  lower: number
  upper: number
  chance: { lower: number; upper: number }
  verdict: Verdict
}
export type AgainstChanceInput = { rows: AgainstChanceRow[]; width?: number }

const ROW = 74
// Below this width the name of a row has a line of its own.
const NARROW = 460
const NAME = 22
const FOOT = 28

/** What people did beside what would have happened by itself: a point with its interval, and under it a broad grey band. */
export function sharesAgainstChance({ rows, width = 560 }: AgainstChanceInput, words: ChartWords): Chart {
  const { t, f } = words
  const narrow = width < NARROW
  const left = narrow ? 92 : Math.min(210, width * 0.36)
  const right = width - 66
  const row = narrow ? ROW + NAME : ROW
  const bottom = Math.max(1, rows.length) * row
  const percents = rows.flatMap(row => [row.lower, row.upper, row.chance.lower, row.chance.upper]).map(x => x * 100)
  const scale = axis([0, ...percents], [left, right], { gap: 56, least: 20, limit: [0, 100] })
  const at = (share: number) => scale.at(share * 100)
  return {
    width,
    height: bottom + FOOT,
    title: t('charts.chanceTitle'),
    text: rows.length ? t('charts.chanceText', { count: rows.length }) : t('charts.noAnswers'),
    pieces: [
      ...scale.ticks.flatMap(tick => [
        line(scale.at(tick), 4, scale.at(tick), bottom, 'line-2'),
        letters(scale.at(tick), bottom + 18, f.percent(tick / 100, 0), { anchor: 'middle' }),
      ]),
      ...rows.map((one, i) => drawnRow(one, i * row, { at, left, right, width, narrow }, words)),
    ],
    table: tableOf(rows, words),
  }
}

function tableOf(rows: AgainstChanceRow[], { t, f }: ChartWords): Chart['table'] {
  return {
    head: [
      t('charts.movement'),
      t('charts.n'),
      t('charts.share'),
      t('charts.from'),
      t('charts.to'),
      t('charts.chance'),
    ],
    rows: rows.map(row => [
      row.label,
      row.detail,
      f.percent(row.share),
      f.percent(row.lower),
      f.percent(row.upper),
      t('charts.span', { lower: f.percent(row.chance.lower, 0), upper: f.percent(row.chance.upper, 0) }),
    ]),
  }
}

type Place = { at: (share: number) => number; left: number; right: number; width: number; narrow: boolean }

function drawnRow(row: AgainstChanceRow, top: number, place: Place, words: ChartWords): Piece {
  const { t, f } = words
  const y = top + 22 + (place.narrow ? NAME : 0)
  const band = t('charts.span', {
    lower: f.number(row.chance.lower * 100, 0),
    upper: f.number(row.chance.upper * 100, 0),
  })
  const spoken = t('charts.chanceRow', {
    label: row.label,
    share: f.percent(row.share),
    lower: f.percent(row.lower),
    upper: f.percent(row.upper),
    chance: band,
  })
  return point(
    spoken,
    null,
    ...observed(row, { top, y }, place, words),
    ...bandOfChance(row, y + 28, band, place, words),
  )
}

type Heights = { top: number; y: number }

/** The name of the movement, its share as a point, its interval as a line. */
function observed(row: AgainstChanceRow, { top, y }: Heights, place: Place, { f }: ChartWords): Piece[] {
  const { at, left, width, narrow } = place
  const real = row.verdict === 'real'
  const colour = real ? 'accent' : 'ink-2'
  const name = fitted(row.label, narrow ? width : left - 10, 13)
  return [
    letters(0, narrow ? top + 16 : y - 2, name, { size: 13, colour: 'ink', weight: 600 }),
    letters(0, narrow ? y + 4 : y + 13, fitted(row.detail, left - 8, 11), { size: 11 }),
    line(at(row.lower), y, at(row.upper), y, colour, { 'stroke-width': 3, 'stroke-linecap': 'round' }),
    svg('circle', {
      cx: at(row.share),
      cy: y,
      r: 6,
      fill: ink(real ? colour : 'card'),
      stroke: ink(colour),
      'stroke-width': real ? undefined : 2,
    }),
    letters(width, y + 4, f.percent(row.share), {
      size: 13,
      colour: real ? 'accent' : 'ink',
      weight: 650,
      anchor: 'end',
    }),
  ]
}

/** What chance alone would give, as a broad grey band. */
function bandOfChance(row: AgainstChanceRow, y: number, text: string, place: Place, { t }: ChartWords): Piece[] {
  const { at, left, right, width } = place
  return [
    letters(0, y + 4, fitted(t('charts.chance'), left - 8, 11), { size: 11 }),
    line(at(row.chance.lower), y, at(row.chance.upper), y, 'noise', {
      'stroke-width': 9,
      'stroke-linecap': 'round',
      opacity: 0.55,
    }),
    letters(width, y + 4, fitted(text, width - right, 12), { anchor: 'end' }),
  ]
}
