import PDFDocument from 'pdfkit'
import { pathOf, squaresOf } from './code.ts'
import { isPlain, type Outline, outlinesOf } from './letters.ts'
import { inVisualOrder, linesOf } from './lines.ts'

/** What stands on each card of a sheet. */
export type SheetTexts = {
  language: string
  company: string
  question: string
  /** "Point the camera of your phone at the code" */
  howTo: string
  /** "or type in example.com/o/abcde-fghjk" */
  orType: string
  address: string
  alternative: string
}

/** How many cards a sheet has: a poster, two, four, or eight to cut out. */
export const CARDS = [1, 2, 4, 8] as const
export type Cards = (typeof CARDS)[number]

const WIDTH = 595.28
const HEIGHT = 841.89
const LAYOUT: Record<Cards, { columns: number; rows: number; size: number; code: number }> = {
  1: { columns: 1, rows: 1, size: 34, code: 330 },
  2: { columns: 1, rows: 2, size: 24, code: 190 },
  4: { columns: 2, rows: 2, size: 17, code: 165 },
  8: { columns: 2, rows: 4, size: 10.5, code: 88 },
}
const INK = '#14212b'
const SOFT = '#47555f'

type Pdf = InstanceType<typeof PDFDocument>
/** What writes: the paper, and the language that says how lines are broken and run. */
type Pen = { document: Pdf; language: string }
type Box = { x: number; y: number; width: number; height: number }

/** A sheet of A4 with cards to put up or cut out; tagged, so that a screen reader can read it. */
export function printSheet(texts: SheetTexts, cards: Cards): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: texts.language,
    info: { Title: texts.question, Author: texts.company, Creator: 'Echolot', Producer: 'Echolot' },
  })
  const parts: Buffer[] = []
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => resolve(Buffer.concat(parts)))
    document.on('error', reject)
  })
  drawCards({ document, language: texts.language }, texts, cards)
  document.end()
  return finished
}

function drawCards(pen: Pen, texts: SheetTexts, cards: Cards): void {
  const { document } = pen
  const { columns, rows, size, code } = LAYOUT[cards]
  const root = document.struct('Document')
  document.addStructure(root)
  const [width, height] = [WIDTH / columns, HEIGHT / rows]
  for (let i = 0; i < cards; i++) {
    const box = { x: (i % columns) * width, y: Math.floor(i / columns) * height, width, height }
    root.add(drawCard(pen, texts, box, { size, code }))
  }
  root.end()
  document.markContent('Artifact')
  cutLines(document, columns, rows)
  document.endMarkedContent()
}

function drawCard(pen: Pen, texts: SheetTexts, box: Box, { size, code }: { size: number; code: number }) {
  const { document } = pen
  const card = document.struct('Sect')
  const inner = { x: box.x + box.width * 0.08, width: box.width * 0.84 }
  const heights = [lineHeight(size * 0.55), heightOf(pen, texts.question, size, inner.width)]
  const small = Math.max(size * 0.5, 8)
  const foot = 2 * lineHeight(small) * 1.4
  const gap = size * 0.9
  let y = box.y + (box.height - heights.reduce((a, b) => a + b) - code - foot - 3 * gap) / 2
  const put = (kind: 'P' | 'H1', text: string, textSize: number, colour: string) => {
    const [top, height] = [y, heightOf(pen, text, textSize, inner.width)]
    card.add(
      document.struct(kind, { actual: text }, () => write(pen, text, { ...inner, y: top, size: textSize, colour })),
    )
    y += height
  }
  put('P', texts.company, size * 0.55, SOFT)
  y += gap * 0.5
  put('H1', texts.question, size, INK)
  y += gap
  const top = y
  card.add(
    document.struct('Figure', { alt: texts.alternative }, () =>
      drawCode(document, texts.address, box.x + (box.width - code) / 2, top, code),
    ),
  )
  y += code + gap * 0.6
  put('P', texts.howTo, small, INK)
  put('P', texts.orType, small, SOFT)
  card.end()
  return card
}

const lineHeight = (size: number) => size * 1.25

function drawCode(document: Pdf, address: string, x: number, y: number, size: number): void {
  const squares = squaresOf(address)
  document
    .save()
    .translate(x, y)
    .scale(size / squares.length)
  document.path(pathOf(squares)).fill('#000')
  document.restore()
}

function cutLines(document: Pdf, columns: number, rows: number): void {
  document.save().lineWidth(0.5).dash(3, { space: 4 }).strokeColor('#9aa5ab')
  for (let i = 1; i < columns; i++)
    document
      .moveTo((i * WIDTH) / columns, 0)
      .lineTo((i * WIDTH) / columns, HEIGHT)
      .stroke()
  for (let i = 1; i < rows; i++)
    document
      .moveTo(0, (i * HEIGHT) / rows)
      .lineTo(WIDTH, (i * HEIGHT) / rows)
      .stroke()
  document.restore()
}

/** The text in lines that fit, by the letters' own widths. */
const linesWithin = (pen: Pen, text: string, size: number, width: number): string[] =>
  linesOf(text, pen.language, line => widthOf(pen, line, size) <= width)

const heightOf = (pen: Pen, text: string, size: number, width: number): number =>
  linesWithin(pen, text, size, width).length * lineHeight(size)

function widthOf({ document, language }: Pen, text: string, size: number): number {
  if (isPlain(text)) return document.font('Helvetica-Bold').fontSize(size).widthOfString(text)
  return outlinesOf(text, language).reduce((sum, { advance, unitsPerEm }) => sum + (advance / unitsPerEm) * size, 0)
}

/** Writes centred lines: as letters where every reader has them, as outlines otherwise. */
function write(
  pen: Pen,
  text: string,
  at: { x: number; y: number; width: number; size: number; colour: string },
): void {
  const { document, language } = pen
  const { x, y, width, size, colour } = at
  linesWithin(pen, text, size, width).forEach((line, i) => {
    const left = x + (width - widthOf(pen, line, size)) / 2
    const top = y + i * lineHeight(size)
    if (isPlain(text))
      document.font('Helvetica-Bold').fontSize(size).fillColor(colour).text(line, left, top, { lineBreak: false })
    else {
      const outlines = outlinesOf(inVisualOrder(line, language), language)
      drawOutlines(document, outlines, { left, base: top + size, size, colour })
    }
  })
}

function drawOutlines(
  document: Pdf,
  outlines: Outline[],
  at: { left: number; base: number; size: number; colour: string },
): void {
  let { left } = at
  document.lineJoin('round')
  for (const { svg, x, y, advance, stroke, unitsPerEm } of outlines) {
    const scale = at.size / unitsPerEm
    document
      .save()
      .translate(left + x * scale, at.base - y * scale)
      .scale(scale, -scale)
    if (svg) document.path(svg).lineWidth(stroke).fillAndStroke(at.colour, at.colour)
    document.restore()
    left += advance * scale
  }
}
