import { categoryOf, type ScoreCounts, sizeOf, tallyOf } from '../stats/index.ts'
import {
  type Chart,
  type ChartWords,
  type Colour,
  GROUPS,
  ink,
  letters,
  line,
  type Piece,
  point,
  svg,
  widthOf,
} from './draw.ts'

export type ScoreBarsInput = { counts: ScoreCounts; width?: number; height?: number }

const GAP = 8
const FOOT = 50
const HEAD = 18

const colourOf = (score: number): Colour =>
  categoryOf(score) === 'passive' ? (score === 7 ? 'pas-7' : 'pas-8') : GROUPS[categoryOf(score)].colour

/** The worse, the fuller: 0 and 6 are told apart without another colour. */
const strengthOf = (score: number): number => (categoryOf(score) === 'detractor' ? 0.68 + score * 0.053 : 1)

/** Eleven bars, one a score; 7 and 8 stand apart in two shades of sand. */
export function scoreBars({ counts, width = 520, height = 210 }: ScoreBarsInput, words: ChartWords): Chart {
  const { t, f } = words
  const slot = (width - GAP) / 11
  const floor = height - FOOT
  const place = {
    slot,
    floor,
    most: Math.max(1, ...counts),
    compact: counts.some(n => widthOf(f.count(n), 11) > slot + 2),
  }
  const scores = Array.from({ length: 11 }, (_, score) => ({ score, count: counts[score] ?? 0 }))
  return {
    width,
    height,
    title: t('charts.scoreBarsTitle'),
    text: summary(counts, words),
    pieces: [
      line(GAP / 2, floor + 0.5, width - GAP / 2, floor + 0.5),
      ...scores.map(({ score, count }) => bar(score, count, place, words)),
      ...feet(counts, slot, floor, words),
    ],
    table: {
      head: [t('charts.score'), t('charts.answers')],
      rows: scores.map(({ score, count }) => [String(score), f.count(count)]),
    },
  }
}

type Place = { slot: number; floor: number; most: number; compact: boolean }

function bar(score: number, count: number, { slot, floor, most, compact }: Place, { t, f }: ChartWords): Piece {
  const x = GAP / 2 + score * slot + 3
  const wide = slot - 6
  const tall = (count / most) * (floor - HEAD)
  const thousands = () => t('charts.thousands', { count: f.number(count / 1000, count < 10_000 ? 1 : 0) })
  const shown = compact && count >= 1000 ? thousands() : f.count(count)
  const shape = { x, y: floor - tall, width: wide, height: tall, rx: Math.min(4, tall / 2) }
  return point(
    t('charts.scoreBar', { score, count: f.count(count) }),
    null,
    svg('rect', { ...shape, fill: ink(colourOf(score)), opacity: strengthOf(score) }),
    letters(x + wide / 2, floor - tall - 6, shown, { size: 11, anchor: 'middle' }),
    letters(x + wide / 2, floor + 18, String(score), { size: 13, anchor: 'middle', weight: 600, colour: 'ink' }),
  )
}

/** A line under each group with its share. */
function feet(counts: ScoreCounts, slot: number, floor: number, { t, f }: ChartWords): Piece[] {
  const tally = tallyOf(counts)
  const n = sizeOf(tally)
  const groups = [
    { group: 'detractor', from: 0, to: 6, count: tally.detractors },
    { group: 'passive', from: 7, to: 8, count: tally.passives },
    { group: 'promoter', from: 9, to: 10, count: tally.promoters },
  ] as const
  return groups.flatMap(({ group, from, to, count }) => {
    const left = GAP / 2 + from * slot + 4
    const right = GAP / 2 + (to + 1) * slot - 4
    const share = n > 0 ? f.percent(count / n) : '–'
    const long = `${GROUPS[group].sign} ${t(`charts.groups.${group}`)} ${share}`
    const text = widthOf(long, 11) < right - left ? long : `${GROUPS[group].sign} ${share}`
    return [
      line(left, floor + 28, right, floor + 28, GROUPS[group].colour, { 'stroke-width': 2 }),
      letters((left + right) / 2, floor + 44, text, {
        size: 11,
        anchor: 'middle',
        weight: 600,
        colour: GROUPS[group].colour,
      }),
    ]
  })
}

function summary(counts: ScoreCounts, { t, f }: ChartWords): string {
  const tally = tallyOf(counts)
  const n = sizeOf(tally)
  if (n === 0) return t('charts.noAnswers')
  return t('charts.scoreBarsText', {
    n: f.count(n),
    promoters: f.percent(tally.promoters / n),
    passives: f.percent(tally.passives / n),
    detractors: f.percent(tally.detractors / n),
  })
}
