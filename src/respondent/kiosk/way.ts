import type { NextStep } from '../../vocabulary/index.ts'
import { make } from '../widget/make.ts'
import type { KioskTexts } from './config.ts'

const SVG = 'http://www.w3.org/2000/svg'

/**
 * Where the thanks lead on, as a code for the visitor's own phone: a link on a shared device would leave the next visitor in
 * somebody else's page.
 */
export function drawWay(texts: KioskTexts, { label, address }: NextStep, code: string[], close: () => void): Node[] {
  const written = make('bdi', { dir: 'ltr', textContent: address.replace(/^https:\/\/|\/$/g, '') })
  const words = make('figcaption', {}, [
    make('strong', {}, [label]),
    make('p', {}, [texts.howTo]),
    make('p', {}, [written]),
  ])
  const button = make('button', { className: 'close', textContent: texts.words.close, onclick: close })
  return [make('figure', { className: 'way' }, [drawCode(code), words]), make('div', {}, [button])]
}

function drawCode(rows: string[]): Element {
  const drawing = document.createElementNS(SVG, 'svg')
  drawing.setAttribute('viewBox', `0 0 ${rows.length} ${rows.length}`)
  drawing.setAttribute('shape-rendering', 'crispEdges')
  drawing.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(SVG, 'path')
  const runs = (row: string, y: number) =>
    Array.from(row.matchAll(/1+/g), ({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`)
  path.setAttribute('d', rows.flatMap(runs).join(''))
  drawing.append(path)
  return drawing
}
