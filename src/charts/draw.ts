import type { Figures } from '../languages/figures.ts'
import type { Speak } from '../languages/index.ts'

/** A piece of a drawing: `svg('rect', { x: 4 }, …)`. The same tree becomes markup (report, mail, command) or React elements. */
export type Piece = { tag: string; attrs: Attrs; children: (Piece | string)[] }
export type Attrs = Record<string, string | number | undefined>

/** The words a chart speaks: texts and figures of one language. */
export type ChartWords = { t: Speak; f: Figures }

/** A finished chart: what is drawn, what a screen reader hears, and the same figures as a table. */
export type Chart = {
  width: number
  height: number
  title: string
  /** One or two sentences that say what the picture shows. */
  text: string
  pieces: Piece[]
  table: { head: string[]; rows: string[][] }
}

/** One element of a drawing; coordinates are rounded to hundredths, what is empty is left out. */
export function svg(tag: string, attrs: Attrs = {}, ...children: (Piece | string | null | undefined | false)[]): Piece {
  const rounded = Object.entries(attrs)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, typeof value === 'number' ? Math.round(value * 100) / 100 : value])
  return {
    tag,
    attrs: Object.fromEntries(rounded),
    children: children.filter(child => child || child === '') as Piece[],
  }
}

/** The colours of the look, light, for where no style sheet reaches. */
const COLOURS = {
  paper: '#FAFAF8',
  card: '#FFFFFF',
  ink: '#14212B',
  'ink-2': '#47555F',
  'ink-3': '#57646D',
  line: '#E4E6E5',
  'line-2': '#F0F1EF',
  wash: '#F3F5F4',
  accent: '#0B5C73',
  pro: '#1F6FA8',
  pas: '#7A5C14',
  'pas-7': '#C2A045',
  'pas-8': '#9A7623',
  det: '#B8432F',
  noise: '#6B7882',
} as const
export type Colour = keyof typeof COLOURS

/** A colour of the theme with the light one to fall back on. */
export const ink = (colour: Colour): string => `var(--${colour}, ${COLOURS[colour]})`

/** The sign and colour of each group; never a colour without its sign. */
export const GROUPS = {
  promoter: { sign: '▲', colour: 'pro' },
  passive: { sign: '●', colour: 'pas' },
  detractor: { sign: '▼', colour: 'det' },
} as const satisfies Record<string, { sign: string; colour: Colour }>

type Lettering = { size?: number; colour?: Colour; anchor?: 'start' | 'middle' | 'end'; weight?: number }

/** Letters at a place; never below 11 px. */
export const letters = (x: number, y: number, text: string, style: Lettering = {}): Piece =>
  svg(
    'text',
    {
      x,
      y,
      'font-size': Math.max(11, style.size ?? 12),
      fill: ink(style.colour ?? 'ink-3'),
      'text-anchor': style.anchor === 'start' ? undefined : style.anchor,
      'font-weight': style.weight,
    },
    text,
  )

export const line = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  colour: Colour = 'line',
  attrs: Attrs = {},
): Piece => svg('line', { x1, y1, x2, y2, stroke: ink(colour), 'stroke-width': 1, ...attrs })

/** About how wide a text is drawn in Inter, in px. */
export const widthOf = (text: string, size = 12): number => text.length * size * 0.56

/** A text cut to fit, with … where something is missing. */
export function fitted(text: string, width: number, size = 12): string {
  const room = Math.max(1, Math.floor(width / (size * 0.56)))
  return text.length <= room ? text : `${text.slice(0, Math.max(1, room - 1)).trimEnd()}…`
}

/** A thing that can be focused and says `label`; `hint` appears beside it on hover and focus (chart styles). */
export const point = (label: string, hint: Piece | null, ...drawn: (Piece | null)[]): Piece =>
  svg('g', { class: 'point', tabindex: 0, role: 'img', 'aria-label': label }, ...drawn, hint)

/** A small label on the card's colour, kept inside `width`. */
export function hintAt(x: number, y: number, lines: string[], width: number): Piece {
  const wide = Math.max(...lines.map(text => widthOf(text, 12))) + 20
  const left = Math.min(Math.max(0, x - wide / 2), Math.max(0, width - wide))
  const tall = lines.length * 17 + 11
  const top = y - tall - 10 < 0 ? y + 12 : y - tall - 10
  return svg(
    'g',
    { class: 'hint', visibility: 'hidden', 'pointer-events': 'none' },
    svg('rect', { x: left, y: top, width: wide, height: tall, rx: 6, fill: ink('card'), stroke: ink('line') }),
    ...lines.map((text, at) =>
      letters(left + 10, top + 19 + at * 17, text, {
        colour: at === 0 ? 'ink' : 'ink-3',
        weight: at === 0 ? 600 : 400,
      }),
    ),
  )
}

/** The whole drawing. It is a group, not an image, so that its points can be reached. */
export const drawingOf = (chart: Chart): Piece =>
  svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${Math.round(chart.width)} ${Math.round(chart.height)}`,
      width: '100%',
      role: 'group',
      'aria-label': chart.title,
      class: 'chart',
      'font-family': 'Inter, system-ui, sans-serif',
    },
    svg('desc', {}, chart.text),
    ...chart.pieces,
  )

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** The drawing as markup; `plain` writes the light colours out, for mail and picture makers that know no variables. */
export function toMarkup(piece: Piece, options: { plain?: boolean } = {}): string {
  const value = (text: string | number) =>
    escaped(options.plain ? String(text).replace(/var\(--[\w-]+, (#\w+)\)/g, '$1') : String(text))
  const attrs = Object.entries(piece.attrs).map(([name, text]) => ` ${name}="${value(text ?? '')}"`)
  const inside = piece.children.map(child => (typeof child === 'string' ? escaped(child) : toMarkup(child, options)))
  return `<${piece.tag}${attrs.join('')}>${inside.join('')}</${piece.tag}>`
}

/** A chart as markup, ready for a page of its own. */
export const chartMarkup = (chart: Chart, options: { plain?: boolean } = {}): string =>
  toMarkup(drawingOf(chart), options)

/** The two rules that make hints appear, for pages outside the dashboard. */
export const chartStyles =
  '.chart{display:block;overflow:visible}.chart .point{outline:none}.chart .point:is(:hover,:focus-visible) .hint{visibility:visible}'
