import { createElement, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { type Chart, type ChartWords, drawingOf, type Piece } from '../../charts/index.ts'
import { useWords } from './words.tsx'

/** A chart drawn at the width it really has, so that its letters never shrink; below it, on demand, the same figures as a table. */
export function Drawing({
  chart,
  table = true,
}: {
  chart: (width: number, words: ChartWords) => Chart
  table?: boolean
}) {
  const words = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (!frame.current) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)))
    setWidth(Math.round(frame.current.clientWidth))
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [])
  const drawn = width > 0 ? chart(width, words) : null
  return (
    <figure className="figure">
      <div ref={frame} className="drawing">
        {drawn && toElement(drawingOf(drawn), 'svg')}
      </div>
      {drawn && table && <FigureTable chart={drawn} />}
    </figure>
  )
}

function FigureTable({ chart }: { chart: Chart }) {
  const { t } = useWords()
  return (
    <details className="figures">
      <summary>{t('charts.asTable')}</summary>
      <table className="table">
        <thead>
          <tr>
            {chart.table.head.map(title => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chart.table.rows.map(row => (
            <tr key={row.join('|')}>
              {row.map((cell, at) => (
                <td key={chart.table.head[at]} className="num">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

const SPECIAL: Record<string, string> = { class: 'className', tabindex: 'tabIndex' }

const propOf = (name: string): string =>
  SPECIAL[name] ??
  (/^(aria|data)-/.test(name) ? name : name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()))

/** The tree of a drawing as React elements. */
function toElement(piece: Piece, key: string): ReactNode {
  const props = Object.fromEntries(Object.entries(piece.attrs).map(([name, value]) => [propOf(name), value]))
  const children = piece.children.map((child, at) => (typeof child === 'string' ? child : toElement(child, `${at}`)))
  return createElement(piece.tag, { ...props, key }, ...children)
}
