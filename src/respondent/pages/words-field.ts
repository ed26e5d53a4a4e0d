import { html, type Markup } from '../markup.ts'

/** A field for free words. */
export type WordsField = { id: string; name: string; text: string; required?: boolean; describedBy?: string }

/** A text area that keeps what was written as it was written. */
export const wordsField = ({ id, name, text, required, describedBy }: WordsField): Markup =>
  html`<textarea id="${id}" name="${name}" maxlength="5000" rows="4" dir="auto"${describedBy && html` aria-describedby="${describedBy}"`}${required && html` required`}>${textInArea(text)}</textarea>`

/** A browser drops the first line break of a text area; one more keeps the text as it was. */
const textInArea = (text: string): string => (text.startsWith('\n') ? `\n${text}` : text)
