import { createHash } from 'node:crypto'
import { html, Markup } from '../markup.ts'
import type { KioskConfig } from './config.ts'

// Large enough for a finger at arm's length: targets of at least 72 px.
const STYLE =
  `:root{color-scheme:light dark;--ink:#14212b;--soft:#47555f;--edge:#7f8b92;--brand:#0b5c73;--on:#fafaf8;--paper:#fafaf8;--card:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e9eef0;--soft:#b3bec5;--edge:#7a8a93;--brand:#6cc3d8;--on:#0a1519;--paper:#0e1519;--card:#151e24}}
*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{display:flex;flex-direction:column;background:var(--paper);color:var(--ink);font:22px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overscroll-behavior:none;-webkit-user-select:none;user-select:none}
header{width:100%;max-width:1280px;margin:0 auto;padding:32px 5vw 0;font-weight:650;color:var(--soft)}
main{flex:1;display:flex;flex-direction:column;justify-content:center;gap:4vh;padding:24px 5vw;max-width:1280px;width:100%;margin:0 auto}
h1{margin:0;font-size:clamp(28px,4.4vw,52px);line-height:1.2;letter-spacing:-.015em;text-wrap:balance;outline:0}
button{min-height:72px;min-width:72px;border:2px solid var(--edge);border-radius:18px;background:var(--card);color:inherit;font:600 28px system-ui,sans-serif;padding:0 12px;cursor:pointer;touch-action:manipulation}
button:active{background:var(--brand);color:var(--on)}
:focus-visible{outline:4px solid var(--brand);outline-offset:3px}
h1:focus-visible{outline:0}
.scale{display:grid;gap:12px;grid-template-columns:repeat(auto-fit,minmax(72px,1fr))}
.of11{grid-template-columns:repeat(11,1fr)}
.scale button{aspect-ratio:1;max-height:150px;width:100%;font-size:clamp(28px,3vw,44px)}
.stars button{aspect-ratio:auto;min-height:110px;color:var(--brand);font-size:clamp(18px,2.2vw,30px)}
@media(max-width:1000px){.of11{grid-template-columns:repeat(6,1fr)}.of11 button:nth-child(7){grid-column-start:2}}
@media(max-width:560px){.of11{grid-template-columns:repeat(4,1fr)}.of11 button:nth-child(7){grid-column-start:auto}.stars{grid-template-columns:1fr}.stars button{min-height:76px}}
.ends{display:flex;justify-content:space-between;gap:24px;margin-top:12px;color:var(--soft)}
.ends span:last-child{text-align:end}
textarea{width:100%;min-height:180px;border:2px solid var(--edge);border-radius:18px;background:var(--card);color:inherit;font:inherit;padding:18px;resize:none;user-select:text;-webkit-user-select:text}
.row{display:flex;flex-wrap:wrap;gap:16px;margin-top:16px}
.row button{flex:1}
.list{display:grid;gap:12px;grid-template-columns:repeat(auto-fit,minmax(min(100%,340px),1fr))}
.list button{padding:12px 20px;font-size:24px;text-align:start}
fieldset{display:grid;gap:12px;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));min-width:0;margin:0;padding:0;border:0}
::placeholder{color:var(--soft);opacity:1}
textarea+fieldset{margin-top:24px}
legend{padding:0;margin-bottom:12px;color:var(--soft)}
label{display:flex;align-items:center;gap:16px;min-height:72px;padding:12px 20px;border:2px solid var(--edge);border-radius:18px;background:var(--card);font-weight:600;cursor:pointer;touch-action:manipulation}
label:has(:checked){border-color:var(--brand);box-shadow:inset 0 0 0 2px var(--brand)}
input{flex:none;width:28px;height:28px;margin:0;accent-color:var(--brand)}
.words p{margin:16px 0 0;color:var(--soft)}
.words p:empty{margin:0}
.way{display:flex;flex-wrap:wrap;align-items:center;gap:24px 40px;margin:0}
.way svg{flex:none;width:min(320px,70vw);border-radius:18px;background:#fff}
.way figcaption{flex:1 1 300px}
.way strong{font-size:clamp(24px,2.6vw,34px);line-height:1.25}
.way p{margin:8px 0 0;color:var(--soft);overflow-wrap:anywhere}
.close{padding:0 40px}
.send{background:var(--brand);color:var(--on);border-color:var(--brand)}
.tongues{display:flex;flex-wrap:wrap;gap:12px}
.tongues button{font-size:20px;padding:0 20px}
.tongues [aria-pressed=true]{border-color:var(--brand);box-shadow:inset 0 0 0 2px var(--brand)}
footer{width:100%;max-width:1280px;min-height:56px;margin:0 auto;padding:12px 5vw;color:var(--soft);font-size:16px}
footer p{margin:0}`.replaceAll('\n', '')

const hash = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`

/** What a kiosk's page may do: its own style, script and worker, and sending to us. */
export const KIOSK_POLICY = `default-src 'none'; style-src ${hash}; script-src 'self'; worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** The page of a kiosk: everything it needs to go on without a network. */
export function kioskPage(config: KioskConfig, title: string): string {
  // "<" is the only sign that could end the element.
  const carried = new Markup(JSON.stringify(config).replaceAll('<', '\\u003c'))
  const style = new Markup(`<style>${STYLE}</style>`)
  return html`<!doctype html><html lang="${config.first}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title>${style}<header>${config.company}</header><main></main><footer><p role="status"></p></footer><script type="application/json" id="config">${carried}</script><script src="/k/kiosk.js"></script></html>`
    .text
}
