import { axis } from './axis.ts'
import { type Chart, type ChartWords, ink, svg } from './draw.ts'

export type SparklineInput = { values: (number | null)[]; width?: number; height?: number }

/** A trend as small as a word; null leaves a gap. */
export function sparkline({ values, width = 96, height = 24 }: SparklineInput, { t, f }: ChartWords): Chart {
  const known = values.filter(value => value !== null)
  const scale = axis(known, [height - 3, 3], { least: 10 })
  const x = (at: number) => (values.length > 1 ? 3 + (at * (width - 6)) / (values.length - 1) : width / 2)
  const steps = values.map((value, at) => {
    if (value === null) return ''
    const starts = at === 0 || values[at - 1] === null
    return `${starts ? 'M' : 'L'}${x(at).toFixed(1)} ${scale.at(value).toFixed(1)}`
  })
  const last = values.findLastIndex(value => value !== null)
  const end = values[last] ?? null
  return {
    width,
    height,
    title: t('charts.trendTitle'),
    text: known.length ? known.map(value => f.number(value, 0)).join(', ') : t('charts.noAnswers'),
    pieces: [
      svg('path', {
        d: steps.join('') || 'M0 0',
        fill: 'none',
        stroke: ink('accent'),
        'stroke-width': 1.6,
        'stroke-linejoin': 'round',
      }),
      ...(end === null ? [] : [svg('circle', { cx: x(last), cy: scale.at(end), r: 2.4, fill: ink('accent') })]),
    ],
    table: { head: [t('charts.nps')], rows: known.map(value => [f.number(value, 1)]) },
  }
}
