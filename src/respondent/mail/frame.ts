import { type CustomerLanguage, directionOf } from '../../languages/index.ts'
import { html, Markup } from '../markup.ts'

/** Colours of mails: inline for light clients, by class where a client follows the dark theme. */
export const INK = '#14212B'
export const SOFT = '#47555F'
export const PAPER = '#FAFAF8'
export const CARD = '#FFFFFF'
export const BRAND = '#0B5C73'
export const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

const STYLE = `:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;-webkit-text-size-adjust:100%}
@media(prefers-color-scheme:dark){.paper{background:#0E1519!important}.card{background:#151E24!important;border-color:#26323A!important}.ink{color:#E9EEF0!important}.soft,.soft a{color:#B3BEC5!important}.score{background:#0E1519!important;border-color:#6CC3D8!important;color:#6CC3D8!important}.bar{background:#6CC3D8!important}}
@media(max-width:480px){.card{padding:20px 14px!important}.paper{padding:0!important}}`

/** The sheet of every mail: one table of at most 600 px, no image, nothing loaded from elsewhere. */
export function mailFrame(
  mail: { language: CustomerLanguage; company: string; title: string; preview: string },
  rows: Markup,
  foot: Markup,
): string {
  const isRtl = directionOf(mail.language) === 'rtl'
  const rtl = isRtl && html` dir="rtl"`
  const start = isRtl ? 'right' : 'left'
  return `<!doctype html>${
    html`<html lang="${mail.language}"${rtl}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${mail.title}</title><style>${new Markup(STYLE)}</style></head>
<body class="paper" style="margin:0;padding:0;background:${PAPER}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${mail.preview}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="paper" style="background:${PAPER}"><tr><td align="center" class="paper" style="padding:24px 8px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px"><tr><td class="card" style="background:${CARD};border:1px solid #E4E6E5;border-radius:12px;padding:32px 32px 28px;${FONT};text-align:${start}">
<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="bar" width="4" style="background:${BRAND};border-radius:2px;font-size:0">&nbsp;</td><td class="soft" style="padding-${start}:10px;${FONT};font-size:15px;font-weight:600;color:${SOFT}">${mail.company}</td></tr></table>
${rows}
</td></tr><tr><td class="soft" style="padding:20px 16px 8px;${FONT};font-size:13px;line-height:1.5;color:${SOFT};text-align:${start}">${foot}</td></tr></table>
</td></tr></table></body></html>`.text
  }\n`
}

/** A paragraph of a mail; line ends stay line ends. */
export const paragraph = (text: string, style = `font-size:16px;line-height:1.5;color:${INK}`): Markup =>
  html`<p class="ink" style="margin:20px 0 0;${FONT};${style}">${text.split('\n').map((line, i) => html`${i > 0 && html`<br>`}${line}`)}</p>`
