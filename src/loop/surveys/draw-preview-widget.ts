import { customerLanguageOf } from '../../languages/index.ts'
import { html, Markup } from '../../respondent/markup.ts'
import { askScale, PLACES } from '../../respondent/widget/ask-scale.ts'
import { askTexts } from '../../respondent/widget/ask-words.ts'
import { stillWidget } from '../../respondent/widget/still.ts'
import type { SealedPreview } from './preview-survey.ts'

const LOOK = { place: PLACES.right, accent: '#0b5563', onAccent: '#ffffff' } as const
// A page of somebody's shop, told by its lines alone.
const PAGE = `html{color-scheme:light dark}body{margin:0;background:#f3f5f6;min-height:100vh}i{display:block;height:12px;margin:18px 24px;border-radius:6px;background:#dfe5e8}i:first-of-type{height:120px}@media(prefers-color-scheme:dark){body{background:#0d1418}i{background:#1c262c}}`

/** The widget as it stands on a page once a number is chosen. */
export function drawPreviewWidget(preview: SealedPreview, fill: (text: string) => string): string {
  const { wording, opening, value, questions } = preview
  const language = customerLanguageOf(preview.language)
  const texts = askTexts(wording, { opening, language, fill })
  const widget = stillWidget({ ...LOOK, ...askScale(opening), ...texts, value, goesOn: questions.length > 0 })
  const lines = Array.from({ length: 9 }, () => html`<i></i>`)
  return html`<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${texts.question}</title>${new Markup(`<style>${PAGE}</style>`)}<body>${lines}${widget}</html>`
    .text
}
