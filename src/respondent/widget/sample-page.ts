import { createHash } from 'node:crypto'
import { type Language, say } from '../../languages/index.ts'
import { html, Markup } from '../markup.ts'

const STYLE =
  ':root{color-scheme:light dark}body{margin:0;padding:28px;font:16px/1.5 system-ui,sans-serif;background:#f4f5f4;color:#47555f}h1{font-size:22px;color:#14212b}i{display:block;height:10px;border-radius:5px;background:#8883;margin:12px 0}i:nth-child(odd){width:72%}@media(prefers-color-scheme:dark){body{background:#0e1519;color:#b3bec5}h1{color:#e9eef0}}'

const hash = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`

/** What the sample page may do: load the widget, nothing else; only our own pages may frame it. */
export const SAMPLE_POLICY = `default-src 'none'; style-src ${hash}; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-scripts`

/** A page that stands for the customer's own, with the widget on it as a preview. */
export function samplePage({ key, shown, language }: { key: string; shown: string; language: Language }): string {
  const t = (part: 'title' | 'text') => say(language, `links.sample.${part}`)
  const style = new Markup(`<style>${STYLE}</style>`)
  const lines = Array.from({ length: 14 }, () => html`<i></i>`)
  const query = `preview=1&language=${encodeURIComponent(shown)}`
  return html`<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${t('title')}</title>${style}<main><h1>${t('title')}</h1><p>${t('text')}</p>${lines}</main><script src="/w/${key}.js?${query}" async></script></html>`
    .text
}
