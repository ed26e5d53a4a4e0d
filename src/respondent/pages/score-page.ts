import { say } from '../../languages/index.ts'
import { html, type Markup } from '../markup.ts'
import { type Frame, foot, letter, tongues } from './letter.ts'

/** The first page: the question, eleven numbers, one button. */
export type ScorePage = Frame & {
  question: string
  lowEnd: string
  highEnd: string
  /** The number that stands selected: clicked in the mail, chosen before, or none. */
  score: number | null
  nonce: string
  /** Text that came along and must not be lost. */
  comment?: string | null
  /** A sentence above the question: what is stored already, or what to do. */
  note?: { text: string; wrong: boolean } | null
  /** Words of the link to the second page, where an answer stands already. */
  addComment?: string | null
  /** The foot's first line; absent means "nothing is stored yet". */
  promise?: string
}

/** The page that asks for the score. */
export function scorePage(page: ScorePage): string {
  const { language } = page
  const t = (key: 'title' | 'send' | 'notStored', values = {}) => say(language, `respondent.${key}`, values)
  const body = html`${notice(page)}${page.addComment && html`<p><a href="${page.address}/comment?language=${language}">${page.addComment}</a></p>`}<form method="post" action="${page.address}"><input type="hidden" name="nonce" value="${page.nonce}"><input type="hidden" name="language" value="${language}"><input type="hidden" name="seen" value="no">${
    page.comment && html`<input type="hidden" name="comment" value="${page.comment}">`
  }<fieldset role="radiogroup" aria-labelledby="q" aria-describedby="lo hi"><legend><h1 id="q">${page.question}</h1></legend>${scale(page)}</fieldset>${sendButton(page)}${foot(
    page,
    page.promise ?? t('notStored'),
  )}${tongues(page)}</form><a class="trap" href="${page.address}/h" tabindex="-1" aria-hidden="true" rel="nofollow">.</a>`
  return letter(page, t('title', { company: page.company }), body)
}

function notice({ note }: ScorePage): Markup | null {
  if (!note) return null
  return html`<p class="${note.wrong ? 'wrong' : 'note'}" role="${note.wrong ? 'alert' : 'status'}">${note.text}</p>`
}

function scale({ language, lowEnd, highEnd, score }: ScorePage): Markup {
  const number = (n: number) =>
    html`<label><input type="radio" name="score" value="${n}" required${score === n && html` checked`}><span>${n}</span></label>`
  return html`<div class="ends" id="lo">${ending(language, 'lowest', lowEnd)}</div><div class="scale">${Array.from({ length: 11 }, (_, n) => number(n))}</div><div class="ends hi" id="hi">${ending(language, 'highest', highEnd)}</div>`
}

/** "0 = very unlikely"; a wording that names its number already is left as it is. */
const ending = (language: Frame['language'], end: 'lowest' | 'highest', text: string): string =>
  /^\d/.test(text) ? text : say(language, `respondent.${end}`, { text })

function sendButton({ language }: ScorePage): Markup {
  const mark = '\u0001'
  const [before, after] = say(language, 'respondent.sendScore', { score: mark }).split(mark)
  return html`<button class="send"><span class="none">${say(language, 'respondent.send')}</span><span class="some">${before}<span class="n"></span>${after}</span></button>`
}
