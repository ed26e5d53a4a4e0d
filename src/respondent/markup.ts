/** Text that is HTML already; everything else is escaped. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Piece = Markup | string | number | null | undefined | false | Piece[]

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as HTML shows it. */
export const escapeText = (text: string): string => text.replace(/[&<>"']/g, sign => SIGNS[sign] ?? sign)

const render = (piece: Piece): string => {
  if (piece instanceof Markup) return piece.text
  if (Array.isArray(piece)) return piece.map(render).join('')
  if (piece === null || piece === undefined || piece === false) return ''
  return escapeText(String(piece))
}

/** A template whose values are escaped unless they are markup: html`<p>${comment}</p>`. */
export const html = (strings: TemplateStringsArray, ...pieces: Piece[]): Markup =>
  new Markup(strings.reduce((all, part, i) => all + render(pieces[i - 1]) + part))

/** A sentence with one value set apart: `emphasise(score => say(…, { score }), '7')`. */
export function emphasise(sentence: (mark: string) => string, value: string): Markup {
  const mark = '\u0001'
  const [before = '', after = ''] = sentence(mark).split(mark)
  return html`${before}<b>${value}</b>${after}`
}
