import type { WidgetLook } from './config.ts'

/** The look of the widget: system letters, one accent, both themes, still where motion is unwanted. */
export const widgetStyle = ({ accent, onAccent, place }: WidgetLook): string => `
:host{all:initial}
*{box-sizing:border-box}
.box{position:fixed;bottom:20px;${place};z-index:2147483000;width:min(420px,calc(100vw - 24px));max-height:calc(100dvh - 40px);overflow:auto;padding:20px;border-radius:16px;background:#fff;color:#14212b;font:16px/1.45 system-ui,sans-serif;box-shadow:0 8px 40px #0003;outline:0}
@media(max-width:480px){.box{left:12px;right:12px;bottom:12px;transform:none}}
@media(prefers-color-scheme:dark){.box{color-scheme:dark;background:#151e24;color:#e9eef0}.stars .on{filter:brightness(2)}}
@media(prefers-reduced-motion:no-preference){.box{animation:up .18s ease-out}@keyframes up{from{opacity:0}}}
.top{display:flex;gap:12px;align-items:start}
h2{flex:1;margin:0 0 14px;font:600 17px/1.35 system-ui,sans-serif;overflow-wrap:anywhere;outline:0}
a,button,textarea{color:inherit;border-radius:10px;border:1.5px solid #7f8b92;background:none}
a,button{font:600 15px system-ui,sans-serif;cursor:pointer;min-height:44px;padding:0;touch-action:manipulation}
a{display:grid;place-items:center;margin-top:12px;text-decoration:none}
:not([tabindex]):focus-visible{outline:3px solid ${accent};outline-offset:2px}
.close{flex:none;width:44px;margin-block:-10px 0;margin-inline:0 -10px;border:0;font-size:20px}
.scale{display:grid;grid-template-columns:repeat(auto-fit,minmax(40px,1fr));gap:6px}
.of11{grid-template-columns:repeat(6,1fr)}
.of11 button:nth-child(7){grid-column-start:2}
.scale button:hover{border-color:${accent}}
.stars button{border:0;font-size:30px;line-height:1;color:#7f8b92}
.on,.send{background:${accent};color:${onAccent};border-color:currentcolor}
.stars .on{color:${accent};background:none}
.ends{display:flex;justify-content:space-between;gap:16px;margin:6px 2px 0;opacity:.8;font-size:14px}
.ends *+*{text-align:end}
fieldset{border:0;margin:12px 0 0;padding:0}
label,legend{display:block;margin:16px 0 6px;padding:0;font-weight:600}
fieldset label{display:flex;gap:10px;align-items:center;min-height:40px;margin:0;padding:4px 0;font-weight:400;line-height:1.3}
input{flex:none;width:20px;height:20px;margin:0;accent-color:${accent}}
textarea{width:100%;min-height:84px;padding:10px;font:inherit;resize:vertical}
.send{width:100%;margin-top:12px}
.row{display:flex;gap:10px}
.row *{flex:1;margin-top:12px}
.list{display:grid;gap:8px}
.list button{padding:8px 12px;text-align:start}
p{margin:10px 0 0}
@media(forced-colors:active){.on{outline:3px solid Highlight}}
`
