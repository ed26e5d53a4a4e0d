import { describe, expect, test } from 'vitest'
import { type Chart, chartMarkup, type Piece } from '../../src/charts/index.ts'
import { figures } from '../../src/languages/figures.ts'
import { LANGUAGES, speak } from '../../src/languages/index.ts'
import { CHART_SAMPLES } from './chart-samples.ts'

const WIDTHS = [300, 420, 760]

const piecesOf = (pieces: (Piece | string)[]): Piece[] =>
  pieces.flatMap(piece => (typeof piece === 'string' ? [] : [piece, ...piecesOf(piece.children)]))

const cases = Object.entries(CHART_SAMPLES).flatMap(([name, kinds]) =>
  Object.entries(kinds).flatMap(([kind, draw]) => LANGUAGES.map(language => ({ name, kind, language, draw }))),
)

const drawAll = ({ draw, language }: (typeof cases)[number]): Chart[] =>
  WIDTHS.map(width => draw(width, { t: speak(language), f: figures(language) }))

describe.each(cases)('$name, $kind, $language', one => {
  test('is drawn without a number that is none', () => {
    for (const chart of drawAll(one)) expect(chartMarkup(chart)).not.toMatch(/NaN|Infinity|undefined|null/)
  })

  test('says in words what it shows, with every placeholder filled', () => {
    for (const { title, text } of drawAll(one)) {
      expect(title).not.toBe('')
      expect(text).not.toMatch(/^$|[{}]|charts\./)
    }
  })

  test('gives its figures as a table whose rows fit its head', () => {
    for (const { table } of drawAll(one)) {
      expect(table.head.length).toBeGreaterThan(0)
      for (const row of table.rows) expect(row).toHaveLength(table.head.length)
    }
  })

  test('names every point that can be focused', () => {
    const focusable = drawAll(one).flatMap(chart => piecesOf(chart.pieces).filter(piece => piece.attrs.tabindex === 0))
    for (const { attrs } of focusable) expect(attrs['aria-label']).toMatch(/\S/)
  })

  test('has no letters below 11 px', () => {
    const sizes = drawAll(one).flatMap(chart => piecesOf(chart.pieces).flatMap(({ attrs }) => attrs['font-size'] ?? []))
    for (const size of sizes) expect(size).toBeGreaterThanOrEqual(11)
  })
})

test('plain markup needs no style sheet', () => {
  const [chart] = drawAll({ ...(cases[0] as (typeof cases)[number]) })
  const markup = chart ? chartMarkup(chart, { plain: true }) : ''
  expect(markup).toContain('#B8432F')
  expect(markup).not.toContain('var(')
})

test('what customers wrote cannot become markup', () => {
  const draw = CHART_SAMPLES.segmentForest?.sample
  const chart = draw?.(420, { t: speak('en'), f: figures('en') })
  const hostile = chart && { ...chart, title: '"><script>alert(1)</script>' }
  expect(hostile && chartMarkup(hostile)).not.toContain('<script>')
})
