import { type Chart, type ChartWords, type Colour, GROUPS, ink, letters, type Piece, point, svg } from './draw.ts'

/** The groups of a wave in their fixed order; `none` is "no answer". */
export const FLOW_ORDER = ['promoter', 'passive', 'detractor', 'none'] as const
export type FlowGroup = (typeof FLOW_ORDER)[number]

/** How many went from one group of column `column` to one of the next; `strong` ones stand out. */
export type Flow = { column: number; from: FlowGroup; to: FlowGroup; count: number; strong?: boolean }
export type FlowsInput = { columns: string[]; flows: Flow[]; width?: number; height?: number }

type Block = { column: number; group: FlowGroup; count: number; x: number; y: number; tall: number }

const HEAD = 26
const GAP = 10
const BLOCK = 8

const colourOf = (group: FlowGroup): Colour => (group === 'none' ? 'noise' : GROUPS[group].colour)

/** Who moved where: two or more waves side by side, groups in fixed order, ribbons as thick as people are many. */
export function flows({ columns, flows: all, width = 560, height = 300 }: FlowsInput, words: ChartWords): Chart {
  const { t, f } = words
  const side = Math.min(132, width * 0.24)
  const blocks = blocksOf(columns.length, all, { width, height, side })
  const name = (group: FlowGroup) => t(`charts.groups.${group}`)
  return {
    width,
    height,
    title: t('charts.flowsTitle'),
    text: all.length ? t('charts.flowsText', { columns: columns.join(' → ') }) : t('charts.noAnswers'),
    pieces: [
      ...ribbons(all, blocks, words),
      ...blocks.map(drawnBlock),
      ...blocks.flatMap(block => blockLabel(block, columns.length, words)),
      ...columns.map((title, column) =>
        letters(columnX(column, columns.length, width, side) + (column === 0 ? 0 : BLOCK), 12, title, {
          weight: 600,
          colour: 'ink-2',
          anchor: column === 0 ? 'start' : 'end',
        }),
      ),
    ],
    table: {
      head: [t('charts.fromGroup'), t('charts.toGroup'), t('charts.people')],
      rows: all.map(flow => [
        `${columns[flow.column]}: ${name(flow.from)}`,
        `${columns[flow.column + 1]}: ${name(flow.to)}`,
        f.count(flow.count),
      ]),
    },
  }
}

const drawnBlock = ({ x, y, tall, group }: Block): Piece =>
  svg('rect', { x, y, width: BLOCK, height: Math.max(1, tall), rx: 2, fill: ink(colourOf(group)) })

const columnX = (column: number, count: number, width: number, side: number): number =>
  count > 1 ? side + (column * (width - 2 * side - BLOCK)) / (count - 1) : width / 2

/** In a column in the middle, as many stand as came in or go out, whichever is more. */
function sizeOf(all: Flow[], column: number, group: FlowGroup): number {
  const out = all
    .filter(flow => flow.column === column && flow.from === group)
    .reduce((sum, flow) => sum + flow.count, 0)
  const into = all
    .filter(flow => flow.column === column - 1 && flow.to === group)
    .reduce((sum, flow) => sum + flow.count, 0)
  return Math.max(out, into)
}

function blocksOf(columns: number, all: Flow[], place: { width: number; height: number; side: number }): Block[] {
  const sizes = Array.from({ length: columns }, (_, column) =>
    FLOW_ORDER.map(group => ({ group, count: sizeOf(all, column, group) })),
  )
  const most = Math.max(1, ...sizes.map(groups => groups.reduce((sum, { count }) => sum + count, 0)))
  const unit = (place.height - HEAD - 3 * GAP - 8) / most
  return sizes.flatMap((groups, column) => {
    let y = HEAD
    return groups.flatMap(({ group, count }) => {
      if (count === 0) return []
      const block = {
        column,
        group,
        count,
        x: columnX(column, columns, place.width, place.side),
        y,
        tall: count * unit,
      }
      y += block.tall + GAP
      return [block]
    })
  })
}

/** Ribbons leave and arrive in the fixed order, so that they cross as little as can be. */
function ribbons(all: Flow[], blocks: Block[], { t, f }: ChartWords): Piece[] {
  const left = new Map<Block, number>()
  const right = new Map<Block, number>()
  const rank = (group: FlowGroup) => FLOW_ORDER.indexOf(group)
  const sorted = all
    .filter(flow => flow.count > 0)
    .toSorted((a, b) => a.column - b.column || rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to))
  const drawn = sorted.flatMap(flow => {
    const from = blocks.find(block => block.column === flow.column && block.group === flow.from)
    const to = blocks.find(block => block.column === flow.column + 1 && block.group === flow.to)
    if (!from || !to) return []
    const tall = (flow.count / from.count) * from.tall
    const [y1, y2] = [from.y + (left.get(from) ?? 0), to.y + (right.get(to) ?? 0)]
    left.set(from, (left.get(from) ?? 0) + tall)
    right.set(to, (right.get(to) ?? 0) + tall)
    const label = t('charts.flow', {
      from: t(`charts.groups.${flow.from}`),
      to: t(`charts.groups.${flow.to}`),
      count: f.count(flow.count),
    })
    const path = svg('path', {
      d: ribbon(from.x + BLOCK, y1, to.x, y2, tall),
      fill: ink(flow.strong ? 'accent' : colourOf(flow.from)),
      opacity: flow.strong ? 0.6 : 0.16,
    })
    return [{ strong: flow.strong ?? false, piece: point(label, null, svg('title', {}, label), path) }]
  })
  return drawn.toSorted((a, b) => Number(a.strong) - Number(b.strong)).map(({ piece }) => piece)
}

function ribbon(x1: number, y1: number, x2: number, y2: number, tall: number): string {
  const middle = (x1 + x2) / 2
  const p = (value: number) => value.toFixed(1)
  return `M${p(x1)} ${p(y1)}C${p(middle)} ${p(y1)} ${p(middle)} ${p(y2)} ${p(x2)} ${p(y2)}V${p(y2 + tall)}C${p(middle)} ${p(y2 + tall)} ${p(middle)} ${p(y1 + tall)} ${p(x1)} ${p(y1 + tall)}Z`
}

function blockLabel(block: Block, columns: number, { t, f }: ChartWords): Piece[] {
  const first = block.column === 0
  if (!first && block.column < columns - 1) return []
  const sign = block.group === 'none' ? '' : `${GROUPS[block.group].sign} `
  const x = first ? block.x - 8 : block.x + BLOCK + 8
  const y = block.y + Math.max(10, block.tall / 2 - 2)
  const anchor = first ? 'end' : 'start'
  return [
    letters(x, y, `${sign}${t(`charts.groups.${block.group}`)}`, {
      weight: 600,
      colour: block.group === 'none' ? 'ink-2' : colourOf(block.group),
      anchor,
    }),
    letters(x, y + 15, f.count(block.count), { anchor }),
  ]
}
