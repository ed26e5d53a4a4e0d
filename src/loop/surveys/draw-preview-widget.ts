import { customerLanguageOf, directionOf, say } from '../../languages/index.ts'
import { html, Markup } from '../../respondent/markup.ts'
import { widgetStyle } from '../../respondent/widget/style.ts'
import { partOf } from '../../stats/index.ts'
import { scaleOf } from '../../vocabulary/index.ts'
import type { SealedPreview } from './preview-survey.ts'

const ACCENT = '#0b5563'
// A page of somebody's shop, told by its lines alone.
const PAGE = `html{color-scheme:light dark}body{margin:0;background:#f3f5f6;min-height:100vh}i{display:block;height:12px;margin:18px 24px;border-radius:6px;background:#dfe5e8}i:first-of-type{height:120px}@media(prefers-color-scheme:dark){body{background:#0d1418}i{background:#1c262c}}`

/** The widget as it stands on a page once a number is chosen: its own style, its own shadow, without its script. */
export function drawPreviewWidget(preview: SealedPreview, fill: (text: string) => string): string {
  const { wording, opening, value } = preview
  const language = customerLanguageOf(preview.language)
  const t = (key: 'send' | 'optional') => say(language, `respondent.${key}`)
  const part = partOf({ opening, score: opening === 'nps' ? value : null, rating: opening === 'nps' ? null : value })
  const why =
    opening === 'free' ? t('optional') : fill(wording.followUpByScore[String(value)] ?? wording.followUp[part])
  const more = html`<label for="c">${why}</label><textarea id="c"></textarea><button class="send">${t('send')}</button>`
  const box = html`<div class="box right" role="dialog" aria-labelledby="t" lang="${language}" dir="${directionOf(language)}"><div class="top"><h2 id="t">${fill(wording.question)}</h2><button class="close" aria-label="✕">✕</button></div>${scaleOfWidget(preview)}${
    (value !== null || opening === 'free') && more
  }</div>`
  const style = new Markup(`<style>${widgetStyle(ACCENT, '#ffffff')}</style>`)
  const lines = Array.from({ length: 9 }, () => html`<i></i>`)
  return html`<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${fill(wording.question)}</title>${new Markup(`<style>${PAGE}</style>`)}<body>${lines}<echolot-ask><template shadowrootmode="open">${style}${box}</template></echolot-ask></html>`
    .text
}

function scaleOfWidget({ opening, wording, value }: SealedPreview): Markup | null {
  const scale = scaleOf(opening)
  if (!scale) return null
  const stars = opening === 'stars'
  const numbers = Array.from({ length: scale.to - scale.from + 1 }, (_, i) => scale.from + i)
  const isOn = (n: number) => value !== null && (stars ? n <= value : n === value)
  const button = (n: number) => html`<button class="${isOn(n) ? 'on' : ''}">${stars ? '★' : n}</button>`
  return html`<div><div class="${stars ? 'scale stars' : `scale of${numbers.length}`}" role="group" aria-labelledby="t">${numbers.map(button)}</div><div class="ends"><span>${wording.lowEnd}</span><span>${wording.highEnd}</span></div></div>`
}
