import { say } from '../../languages/index.ts'
import type { Question, QuestionAnswer, QuestionWording } from '../../vocabulary/index.ts'
import { html, type Markup } from '../markup.ts'
import { type Frame, foot, letter, tongues } from './letter.ts'
import { endsOf, isScale, scaleRow } from './scale.ts'
import { wordsField } from './words-field.ts'

/** A question with its words, what it got so far, and whether that will not do. */
export type AskedQuestion = {
  question: Question
  wording: QuestionWording
  given: QuestionAnswer | null
  missing: boolean
}

/** A page of further questions. */
export type QuestionPage = Frame & {
  asked: AskedQuestion[]
  nonce: string
  /** What stands already, above the questions. */
  stands: string
  /** Where "back" leads. */
  back: string
  /** Where the form goes. */
  action: string
  promise: string | null
}

/** The form's field of a question. */
export const fieldOf = (questionId: string): string => `q.${questionId}`

/** The page with one or a few questions after the first; each is stored when its page is sent. */
export function questionPage(page: QuestionPage): string {
  const { language } = page
  const t = (key: 'title' | 'continue' | 'back', values = {}) => say(language, `respondent.${key}`, values)
  const body = html`<p class="soft" role="status">${page.stands} <a href="${page.back}">${t('back')}</a></p><form method="post" action="${page.action}"><input type="hidden" name="nonce" value="${page.nonce}"><input type="hidden" name="language" value="${language}">${page.asked.map(
    asked => html`<input type="hidden" name="asked" value="${asked.question.questionId}">`,
  )}${page.asked.map((asked, i) => one(page, asked, i))}<button class="send">${t('continue')}</button>${foot(page, page.promise)}${tongues(page)}</form>`
  return letter(page, t('title', { company: page.company }), body)
}

/** The first heading is the page's; the others stand below it. */
const heading = (text: string, id: string, i: number): Markup =>
  i === 0 ? html`<h1 id="${id}">${text}</h1>` : html`<h2 id="${id}">${text}</h2>`

function one({ language, asked: all }: QuestionPage, asked: AskedQuestion, i: number): Markup {
  const { question, wording } = asked
  const field = fieldOf(question.questionId)
  const title = heading(wording.text, `${field}-t`, i)
  const problem = asked.missing && html`<p class="wrong" role="alert">${say(language, 'respondent.answerNeeded')}</p>`
  const tellsOptional = i === 0 || all.some(other => other.question.required)
  const hint = hintOf(language, question, tellsOptional)
  const described = `${field}-hint`
  const note = hint && html`<p class="soft hint" id="${described}">${hint}</p>`
  if (question.kind === 'free') {
    const text = asked.given?.words ?? ''
    const { required } = question
    const area = wordsField({ id: field, name: field, text, required, ...(hint ? { describedBy: described } : {}) })
    return html`<div class="ask">${problem}<label for="${field}">${title}</label>${note}${area}</div>`
  }
  const ends = isScale(question.kind) ? endsOf({ field, ...wording }) : null
  const by = [hint && described, ends].filter(Boolean).join(' ')
  const role = question.several ? 'group' : 'radiogroup'
  return html`<fieldset class="ask" role="${role}" aria-labelledby="${field}-t"${by && html` aria-describedby="${by}"`}><legend>${title}</legend>${problem}${note}${answersOf(language, asked, field)}</fieldset>`
}

function answersOf(language: Frame['language'], { question, wording, given }: AskedQuestion, field: string): Markup {
  const { kind, required } = question
  if (isScale(kind)) return scaleRow(language, { ...wording, kind, field, value: given?.rating ?? null, required })
  const type = question.several ? 'checkbox' : 'radio'
  const option = (name: string) =>
    html`<label><input type="${type}" name="${field}" value="${name}"${required && !question.several && html` required`}${given?.choices?.includes(name) && html` checked`}>${wording.options[name] ?? name}</label>`
  return html`<div class="reasons">${question.options.map(option)}</div>`
}

/** What may be done; where every question of a page may be left empty, the first says so for all. */
function hintOf(language: Frame['language'], { required, several }: Question, tellsOptional: boolean): string | null {
  const many = several ? say(language, 'respondent.severalAllowed') : null
  const optional = required || !tellsOptional ? null : say(language, 'respondent.optional')
  return [many, optional].filter(Boolean).join(' ') || null
}
