import { chartStyles } from '../../../charts/index.ts'

/** The style of the written page: the product's paper, ink and group colours, light, dark and on paper. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--paper:#fafaf8;--card:#fff;--ink:#14212b;--ink-2:#47555f;--ink-3:#57646d;--line:#e4e6e5;--line-2:#f0f1ef;--wash:#f3f5f4;--accent:#0b5c73;--pro:#1f6fa8;--pas:#7a5c14;--pas-7:#c2a045;--pas-8:#9a7623;--det:#b8432f;--noise:#6b7882}
@media (prefers-color-scheme:dark){:root{--paper:#0e1519;--card:#151e24;--ink:#e9eef0;--ink-2:#b3bec5;--ink-3:#8d9aa3;--line:#26323a;--line-2:#1c262d;--wash:#1a242b;--accent:#6cc3d8;--pro:#6bb1e3;--pas:#d9b65a;--pas-7:#e3c877;--pas-8:#c9a040;--det:#ee8a74;--noise:#8d9aa3}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 Inter,system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1040px;margin:0 auto;padding:48px 24px;display:grid;gap:24px}
h1{font-size:26px;line-height:1.3;letter-spacing:-.01em;margin:8px 0;max-width:34em;text-wrap:balance}
h2{font-size:17px;margin:0 0 12px}
p{margin:0 0 8px;max-width:70ch}
.small{color:var(--ink-3);font-size:13px}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:24px;overflow-x:auto}
.two{display:grid;gap:24px;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr))}
table{border-collapse:collapse;width:100%;font-size:14px}
th{text-align:left;font-weight:600;color:var(--ink-2)}
th,td{padding:6px 12px 6px 0;border-bottom:1px solid var(--line-2);vertical-align:top;overflow-wrap:anywhere}
.number{text-align:right;white-space:nowrap}
.verdict{white-space:nowrap;border:1px dashed var(--noise);border-radius:6px;padding:1px 8px;font-size:13px;color:var(--ink-2)}
.real{border:1px solid var(--ink);color:var(--ink)}
dl{display:grid;grid-template-columns:auto 1fr;gap:4px 16px;margin:0}
dt{color:var(--ink-3)}dd{margin:0;overflow-wrap:anywhere}
details summary{cursor:pointer;color:var(--accent);padding:8px 0}
.note{border-left:3px solid var(--accent);padding-left:12px}
@media print{body{background:#fff}.card{break-inside:avoid}}
@media (max-width:600px){main{padding:24px 16px}.card{padding:16px}h1{font-size:22px}}
${chartStyles}`
