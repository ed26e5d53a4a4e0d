// Paper, pen and axes for the drawings of docs/statistics: strings in, one SVG out.

export type Point = { x: number; y: number }
export type Colour = keyof typeof colours

const colours = {
  ink: '#14212B',
  soft: '#57646D',
  line: '#E4E6E5',
  accent: '#0B5C73',
  noise: '#6B7882',
  promoter: '#1F6FA8',
  seven: '#C2A045',
  eight: '#9A7623',
  detractor: '#B8432F',
}

const round = (value: number) => Math.round(value * 100) / 100
const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

type Pen = { colour?: Colour; width?: number; dashed?: boolean; fill?: boolean; opacity?: number }

const strokeOf = ({ colour = 'ink', width = 1.5, dashed }: Pen) =>
  `stroke="${colours[colour]}" stroke-width="${width}"${dashed ? ' stroke-dasharray="5 4"' : ''}`

/** A straight line. */
export const line = (from: Point, to: Point, pen: Pen = {}) =>
  `<line x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}" ${strokeOf(pen)}/>`

/** A line through points; filled down to `floor` where one is given. */
export const path = (points: Point[], pen: Pen & { floor?: number } = {}) => {
  const steps = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
  if (pen.floor === undefined) return `<path d="${steps}" fill="none" ${strokeOf(pen)}/>`
  const closed = `${steps}L${round(points.at(-1)?.x ?? 0)} ${pen.floor}L${round(points[0]?.x ?? 0)} ${pen.floor}Z`
  return `<path d="${closed}" fill="${colours[pen.colour ?? 'ink']}" fill-opacity="${pen.opacity ?? 0.15}"/>`
}

/** A rectangle without an outline. */
export const box = (from: Point, to: Point, { colour = 'ink', opacity = 1 }: Pen = {}) =>
  `<rect x="${round(from.x)}" y="${round(from.y)}" width="${round(to.x - from.x)}" height="${round(to.y - from.y)}" fill="${colours[colour]}" fill-opacity="${opacity}" rx="2"/>`

/** Filled says "real", hollow says "cannot be told from chance". */
export const dot = ({ x, y }: Point, { colour = 'ink', fill = true }: Pen = {}) =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="4.5" fill="${fill ? colours[colour] : '#FFFFFF'}" stroke="${colours[colour]}" stroke-width="1.5"/>`

/** Words on the drawing. */
export const words = (
  at: Point,
  content: string,
  {
    colour = 'soft',
    size = 13,
    anchor = 'start',
    bold = false,
  }: { colour?: Colour; size?: number; anchor?: 'start' | 'middle' | 'end'; bold?: boolean } = {},
) =>
  `<text x="${round(at.x)}" y="${round(at.y)}" fill="${colours[colour]}" font-size="${size}" text-anchor="${anchor}"${bold ? ' font-weight="600"' : ''}>${escaped(content)}</text>`

/** A scale from figures to places. */
export const scale =
  (figures: [number, number], places: [number, number]) =>
  (figure: number): number =>
    places[0] + ((figure - figures[0]) / (figures[1] - figures[0])) * (places[1] - places[0])

/** A finished drawing on white paper, with its title drawn and its meaning for those who cannot see it. */
export const paper = (
  { title, says, width = 720, height }: { title: string; says: string; width?: number; height: number },
  parts: (string | string[])[],
) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t d" font-family="Inter, system-ui, sans-serif">
<title id="t">${escaped(title)}</title>
<desc id="d">${escaped(says)}</desc>
<rect width="${width}" height="${height}" rx="10" fill="#FFFFFF" stroke="${colours.line}"/>
${words({ x: 24, y: 34 }, title, { colour: 'ink', size: 16, bold: true })}
${parts.flat().join('\n')}
</svg>
`
