// Everything the customer's page looks like: one column, the system's own typeface, targets of 52 px, both themes.
const colours = `:root{color-scheme:light dark;--ink:#14212B;--soft:#47555F;--edge:#7F8B92;--line:#DCE0DF;--brand:#0B5C73;--on:#FAFAF8;--paper:#FAFAF8;--card:#fff;--note:#E6F0F2;--bad:#A8341F;--wash:#F8E7E3}
@media(prefers-color-scheme:dark){:root{--ink:#E9EEF0;--soft:#B3BEC5;--edge:#7A8A93;--line:#26323A;--brand:#6CC3D8;--on:#0A1519;--paper:#0E1519;--card:#151E24;--note:#143039;--bad:#EE8A74;--wash:#3A1D18}}`

const letter = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
h2{font-size:20px;line-height:1.3;margin:0 0 16px;font-weight:640}
.list+h2,p+h2{margin-top:28px}
main{max-width:600px;margin:0 auto;padding:28px 20px 40px}
.from{display:flex;align-items:center;gap:10px;font-weight:650;color:var(--soft);font-size:15px;margin:0 0 40px}
.from::before{content:"";width:4px;height:18px;border-radius:2px;background:var(--brand)}
h1{font-size:25px;line-height:1.28;letter-spacing:-.015em;margin:0 0 26px;font-weight:640;text-wrap:balance}
p{margin:0 0 16px}
a{color:inherit;text-underline-offset:3px}
fieldset{border:0;margin:0;padding:0;min-width:0}
legend{padding:0}
.soft{color:var(--soft)}
.note,.wrong{border-inline-start:4px solid var(--brand);background:var(--note);padding:12px 16px;border-radius:6px;margin:0 0 24px}
.wrong{border-color:var(--bad);background:var(--wash)}`

const scale = `.ends{color:var(--soft);font-size:15px;margin:0 2px 8px}
.ends.hi{text-align:end;margin:8px 2px 0}
.scale{display:grid;grid-template-columns:repeat(6,1fr);gap:8px}
.scale label{position:relative}
.scale label:nth-child(7){grid-column-start:2}
.scale input{position:absolute;inset:0;opacity:0;margin:0;width:100%;height:100%;cursor:pointer}
.scale span{display:grid;place-items:center;min-height:52px;border:1.5px solid var(--edge);border-radius:12px;background:var(--card);font-weight:600;font-size:18px;font-variant-numeric:tabular-nums}
.scale input:hover+span{border-color:var(--brand);box-shadow:inset 0 0 0 1px var(--brand)}
.scale input:checked+span{background:var(--brand);border-color:var(--brand);color:var(--on)}
.scale input:focus-visible+span,:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
.of5{grid-template-columns:repeat(5,1fr)}
.of7{grid-template-columns:repeat(7,1fr);gap:6px}
.of7 label:nth-child(7){grid-column-start:auto}
.stars path{fill:none;stroke:var(--edge);stroke-width:1.6}
.stars label:has(:checked) path,.stars label:has(~label :checked) path{fill:var(--brand);stroke:var(--brand)}
.stars input:checked+span{background:var(--card);color:inherit}
.stars i{position:absolute;overflow:hidden;clip-path:inset(50%);width:1px;height:1px}
@media(min-width:560px){.of11{grid-template-columns:repeat(11,1fr);gap:6px}.of11 label:nth-child(7){grid-column-start:auto}}
@media(forced-colors:active){.scale input:checked+span{outline:4px solid Highlight;outline-offset:-4px}}`

const forms = `textarea{display:block;width:100%;min-height:128px;border:1.5px solid var(--edge);border-radius:12px;background:var(--card);color:inherit;font:inherit;padding:12px 14px;resize:vertical}
select{width:100%;min-height:52px;border:1.5px solid var(--edge);border-radius:12px;background:var(--card);color:inherit;font:inherit;padding:0 12px}
label h1,label h2{margin:0 0 6px}
.ask+.ask{margin-top:44px}
.hint{margin:-14px 0 14px;font-size:15px}
label+.hint{margin:0 0 10px}
label+textarea{margin-top:16px}
.reasons{margin-top:28px}
.ask .reasons{margin-top:0}
.reasons legend{font-weight:600;margin-bottom:8px}
.reasons label{display:flex;gap:12px;align-items:center;min-height:48px;padding:6px 0;border-top:1px solid var(--line);cursor:pointer}
.reasons input{flex:none;width:22px;height:22px;margin:0;accent-color:var(--brand)}
.send{width:100%;min-height:54px;padding:10px 16px;margin-top:24px;border:0;border-radius:12px;background:var(--brand);color:var(--on);font:600 17px system-ui,sans-serif;cursor:pointer}
.send:hover{filter:brightness(1.08)}
.some{display:none}
form:has(:checked) .some{display:inline}
form:has(:checked) .none{display:none}
.skip{display:grid;place-items:center;min-height:48px;margin-top:8px}
footer{margin-top:36px;color:var(--soft);font-size:14px}
footer a,.tongues button,.list a{display:inline-block;padding:12px 0;margin-inline-end:18px}
.tongues{margin-top:4px;border-top:1px solid var(--line);padding-top:4px}
.tongues button{border:0;background:none;color:inherit;font:inherit;text-decoration:underline;text-underline-offset:3px;cursor:pointer;min-height:44px}
.tongues b{display:inline-block;padding:12px 0;margin-inline-end:18px;color:var(--ink)}
.next{display:grid;place-items:center;text-align:center;min-height:54px;padding:8px 20px;border-radius:12px;background:var(--brand);color:var(--on);font-weight:600;text-decoration:none;margin:8px 0 20px}
.plain{border:1.5px solid var(--edge);background:none;color:inherit}
dl{margin:0 0 28px}
dt{color:var(--soft);font-size:15px}
dd{margin:0 0 12px;overflow-wrap:anywhere}
dd ul,.list{margin:0;padding:0;list-style:none}
.list li{padding:8px 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
.trap{position:absolute;inset-inline-start:-9999px}`

// The button says which number it sends, without script: the checked radio writes its number into it.
const numbers = Array.from({ length: 11 }, (_, n) => `form:has([value="${n}"]:checked) .n::before{content:"${n}"}`)

/** The one stylesheet, without line breaks. */
export const STYLE = [colours, letter, scale, forms, ...numbers].join('').replaceAll('\n', '')

/**
 * The one script: notes that a person touched the page, and takes the token out of the history; each entry of the
 * history remembers its own page, so that "back" leads there. The page works without it, and does not wait for it.
 */
export const SCRIPT = `setTimeout(function(d){var f=d.forms[0],s=f&&f.seen;if(s){s.value="script";["pointerdown","keydown","click","change"].forEach(function(e){addEventListener(e,function(v){if(v.isTrusted)s.value="touch"},true)})}try{var l=location,h=history,p=l.pathname.split("/"),a=d.querySelector("main").dataset.at;if(p[1]=="r")if(p[2]){sessionStorage.answer=a=a||l.pathname+l.search;h.replaceState(a,"","/r/")}else if(a=h.state||sessionStorage.answer)l.replace(a)}catch(e){}},0,document)`
