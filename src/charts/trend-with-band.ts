import { type Axis, axis, sideTicks } from './axis.ts'
import { type Chart, type ChartWords, hintAt, ink, letters, line, type Piece, point, svg, widthOf } from './draw.ts'

/** One week or month: its own score, and the level behind it with its band; null where nobody answered. */
export type TrendPeriod = {
  start: string
  n: number
  nps: number | null
  level: number | null
  lower: number | null
  upper: number | null
}
export type TrendInput = {
  periods: TrendPeriod[]
  unit: 'week' | 'month'
  breaks?: { start: string; label: string; note?: string }[]
  /** Lowest and highest value of the scale, where several trends stand side by side. */
  span?: [number, number]
  width?: number
  height?: number
}

type Placed = TrendPeriod & { x: number }

/** The level over time with its band; circles are the single periods, sized by answers; empty periods leave a gap. */
export function trendWithBand(input: TrendInput, words: ChartWords): Chart {
  const { t } = words
  const { periods, width = 760, height = 290 } = input
  const plot = { left: 44, right: width - 74, top: 18, bottom: height - 30 }
  const known = periods.flatMap(p => [p.lower, p.upper, p.n > 0 ? p.level : null]).filter(value => value !== null)
  const scale = axis(input.span ?? known, [plot.bottom, plot.top], { gap: 52, least: 20, limit: [-100, 100] })
  const step = periods.length > 1 ? (plot.right - plot.left) / (periods.length - 1) : 0
  const placed = periods.map((period, at) => ({
    ...period,
    x: periods.length > 1 ? plot.left + at * step : (plot.left + plot.right) / 2,
  }))
  const runs = runsOf(placed)
  return {
    width,
    height,
    title: t('charts.trendTitle'),
    text: spoken(placed, words),
    pieces: [
      ...sideTicks(scale, plot.left, plot.right, words),
      ...bridges(runs, scale),
      ...runs.flatMap(run => band(run, scale)),
      ...dates(placed, input.unit, height - 8, plot, words),
      ...(input.breaks ?? []).flatMap(mark => breakAt(mark, placed, plot, words)),
      ...placed.filter(p => p.nps !== null).map(p => circle(p, scale, periods, input, words)),
      ...endLabel(placed, scale, words),
    ],
    table: tableOf(placed, input.unit, words),
  }
}

/** Stretches without an empty period. */
function runsOf(placed: Placed[]): Placed[][] {
  const runs: Placed[][] = [[]]
  for (const period of placed) {
    if (period.n > 0 && period.level !== null) runs.at(-1)?.push(period)
    else runs.push([])
  }
  return runs.filter(run => run.length > 0)
}

/** Over empty periods the level is only a thread: it leads the eye and claims nothing. */
function bridges(runs: Placed[][], scale: Axis): Piece[] {
  return runs.slice(1).flatMap((run, at) => {
    const [from, to] = [runs[at]?.at(-1), run[0]]
    if (!from || !to) return []
    const thread = { 'stroke-dasharray': '2 4', 'stroke-width': 1.4, opacity: 0.7 }
    return [line(from.x, scale.at(from.level ?? 0), to.x, scale.at(to.level ?? 0), 'accent', thread)]
  })
}

function band(run: Placed[], scale: Axis): Piece[] {
  const [first] = run
  if (first && run.length === 1) {
    const top = scale.at(first.upper ?? 0)
    return [
      svg('rect', {
        x: first.x - 5,
        y: top,
        width: 10,
        height: Math.max(2, scale.at(first.lower ?? 0) - top),
        rx: 5,
        fill: ink('accent'),
        opacity: 0.16,
      }),
      line(first.x - 5, scale.at(first.level ?? 0), first.x + 5, scale.at(first.level ?? 0), 'accent', {
        'stroke-width': 2.5,
      }),
    ]
  }
  const path = (points: [number, number][]) => points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')
  const upper = run.map((p): [number, number] => [p.x, scale.at(p.upper ?? 0)])
  const lower = run.map((p): [number, number] => [p.x, scale.at(p.lower ?? 0)]).reverse()
  const level = run.map((p): [number, number] => [p.x, scale.at(p.level ?? 0)])
  return [
    svg('path', { d: `M${path([...upper, ...lower])}Z`, fill: ink('accent'), opacity: 0.14 }),
    svg('path', {
      d: `M${path(level)}`,
      fill: 'none',
      stroke: ink('accent'),
      'stroke-width': 2.5,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    }),
  ]
}

/** Area by answers; a score outside the drawn range sits at its edge with an open arrow. */
function circle(period: Placed, scale: Axis, all: TrendPeriod[], input: TrendInput, words: ChartWords): Piece {
  const most = Math.max(...all.map(p => p.n))
  const nps = period.nps ?? 0
  const inside = Math.min(scale.to, Math.max(scale.from, nps))
  const y = scale.at(inside)
  const r = 2.2 + 3.2 * Math.sqrt(period.n / most)
  const lines = hintLines(period, input.unit, words)
  const mark =
    inside === nps
      ? svg('circle', { cx: period.x, cy: y, r, fill: ink('card'), stroke: ink('ink-3'), 'stroke-width': 1.3 })
      : svg('path', {
          d: `M${period.x - 4} ${y + (nps > 0 ? 4 : -4)}L${period.x} ${y}L${period.x + 4} ${y + (nps > 0 ? 4 : -4)}`,
          fill: 'none',
          stroke: ink('ink-3'),
          'stroke-width': 1.3,
        })
  const target = svg('rect', { x: period.x - 12, y: y - 14, width: 24, height: 28, fill: 'transparent' })
  return point(lines.join(', '), hintAt(period.x, y, lines, input.width ?? 760), target, mark)
}

const nameOf = (start: string, unit: 'week' | 'month', { t, f }: ChartWords) =>
  unit === 'month' ? f.month(start) : t('charts.weekOf', { date: f.date(start) })

function hintLines(period: Placed, unit: 'week' | 'month', words: ChartWords): string[] {
  const { t, f } = words
  return [
    t('charts.trendPoint', {
      period: nameOf(period.start, unit, words),
      nps: f.number(period.nps ?? 0, 0),
      n: f.count(period.n),
    }),
    ...(period.level === null ? [] : [levelText(period, words)]),
  ]
}

const levelText = (period: TrendPeriod, { t, f }: ChartWords) =>
  t('charts.trendLevel', {
    level: f.number(period.level ?? 0, 0),
    lower: f.number(period.lower ?? 0, 0),
    upper: f.number(period.upper ?? 0, 0),
  })

/** As many dates as fit; the year where it changes. */
export function dates(
  placed: Placed[],
  unit: 'week' | 'month',
  y: number,
  plot: { left: number; right: number },
  { f }: ChartWords,
): Piece[] {
  const room = Math.max(1, Math.floor((plot.right - plot.left) / 50))
  const every = Math.max(1, Math.ceil(placed.length / room))
  const shown = placed.filter((_, at) => (placed.length - 1 - at) % every === 0)
  return shown.map((period, at) => {
    const before = shown[at - 1]
    const turns = unit === 'month' && before && before.start.slice(0, 4) !== period.start.slice(0, 4)
    const text =
      unit === 'week' ? f.shortDate(period.start) : turns ? period.start.slice(0, 4) : f.shortMonth(period.start)
    return letters(period.x, y, text, { anchor: 'middle', weight: turns ? 600 : 400 })
  })
}

/** A dashed line where something changed. */
function breakAt(
  mark: { start: string; label: string; note?: string },
  placed: Placed[],
  plot: { left: number; right: number; top: number; bottom: number },
  { t }: ChartWords,
): Piece[] {
  const next = placed.findIndex(period => period.start >= mark.start)
  const [before, after] = [placed[next - 1], placed[next]]
  if (!before || !after) return []
  const span = Date.parse(after.start) - Date.parse(before.start)
  const x = before.x + (after.x - before.x) * ((Date.parse(mark.start) - Date.parse(before.start)) / span)
  const toLeft = x + widthOf(mark.label, 12) > plot.right
  const text = { anchor: toLeft ? 'end' : 'start' } as const
  const beside = x + (toLeft ? -6 : 6)
  return [
    line(x, plot.top, x, plot.bottom, 'noise', {
      'stroke-dasharray': '4 3',
      'stroke-width': 1.2,
      'aria-label': t('charts.break', { label: mark.label }),
    }),
    letters(beside, plot.top + 8, mark.label, { ...text, weight: 600, colour: 'ink-2' }),
    ...(mark.note ? [letters(beside, plot.top + 23, mark.note, text)] : []),
  ]
}

function endLabel(placed: Placed[], scale: Axis, { t, f }: ChartWords): Piece[] {
  const last = placed.findLast(period => period.n > 0 && period.level !== null)
  if (!last) return []
  const y = scale.at(last.level ?? 0)
  return [
    letters(last.x + 10, y, f.number(last.level ?? 0, 0), { size: 15, weight: 600, colour: 'accent' }),
    letters(
      last.x + 10,
      y + 16,
      t('charts.span', { lower: f.number(last.lower ?? 0, 0), upper: f.number(last.upper ?? 0, 0) }),
      { size: 11 },
    ),
  ]
}

function spoken(placed: Placed[], words: ChartWords): string {
  const filled = placed.filter(period => period.n > 0 && period.level !== null)
  const [first, last] = [filled[0], filled.at(-1)]
  if (!first || !last) return words.t('charts.noAnswers')
  const values = {
    from: words.f.month(first.start),
    to: words.f.month(last.start),
    before: words.f.number(first.level ?? 0, 0),
  }
  return words.t('charts.trendText', { ...values, count: placed.length, level: levelText(last, words) })
}

function tableOf(placed: Placed[], unit: 'week' | 'month', words: ChartWords): Chart['table'] {
  const { t, f } = words
  const number = (value: number | null) => (value === null ? '–' : f.number(value, 1))
  return {
    head: [t('charts.period'), t('charts.n'), t('charts.nps'), t('charts.level'), t('charts.from'), t('charts.to')],
    rows: placed.map(p => [
      nameOf(p.start, unit, words),
      f.count(p.n),
      number(p.nps),
      ...(p.n > 0 ? [p.level, p.lower, p.upper] : [null, null, null]).map(number),
    ]),
  }
}
