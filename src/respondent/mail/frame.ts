import { type CustomerLanguage, directionOf } from '../../languages/index.ts'
import { html, Markup } from '../markup.ts'

/** Colours of mails: inline for light clients, by class where a client follows the dark theme. */
export const INK = '#14212B'
export const SOFT = '#47555F'
export const PAPER = '#F6F7F6'
// Not pure white: clients that turn colours around in the dark treat it as a gap and leave it glaring.
export const CARD = '#FEFEFD'
export const BRAND = '#0B5C73'
export const FONT = "font-family:'Segoe UI',system-ui,-apple-system,Roboto,Helvetica,Arial,sans-serif"

const DARK = {
  '.paper': 'background:#0E1519!important',
  '.card': 'background:#151E24!important;border-color:#26323A!important',
  '.ink': 'color:#E9EEF0!important',
  '.soft': 'color:#B3BEC5!important',
  '.soft a': 'color:#B3BEC5!important',
  '.box': 'background:#0E1519!important;border-color:#6CC3D8!important',
  '.score': 'color:#6CC3D8!important',
  '.bar': 'background:#6CC3D8!important',
}
const darkRules = (before: string) =>
  Object.entries(DARK)
    .map(([name, rule]) => `${before}${name}{${rule}}`)
    .join('')
/** Outlook on the web and on phones marks what it darkens itself instead of following the media query. */
const OUTLOOK_DARK = Object.keys(DARK)
  .map(name => `[data-ogsc] ${name}{${DARK[name as keyof typeof DARK]}}`)
  .join('')

// Inline styles draw the narrow phone; what needs more room, or the dark, is added where a client reads this.
const STYLE = `:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;-webkit-text-size-adjust:100%}
@media(min-width:520px){.sheet{padding:24px 8px!important}.card{padding:32px 32px 28px!important;border-radius:12px!important}}
@media(prefers-color-scheme:dark){${darkRules('')}}
${OUTLOOK_DARK}`

// Word, which draws mails in Outlook for Windows: no maximal width, no fonts it does not have, and pixels as they are meant.
const WORD_HEAD =
  '<!--[if mso]><style>body,table,td,a,p,h1,div{font-family:\'Segoe UI\',Arial,sans-serif!important}</style><xml><o:OfficeDocumentSettings xmlns:o="urn:schemas-microsoft-com:office:office"><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->'
const WORD_OPEN =
  '<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->'
const WORD_CLOSE = '<!--[if mso]></td></tr></table><![endif]-->'
const METAS =
  '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no"><meta name="x-apple-disable-message-reformatting">'

/** Long words break instead of widening the mail beyond the screen. */
const BREAKS = 'word-wrap:break-word;overflow-wrap:anywhere;word-break:break-word'

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
    html`<html lang="${mail.language}"${rtl}><head>${new Markup(METAS)}<title>${mail.title}</title><style>${new Markup(STYLE)}</style>${new Markup(WORD_HEAD)}</head>
<body class="paper" style="margin:0;padding:0;background:${PAPER}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${mail.preview}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="paper" style="background:${PAPER}"><tr><td align="center" class="paper sheet" style="padding:0">
${new Markup(WORD_OPEN)}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;table-layout:fixed"><tr><td class="card" style="background:${CARD};border:1px solid #E4E6E5;padding:24px 14px;${FONT};text-align:${start};${BREAKS}">
<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="bar" width="4" style="background:${BRAND};border-radius:2px;font-size:0">&nbsp;</td><td class="soft" style="padding-${start}:10px;${FONT};font-size:15px;font-weight:600;color:${SOFT};${BREAKS}">${mail.company}</td></tr></table>
${rows}
</td></tr><tr><td class="soft" style="padding:20px 16px 8px;${FONT};font-size:13px;line-height:1.5;color:${SOFT};text-align:${start};${BREAKS}">${foot}</td></tr></table>${new Markup(WORD_CLOSE)}
</td></tr></table></body></html>`.text
  }\n`
}

/** A paragraph of a mail; line ends stay line ends. */
export const paragraph = (text: string, style = `font-size:16px;line-height:1.5;color:${INK}`): Markup =>
  html`<p class="ink" style="margin:20px 0 0;${FONT};${style}">${text.split('\n').map((line, i) => html`${i > 0 && html`<br>`}${line}`)}</p>`
