import { html, Markup } from '../markup.ts'
import { type AskScale, type AskTexts, type AskWords, whyOf } from './config.ts'
import { widgetStyle } from './style.ts'

/** What the widget shows once a number was chosen; `goesOn` where more questions follow. */
export type StillWidget = AskScale &
  Pick<AskTexts, 'language' | 'direction' | 'question' | 'lowEnd' | 'highEnd' | 'followUp' | 'followUpByScore'> & {
    words: Pick<AskWords, 'send' | 'next' | 'close' | 'optional'>
    value: number | null
    goesOn: boolean
    position: 'right' | 'left' | 'middle'
    accent: string
    onAccent: string
  }

/** The box of `element.ts` for pages that run no script: the same elements in the same shadow. A journey holds one against the other. */
export function stillWidget(still: StillWidget): Markup {
  const { language, direction, question, words, scale, value, position } = still
  const isAsked = value !== null || scale === null
  const close = html`<button class="close" aria-label="${words.close}">✕</button>`
  const box = html`<div tabindex="-1" role="dialog" class="box ${position}" lang="${language}" dir="${direction}" aria-labelledby="t"><div class="top"><h2 id="t" tabindex="-1">${question}</h2>${close}</div>${
    scale && stillScale(still, scale)
  }<div>${isAsked && reasons(still)}</div><p role="alert"></p></div>`
  const style = new Markup(`<style>${widgetStyle(still.accent, still.onAccent)}</style>`)
  return html`<echolot-ask><template shadowrootmode="open">${style}${box}</template></echolot-ask>`
}

const reasons = (still: StillWidget): Markup =>
  html`<label for="c">${still.value === null ? still.words.optional : whyOf(still, still.value)}</label><textarea id="c" maxlength="5000"></textarea><button class="send">${still.goesOn ? still.words.next : still.words.send}</button>`

function stillScale({ opening, value, lowEnd, highEnd }: StillWidget, [from, to]: [number, number]): Markup {
  const isStars = opening === 'stars'
  const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const button = (n: number) => {
    const isOn = value !== null && (n === value || (isStars && n < value))
    const end = n === from ? lowEnd : n === to ? highEnd : ''
    return html`<button aria-label="${end ? `${n}, ${end}` : n}" aria-pressed="${String(n === value)}" class="${isOn ? 'on' : ''}">${isStars ? '★' : n}</button>`
  }
  const row = html`<div class="${isStars ? 'scale stars' : `scale of${numbers.length}`}" role="group" aria-labelledby="t">${numbers.map(button)}</div>`
  return html`<div>${row}<div class="ends"><span>${lowEnd}</span><span>${highEnd}</span></div></div>`
}
