import { html, raw } from 'hono/html'
import { type ChartWords, chartMarkup, type ForestRow, segmentForest } from '../../../charts/index.ts'
import type { Report, ReportSegment } from '../../../vocabulary/index.ts'

const DRAWN = 12

type Markup = ReturnType<typeof html> | string

/** The segments that differ most surely as a drawing, all of them as a table. */
export function segmentsCard({ segments, nps, interval, n }: Report, words: ChartWords): Markup {
  const { t, f } = words
  const tested = segments.filter(segment => segment.verdict !== 'unknown')
  if (tested.length === 0)
    return html`<section class="card"><h2>${t('report.segmentsTitle')}</h2><p>${t('report.segmentsNone')}</p></section>`
  const real = tested.filter(segment => segment.verdict === 'real').length
  const whole: ForestRow = {
    label: 'NPS',
    detail: t('report.n', { n: f.count(n) }),
    nps,
    ...interval,
    verdict: 'unknown',
    whole: true,
  }
  const drawn = [whole, ...tested.slice(0, DRAWN).map(segment => forestRow(segment, words))]
  return html`<section class="card"><h2>${t('report.segmentsTitle')}</h2>
<p>${t('report.segmentsIntro', { real, tested: f.count(tested.length) })}</p>
${raw(chartMarkup(segmentForest({ rows: drawn, width: 760 }, words)))}
<details><summary>${t('report.showAll', { count: f.count(tested.length) })}</summary>${segmentTable(tested, words)}</details></section>`
}

/** A segment as a row of the forest. */
export const forestRow = (segment: ReportSegment, { t, f }: ChartWords): ForestRow => ({
  label: `${segment.attribute}: ${segment.value}`,
  detail: t('report.n', { n: f.count(segment.n) }),
  nps: segment.nps ?? 0,
  lower: segment.lower ?? 0,
  upper: segment.upper ?? 0,
  verdict: segment.verdict,
})

function segmentTable(segments: ReportSegment[], { t, f }: ChartWords): Markup {
  return html`<table><thead><tr><th>${t('report.segment')}</th><th class="number">n</th><th class="number">${t('report.nps')}</th>
<th class="number">${t('report.lower')}</th><th class="number">${t('report.upper')}</th><th>${t('report.verdict')}</th></tr></thead><tbody>${segments.map(
    segment => html`<tr><td><bdi>${segment.attribute}</bdi>: <bdi>${segment.value}</bdi></td><td class="number">${f.count(segment.n)}</td>
<td class="number">${f.signed(segment.nps ?? 0, 1)}</td><td class="number">${f.signed(segment.lower ?? 0, 1)}</td>
<td class="number">${f.signed(segment.upper ?? 0, 1)}</td><td>${verdict(segment, t)}</td></tr>`,
  )}</tbody></table>`
}

function verdict({ direction, verdict: said }: ReportSegment, t: ChartWords['t']): Markup {
  if (said === 'real' && direction)
    return html`<span class="verdict real">◆ ${t(`report.verdicts.${direction}`)}</span>`
  return html`<span class="verdict">${t(`report.verdicts.${said === 'unknown' ? 'unknown' : 'noise'}`)}</span>`
}

/** Which columns are no segments, and why. */
export const leftOutList = ({ leftOut }: Report, { t }: ChartWords): Markup =>
  leftOut.length === 0
    ? ''
    : html`<section class="card"><h2>${t('report.leftOutTitle')}</h2><dl>${leftOut.map(
        ({ column, reason }) => html`<dt><bdi>${column}</bdi></dt><dd>${t(`report.leftOut.${reason}`)}</dd>`,
      )}</dl></section>`
