import { html, Markup } from '../markup.ts'
import { type AskScale, type AskTexts, PASSIVE, partAt, type WidgetLook, whyOf } from './config.ts'
import { widgetStyle } from './style.ts'

/** What the widget shows once a number was chosen; `goesOn` where more questions follow. */
export type StillWidget = AskScale &
  WidgetLook &
  Omit<AskTexts, 'questions'> & { value: number | null; goesOn: boolean }

/** The box of `element.ts` for pages that run no script: the same elements in the same shadow. A journey holds one against the other. */
export function stillWidget(still: StillWidget): Markup {
  const { language, direction, question, words, scale, value } = still
  const isAsked = value !== null || scale === null
  const close = html`<button class="close" aria-label="${words.close}">✕</button>`
  const box = html`<div tabindex="-1" role="dialog" class="box" lang="${language}" dir="${direction}" aria-labelledby="t"><div class="top"><h2 id="t" tabindex="-1">${question}</h2>${close}</div>${
    scale && stillScale(still, scale)
  }<div>${isAsked && why(still)}</div><p role="alert"></p></div>`
  const style = new Markup(`<style>${widgetStyle(still)}</style>`)
  return html`<echolot-ask><template shadowrootmode="open">${style}${box}</template></echolot-ask>`
}

function why(still: StillWidget): Markup {
  const { value, words, reasons, goesOn, nextStep } = still
  const part = partAt(still, value ?? 0)
  const step = value === null ? null : nextStep[part]
  const one = ([code, text]: [string, string]) =>
    html`<label><input type="radio" name="o" value="${code}">${text}</label>`
  return html`<label for="c">${value === null ? words.optional : whyOf(still, value)}</label><textarea id="c" maxlength="5000"></textarea>${
    part === PASSIVE &&
    reasons &&
    html`<fieldset><legend>${reasons.text}</legend>${reasons.options.map(one)}</fieldset>`
  }<button class="send">${goesOn ? words.next : words.send}</button>${
    step && html`<a class="" href="${step.address}" target="_blank" rel="noopener">${step.label}</a>`
  }`
}

function stillScale({ opening, value, lowEnd, highEnd }: StillWidget, [from, to]: [number, number]): Markup {
  const isStars = opening === 'stars'
  const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const button = (n: number) => {
    const isOn = value !== null && (n === value || (isStars && n < value))
    return html`<button aria-label="${n}" aria-pressed="${String(n === value)}" class="${isOn ? 'on' : ''}">${isStars ? '★' : n}</button>`
  }
  const row = html`<div class="${isStars ? 'scale stars' : `scale of${numbers.length}`}" role="group" aria-labelledby="t" aria-describedby="e">${numbers.map(button)}</div>`
  return html`<div>${row}<div class="ends" id="e"><span>${lowEnd}</span><span>${highEnd}</span></div></div>`
}
