import { say } from '../../languages/index.ts'
import type { Opening } from '../../vocabulary/index.ts'
import { html, type Markup } from '../markup.ts'
import { type Frame, foot, letter, tongues } from './letter.ts'
import { endsOf, isScale, scaleRow } from './scale.ts'
import { wordsField } from './words-field.ts'

/** The first page: the question of any kind, and one button. */
export type OpeningPage = Frame & {
  opening: Opening
  question: string
  lowEnd: string
  highEnd: string
  /** The number that stands selected: clicked in the mail, chosen before, or none. */
  value: number | null
  nonce: string
  /** Text that came along and must not be lost; on a page for free words, what was written. */
  comment?: string | null
  /** A sentence above the question: what is stored already, or what to do. */
  note?: { text: string; wrong: boolean } | null
  /** Words of the link to the second page, where an answer stands already. */
  addComment?: string | null
  /** The foot's first line; absent means "nothing is stored yet". */
  promise?: string
  /** Where the form goes; the page's own address unless said otherwise. */
  action?: string
}

/** The field in which a form or link carries what the first question got. */
export const openingField = (opening: Opening): 'score' | 'rating' | 'comment' =>
  opening === 'nps' ? 'score' : opening === 'free' ? 'comment' : 'rating'

/** The page that asks the first question. */
export function openingPage(page: OpeningPage): string {
  const { language, address } = page
  const t = (key: 'title' | 'notStored', values = {}) => say(language, `respondent.${key}`, values)
  const body = html`${notice(page)}${page.addComment && html`<p><a href="${address}/comment?language=${language}">${page.addComment}</a></p>`}<form method="post" action="${page.action ?? address}"><input type="hidden" name="nonce" value="${page.nonce}"><input type="hidden" name="language" value="${language}"><input type="hidden" name="seen" value="no">${question(page)}${foot(
    page,
    page.promise ?? t('notStored'),
  )}${tongues(page)}</form><a class="trap" href="${address}/h" tabindex="-1" aria-hidden="true" rel="nofollow">.</a>`
  return letter(page, t('title', { company: page.company }), body)
}

function question(page: OpeningPage): Markup {
  const { language, opening, comment } = page
  if (!isScale(opening)) {
    const field = wordsField({ id: 'comment', name: 'comment', text: comment ?? '', required: true })
    return html`<label for="comment"><h1>${page.question}</h1></label>${field}<button class="send">${say(language, 'respondent.send')}</button>`
  }
  const scale = { ...page, kind: opening, field: openingField(opening), required: true }
  const ends = endsOf(scale)
  return html`${comment && html`<input type="hidden" name="comment" value="${comment}">`}<fieldset role="radiogroup" aria-labelledby="q"${
    ends && html` aria-describedby="${ends}"`
  }><legend><h1 id="q">${page.question}</h1></legend>${scaleRow(language, scale)}</fieldset>${sendButton(page)}`
}

function notice({ note }: OpeningPage): Markup | null {
  if (!note) return null
  return html`<p class="${note.wrong ? 'wrong' : 'note'}" role="${note.wrong ? 'alert' : 'status'}">${note.text}</p>`
}

function sendButton({ language }: OpeningPage): Markup {
  const mark = '\u0001'
  const [before, after] = say(language, 'respondent.sendScore', { score: mark }).split(mark)
  return html`<button class="send"><span class="none">${say(language, 'respondent.send')}</span><span class="some">${before}<span class="n"></span>${after}</span></button>`
}
