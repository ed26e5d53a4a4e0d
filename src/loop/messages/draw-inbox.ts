import { figures } from '../../languages/figures.ts'
import { type Language, languageOf, say, type WordKey } from '../../languages/index.ts'
import { html, Markup } from '../../respondent/markup.ts'
import type { ReadMail } from './read-mail.ts'

/** Which side of a mail is shown. */
export type Shown = 'html' | 'text' | 'source'
type Row = { caught_id: number; envelope_to: string; subject: string; caught_at: Date }
type Caught = Row & ReadMail & { envelope_from: string; raw: Buffer; show: Shown }

/** The page loads nothing; the mail stands in a frame of its own without rights, but its links may open a window. */
export const INBOX_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

const STYLE = `:root{color-scheme:light dark;--ink:#14212B;--soft:#57646D;--line:#E4E6E5;--paper:#FAFAF8;--card:#fff;--accent:#0B5C73;--wash:#E6F0F2}
@media(prefers-color-scheme:dark){:root{--ink:#E9EEF0;--soft:#8D9AA3;--line:#26323A;--paper:#0E1519;--card:#151E24;--accent:#6CC3D8;--wash:#143039}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:960px;margin:0 auto;padding:24px 20px 48px}h1{font-size:26px;line-height:1.25;letter-spacing:-.01em;margin:8px 0 12px;overflow-wrap:anywhere}a{color:var(--accent)}
nav,.way{display:flex;margin:0;gap:20px;flex-wrap:wrap}.note{border-left:4px solid var(--accent);background:var(--wash);padding:10px 14px;border-radius:4px 10px 10px 4px;margin:0 0 20px}
ul{list-style:none;margin:0;padding:0;border:1px solid var(--line);border-radius:10px;background:var(--card);overflow:hidden}li+li{border-top:1px solid var(--line)}
li a{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr) auto;gap:4px 16px;padding:12px 16px;min-height:44px;text-decoration:none;color:inherit}li a:hover,li a:focus-visible{background:var(--wash)}
li span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.soft,time{color:var(--soft)}dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:2px 16px;margin:0 0 16px}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.tabs{gap:8px;margin:0 0 12px}.tabs a{padding:8px 14px;border:1px solid var(--line);border-radius:999px;text-decoration:none}.tabs a[aria-current]{background:var(--accent);border-color:var(--accent);color:var(--paper)}
iframe{width:100%;height:820px;border:1px solid var(--line);border-radius:10px;background:#fff}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px;font:13px/1.5 ui-monospace,monospace}
@media(max-width:600px){li a{grid-template-columns:1fr auto}li a .subject{grid-column:1/-1;order:-1}}`

const words =
  (language: Language) =>
  (
    key:
      | 'title'
      | 'empty'
      | 'emptyText'
      | 'note'
      | 'noteServer'
      | Shown
      | 'headers'
      | 'to'
      | 'from'
      | 'when'
      | 'back'
      | 'product'
      | 'newer'
      | 'older'
      | 'noHtml'
      | 'signIn',
  ) =>
    say(language, `messages.inbox.${key}` as WordKey)

const sheet = (language: Language, title: string, body: Markup): string =>
  html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${new Markup(STYLE)}</style></head><body><main>${body}</main></body></html>`
    .text

const timeOf = (language: Language, at: Date): Markup =>
  html`<time datetime="${at.toISOString()}">${figures(language).moment(at)}</time>`

/** The list of caught mails, newest first. */
export function drawInbox(
  language: Language,
  page: { rows: Row[]; next: number | null; newer: boolean; caught: boolean },
): string {
  const t = words(language)
  const item = (row: Row) =>
    html`<li><a href="/mail/${row.caught_id}"><span>${row.envelope_to}</span><span class="subject">${row.subject}</span>${timeOf(language, row.caught_at)}</a></li>`
  const list =
    page.rows.length > 0
      ? html`<ul>${page.rows.map(item)}</ul>`
      : html`<h2>${t('empty')}</h2><p class="soft">${t('emptyText')}</p>`
  return sheet(
    language,
    t('title'),
    html`<p class="way"><a href="/">${t('product')}</a></p><h1>${t('title')}</h1><p class="note">${t(page.caught ? 'note' : 'noteServer')}</p>${list}<nav>${
      page.newer && html`<a href="/mail">${t('newer')}</a>`
    }${page.next !== null && html`<a href="/mail?before=${page.next}">${t('older')}</a>`}</nav>`,
  )
}

/** One caught mail: as its reader sees it, as text, as the wire had it. */
export function drawCaught(language: Language, mail: Caught): string {
  const t = words(language)
  const labels: Record<Shown, string> = { html: t('html'), text: t('text'), source: t('headers') }
  const tab = (show: Shown) =>
    html`<a href="/mail/${mail.caught_id}?show=${show}"${mail.show === show && html` aria-current="page"`}>${labels[show]}</a>`
  const facts = html`<dl><dt>${t('from')}</dt><dd>${mail.envelope_from}</dd><dt>${t('to')}</dt><dd>${mail.envelope_to}</dd><dt>${t('when')}</dt><dd>${timeOf(language, mail.caught_at)}</dd></dl>`
  return sheet(
    language,
    mail.subject,
    html`<p class="way"><a href="/mail">${t('back')}</a><a href="/">${t('product')}</a></p><h1>${mail.subject}</h1>${facts}<nav class="tabs">${(['html', 'text', 'source'] as const).map(tab)}</nav>${shown(mail, t('noHtml'), labels.html)}`,
  )
}

function shown(mail: Caught, noHtml: string, title: string): Markup {
  if (mail.show === 'source') return html`<pre>${mail.raw.toString('utf8')}</pre>`
  if (mail.show === 'text') return html`<pre>${mail.text}</pre>`
  if (mail.html === null) return html`<p class="soft">${noHtml}</p>`
  const frame = mail.html.replace('<head>', '<head><base target="_blank">')
  return html`<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" title="${title}" srcdoc="${frame}"></iframe>`
}

/** For those who are not signed in. */
export function drawStranger(accepted: string | undefined): string {
  const language = languageOf(accepted)
  const t = words(language)
  return sheet(
    language,
    t('title'),
    html`<h1>${t('title')}</h1><p>${t('signIn')}</p><nav><a href="/">${t('product')}</a></nav>`,
  )
}
