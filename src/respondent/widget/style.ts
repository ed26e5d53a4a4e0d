/** The look of the widget: system letters, one accent, both themes, still where motion is unwanted. */
export const widgetStyle = (accent: string, onAccent: string): string => `
:host{all:initial}
.box{--ink:#14212b;--soft:#47555f;--edge:#7f8b92;--paper:#fff;--accent:${accent};--on:${onAccent};position:fixed;bottom:20px;z-index:2147483000;box-sizing:border-box;width:min(420px,calc(100vw - 24px));max-height:calc(100vh - 40px);overflow:auto;padding:20px;border-radius:16px;background:var(--paper);color:var(--ink);font:16px/1.45 system-ui,sans-serif;box-shadow:0 8px 40px #0003;outline:0}
.right{right:20px}.left{left:20px}.middle{left:50%;transform:translateX(-50%)}
@media(max-width:480px){.box{left:12px;right:12px;bottom:12px;transform:none}}
@media(prefers-color-scheme:dark){.box{--ink:#e9eef0;--soft:#b3bec5;--edge:#7a8a93;--paper:#151e24;box-shadow:0 8px 40px #0009}}
@media(prefers-reduced-motion:no-preference){.box{animation:up .18s ease-out}@keyframes up{from{opacity:0;translate:0 12px}}}
.top{display:flex;gap:12px;align-items:start}
h2{flex:1;margin:0 0 14px;font-size:17px;font-weight:600;line-height:1.35;overflow-wrap:anywhere;outline:0}
button{font:600 15px system-ui,sans-serif;color:inherit;cursor:pointer;border-radius:10px;min-height:44px;border:1.5px solid var(--edge);background:none;padding:0;touch-action:manipulation}
button:focus-visible,textarea:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.close{flex:none;width:44px;margin:-10px -10px 0 0;border:0;font-size:20px}
[dir=rtl] .close{margin:-10px 0 0 -10px}
.scale{display:grid;grid-template-columns:repeat(auto-fit,minmax(44px,1fr));gap:6px}
.of11{grid-template-columns:repeat(6,1fr)}.of11 button:nth-child(7){grid-column-start:2}
.scale button:hover{border-color:var(--accent)}
.stars button{border:0;font-size:30px;line-height:1;color:var(--edge)}
.stars .on{color:var(--accent);background:none}
.on,.send{background:var(--accent);color:var(--on);border-color:var(--accent)}
.ends{display:flex;justify-content:space-between;gap:16px;margin:6px 2px 0;color:var(--soft);font-size:14px}
.ends span:last-child{text-align:end}
label{display:block;margin:16px 0 6px;font-weight:600}
textarea{box-sizing:border-box;width:100%;min-height:84px;padding:10px;border:1.5px solid var(--edge);border-radius:10px;background:none;color:inherit;font:inherit;resize:vertical}
.send{width:100%;margin-top:12px}
.row{display:flex;gap:10px}
.row *{flex:1;margin-top:12px}
.list{display:grid;gap:8px}
.list button{padding:8px 12px;text-align:start}
p+.list{margin-top:10px}
p{margin:10px 0 0}
@media(forced-colors:active){.on{outline:3px solid Highlight}}
`
