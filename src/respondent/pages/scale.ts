import { type CustomerLanguage, say } from '../../languages/index.ts'
import { SCALES, type ScaleKind } from '../../vocabulary/index.ts'
import { html, Markup } from '../markup.ts'

/** A row of numbers or stars: the kind says from where to where; the ends say what the outer ones mean. */
export type Scale = {
  kind: ScaleKind
  /** Name of the form's field. */
  field: string
  lowEnd: string
  highEnd: string
  /** What stands selected. */
  value: number | null
  required: boolean
}

/** Whether a kind of question is answered on a scale. */
export const isScale = (kind: string): kind is ScaleKind => Object.hasOwn(SCALES, kind)

const STAR = new Markup(
  '<svg viewBox="0 0 24 24" width="34" height="34" aria-hidden="true"><path d="M12 2.6l2.9 5.9 6.5.9-4.7 4.6 1.1 6.4-5.8-3-5.8 3 1.1-6.4L2.6 9.4l6.5-.9z"/></svg>',
)

/** The row as a group of radio buttons between the words for its ends. */
export function scaleRow(language: CustomerLanguage, scale: Scale): Markup {
  const { from, to } = SCALES[scale.kind]
  const values = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const one = (n: number) =>
    html`<label><input type="radio" name="${scale.field}" value="${n}"${scale.required && html` required`}${scale.value === n && html` checked`}>${faceOf(language, scale.kind, n)}</label>`
  const [low, high] = [endWords(language, from, scale.lowEnd), endWords(language, to, scale.highEnd)]
  return html`${low && html`<div class="ends" id="${scale.field}-lo">${low}</div>`}<div class="scale of${values.length}${scale.kind === 'stars' && ' stars'}">${values.map(one)}</div>${
    high && html`<div class="ends hi" id="${scale.field}-hi">${high}</div>`
  }`
}

/** The ids of the words for the ends, for screen readers. */
export const endsOf = ({ field, lowEnd, highEnd }: Pick<Scale, 'field' | 'lowEnd' | 'highEnd'>): string | null =>
  [lowEnd && `${field}-lo`, highEnd && `${field}-hi`].filter(Boolean).join(' ') || null

const faceOf = (language: CustomerLanguage, kind: ScaleKind, n: number): Markup =>
  kind === 'stars'
    ? html`<span>${STAR}<i>${say(language, 'respondent.star', { n })}</i></span>`
    : html`<span>${n}</span>`

/** "0 = very unlikely"; a wording that names its number already is left as it is. */
export const endWords = (language: CustomerLanguage, value: number, text: string): string =>
  text === '' || /^\d/.test(text) ? text : say(language, 'respondent.scaleEnd', { value, text })
