// Writes every chart (ordinary, empty, a single answer; three widths) into one page: npx tsx scripts/chart-gallery.ts gallery.html [language]
import { writeFileSync } from 'node:fs'
import { chartMarkup, chartStyles } from '../src/charts/index.ts'
import { figures } from '../src/languages/figures.ts'
import { languageOf, speak } from '../src/languages/index.ts'
import { CHART_SAMPLES } from '../test/contract/chart-samples.ts'

const [file = 'chart-gallery.html', wanted] = process.argv.slice(2)
const language = languageOf(wanted)
const words = { t: speak(language), f: figures(language) }

const section = ([name, kinds]: [string, (typeof CHART_SAMPLES)[string]]) => {
  const drawn = [
    ...[660, 420, 300].map(width => kinds.sample(width, words)),
    kinds.empty(300, words),
    kinds.single(300, words),
  ]
  const boxes = drawn.map(
    chart => `<div style="width:${chart.width}px">${chartMarkup(chart)}<p>${chart.text}</p></div>`,
  )
  return `<h2>${name}</h2><section>${boxes.join('')}</section>`
}

writeFileSync(
  file,
  `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Charts</title>
<style>body{font:14px/1.5 Inter,system-ui;margin:24px;color:#14212b}section{display:flex;flex-wrap:wrap;gap:32px}p{color:#57646d;font-size:12px}${chartStyles}</style>
${Object.entries(CHART_SAMPLES).map(section).join('\n')}</html>
`,
)
