import { type CustomerLanguage, directionOf, say } from '../../languages/index.ts'
import { type Opening, SCALES, type Wording } from '../../vocabulary/index.ts'
import { html, type Markup } from '../markup.ts'
import { openingField } from '../pages/opening-page.ts'
import { isScale } from '../pages/scale.ts'
import { BRAND, CARD, FONT, SOFT } from './frame.ts'

/** The first question of a mail: its kind, its words and the person's page. */
export type FirstQuestion = { language: CustomerLanguage; opening?: Opening; wording: Wording; link: string }

const SMALL = `font-size:14px;line-height:1.4;color:${SOFT}`

/** What can be pressed: the row of the scale as links that only choose, or one button for free words. */
export function firstQuestion(mail: FirstQuestion): Markup {
  const { language, opening = 'nps', wording, link } = mail
  if (!isScale(opening)) return button(link, say(language, 'respondent.mail.answer'))
  const { from, to } = SCALES[opening]
  const values = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const [low, high] = endsIn(mail)
  const choose = opening === 'nps' ? say(language, 'messages.mail.scale') : wording.question
  return html`<div class="soft" style="margin:0 0 6px;${FONT};${SMALL}">${low}</div>
<div role="group" aria-label="${choose}">${numbers(mail, values.slice(0, 6))}${values.length > 6 && numbers(mail, values.slice(6))}<div style="clear:both;height:0;font-size:0;line-height:0">&nbsp;</div></div>
<div class="soft" style="margin:2px 0 0;${FONT};${SMALL}">${high}</div>`
}

/** One wide link that looks like a button. */
export const button = (link: string, label: string): Markup =>
  html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="border-collapse:separate"><tr><td class="box" align="center" bgcolor="${CARD}" style="border:1.5px solid ${BRAND};border-radius:10px;background:${CARD};padding:0 28px"><a class="score" href="${link}" style="display:block;line-height:48px;color:${BRAND};${FONT};font-size:17px;font-weight:600;text-decoration:none">${label}</a></td></tr></table>`

/** What to do, below the row. */
export function howToChoose({ language, opening = 'nps' }: FirstQuestion): string {
  return say(language, opening === 'nps' ? 'messages.mail.choose' : 'respondent.mail.choose')
}

/** The ends of the scale and the way to the page, for the plain text part. */
export function firstQuestionText(mail: FirstQuestion): string[] {
  const { language, opening = 'nps', link } = mail
  const how = say(language, opening === 'nps' ? 'messages.mail.chooseText' : 'respondent.mail.open')
  return [...(isScale(opening) ? [endsIn(mail).join('\n')] : []), `${how}\n${link}`]
}

function endsIn({ language, opening = 'nps', wording }: FirstQuestion): [string, string] {
  const { from, to } = isScale(opening) ? SCALES[opening] : SCALES.nps
  const end = (value: number, text: string) => say(language, 'respondent.scaleEnd', { value, text })
  return [end(from, wording.lowEnd), end(to, wording.highEnd)]
}

// Two tables that stand side by side where there is room and below each other on a narrow phone, without a media query.
function numbers({ language, opening = 'nps', link }: FirstQuestion, values: number[]): Markup {
  const isStars = opening === 'stars'
  const label = (n: number) =>
    isStars ? say(language, 'respondent.star', { n }) : say(language, 'messages.mail.scoreLink', { score: n })
  const face = (n: number) => (isStars ? html`${n}&nbsp;★` : html`${n}`)
  // The cell is the box: Word draws neither border nor width of a link.
  const side = isStars ? 51 : 40
  const cell = `width:${side}px;height:42px;border:1.5px solid ${BRAND};border-radius:10px;background:${CARD};text-align:center`
  const words = `display:block;line-height:42px;color:${BRAND};${FONT};font-size:17px;font-weight:600;text-decoration:none`
  return html`<table role="presentation" align="${directionOf(language) === 'rtl' ? 'right' : 'left'}" cellpadding="0" cellspacing="4" border="0" style="border-collapse:separate;margin:0"><tr>${values.map(
    n =>
      html`<td class="box" width="${side}" height="42" align="center" valign="middle" bgcolor="${CARD}" style="${cell}"><a class="score" href="${link}?${openingField(opening)}=${n}" aria-label="${label(n)}" style="${words}">${face(n)}</a></td>`,
  )}</tr></table>`
}
