import { html, raw } from 'hono/html'
import { type ChartWords, chartMarkup, scoreBars, trendWithBand } from '../../../charts/index.ts'
import { figures } from '../../../languages/figures.ts'
import { isWordKey, type Language, speak } from '../../../languages/index.ts'
import type { Report } from '../../../vocabulary/index.ts'
import { leftOutList, segmentsCard } from './segments.ts'
import { REPORT_STYLE } from './style.ts'

/** A report as one page that needs nothing else: no script, no request, charts as drawings. */
export function htmlReport(report: Report, language: Language, now: Date): string {
  const words: ChartWords = { t: speak(language), f: figures(language) }
  const { t, f } = words
  const { interval } = report
  const headline = t('report.headline', {
    nps: f.number(report.nps),
    n: f.count(report.n),
    lower: f.number(interval.lower),
    upper: f.number(interval.upper),
  })
  const footer = t('report.footer', { file: report.file.name, date: f.date(now) })
  return String(html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>NPS ${f.number(report.nps)} – ${report.file.name}</title><style>${raw(REPORT_STYLE)}</style></head><body><main>
<header><p class="small">${report.file.name}</p><h1>${headline}</h1>
<p class="small">${methodText(interval.method, words)}</p>${weightedLine(report, words)}</header>
${notes(report, words)}
<div class="two"><section class="card"><h2>${t('report.answersTitle')}</h2>${chart(scoreBars({ counts: report.scores }, words))}</section>
<section class="card">${readAs(report, words)}${rejected(report, words)}</section></div>
${trend(report, words)}${segmentsCard(report, words)}${leftOutList(report, words)}
<footer class="small">${footer}</footer></main></body></html>
`)
}

type Markup = ReturnType<typeof html> | string

const chart = (drawing: Parameters<typeof chartMarkup>[0]): Markup => raw(chartMarkup(drawing))

function methodText(method: string, { t }: ChartWords): string {
  const key = `report.methods.${method}`
  return t('report.method', { method: isWordKey(key) ? t(key) : method })
}

function weightedLine({ weighted, columns }: Report, { t, f }: ChartWords): Markup {
  if (!weighted) return ''
  const facts = { nps: f.number(weighted.nps), lower: f.number(weighted.lower), upper: f.number(weighted.upper) }
  return html`<p>${t('report.weighted', { ...facts, column: columns.weight ?? '', effective: f.count(weighted.nEffective) })}</p>`
}

const notes = ({ notes: all }: Report, { t }: ChartWords): Markup =>
  all.length === 0
    ? ''
    : html`<section>${all.map(({ note, facts }) => html`<p class="note">${t(`report.notes.${note}`, facts)}</p>`)}</section>`

function readAs({ file, columns }: Report, { t, f }: ChartWords): Markup {
  const kind = file.content === 'xlsx' ? 'XLSX' : `CSV, ${file.encoding}, ${JSON.stringify(file.delimiter)}`
  const roles = ['score', 'weight', 'date', 'person', 'comment'] as const
  return html`<h2>${t('report.readAs')}</h2><p class="small">${t('report.fileLine', { rows: f.count(file.rows), kind })}</p>
<dl>${roles.map(role => html`<dt>${t(`report.roles.${role}`)}</dt><dd>${columns[role] ?? t('report.none')}</dd>`)}
<dt>${t('report.roles.attributes')}</dt><dd>${t('report.attributeCount', { count: columns.attributes.length })}</dd></dl>`
}

function rejected({ rejected: all }: Report, { t, f }: ChartWords): Markup {
  if (all.length === 0) return html`<p>${t('report.rejectedNone')}</p>`
  const reasonOf = (reason: string) => {
    const key = `report.reasons.${reason}`
    return isWordKey(key) ? t(key) : reason
  }
  return html`<h2 style="margin-top:24px">${t('report.rejectedTitle')}</h2><table><thead><tr><th>${t('report.value')}</th>
<th class="number">${t('report.count')}</th><th>${t('report.why')}</th></tr></thead><tbody>${all
    .slice(0, 50)
    .map(
      ({ value, count, reason }) =>
        html`<tr><td><bdi>${value}</bdi></td><td class="number">${f.count(count)}</td><td>${reasonOf(reason)}</td></tr>`,
    )}</tbody></table>`
}

function trend({ trend: periods }: Report, words: ChartWords): Markup {
  const [first] = periods
  if (!first || periods.length < 2) return ''
  const { t } = words
  const drawing = trendWithBand(
    {
      unit: first.unit,
      periods: periods.map(p => ({
        start: p.from,
        n: p.n,
        nps: p.nps,
        level: p.level,
        lower: p.levelLower,
        upper: p.levelUpper,
      })),
    },
    words,
  )
  return html`<section class="card"><h2>${t('report.trendTitle')}</h2><p class="small">${t('report.trendIntro', {
    count: periods.length,
    unit: first.unit,
  })}</p>${chart(drawing)}</section>`
}
