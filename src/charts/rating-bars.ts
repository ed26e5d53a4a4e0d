import { partOf } from '../stats/index.ts'
import { type Chart, type ChartWords, GROUPS, ink, letters, line, type Piece, point, svg } from './draw.ts'

export type RatingBarsInput = {
  opening: string
  from: number
  counts: readonly number[]
  width?: number
  height?: number
}

const GAP = 8
const FOOT = 30
const HEAD = 20

/** One bar a rating of CSAT, CES, stars or five points, in the colours of the scale's parts. */
export function ratingBars(
  { opening, from, counts, width = 420, height = 210 }: RatingBarsInput,
  words: ChartWords,
): Chart {
  const { t, f } = words
  const n = counts.reduce((sum, count) => sum + count, 0)
  const floor = height - FOOT
  const place = { slot: (width - GAP) / Math.max(1, counts.length), floor, most: Math.max(1, ...counts), n }
  const bars = counts.map((count, at) => ({
    rating: from + at,
    count,
    part: partOf({ opening, score: null, rating: from + at }),
  }))
  const of = (part: string) => bars.reduce((sum, bar) => sum + (bar.part === part ? bar.count : 0), 0)
  const to = from + counts.length - 1
  return {
    width,
    height,
    title: t('charts.ratingBarsTitle', { from, to }),
    text:
      n > 0
        ? t('charts.ratingBarsText', { n: f.count(n), good: f.count(of('promoter')), bad: f.count(of('detractor')) })
        : t('charts.noAnswers'),
    pieces: [
      line(GAP / 2, floor + 0.5, width - GAP / 2, floor + 0.5),
      ...bars.map((bar, at) => drawn(bar, at, place, words)),
    ],
    table: {
      head: [t('charts.rating'), t('charts.answers'), t('charts.share')],
      rows: bars.map(({ rating, count }) => [String(rating), f.count(count), n > 0 ? f.percent(count / n) : '–']),
    },
  }
}

type Bar = { rating: number; count: number; part: keyof typeof GROUPS }
type Place = { slot: number; floor: number; most: number; n: number }

function drawn({ rating, count, part }: Bar, at: number, { slot, floor, most, n }: Place, { t, f }: ChartWords): Piece {
  const wide = Math.min(slot - 6, 72)
  const middle = GAP / 2 + (at + 0.5) * slot
  const tall = (count / most) * (floor - HEAD)
  const { sign, colour } = GROUPS[part]
  const label = n > 0 ? f.percent(count / n, 0) : '0'
  const shape = { x: middle - wide / 2, y: floor - tall, width: wide, height: tall, rx: Math.min(4, tall / 2) }
  return point(
    t('charts.ratingBar', { rating, count: f.count(count), share: label }),
    null,
    svg('rect', { ...shape, fill: ink(colour) }),
    letters(middle, floor - tall - 6, label, { size: 11, anchor: 'middle' }),
    letters(middle, floor + 18, `${sign} ${rating}`, { size: 13, anchor: 'middle', weight: 600, colour }),
  )
}
