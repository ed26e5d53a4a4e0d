import { type CustomerLanguage, say } from '../../languages/index.ts'
import { html, type Markup } from '../markup.ts'
import { SOFT } from './frame.ts'

/** What the law wants below every mail that asks (UWG §7(3) no. 4, §7(2) no. 3; Art. 21(4) GDPR). */
export type LegalFoot = {
  language: CustomerLanguage
  company: string
  stopLink: string
  imprint: string /** Page where the person decides what and how often. */
  preferenceLink?: string
}

/** The foot: why this mail came, the right to object in a paragraph of its own, the imprint. */
export function legalFoot({ language, company, stopLink, imprint, preferenceLink }: LegalFoot): Markup {
  const mark = '\u0001'
  const [before = '', after = ''] = say(language, 'messages.mail.objection', { link: mark }).split(mark)
  const lines = imprint.split('\n').map((line, i) => html`${i > 0 && html`<br>`}${line}`)
  return html`<p style="margin:0 0 12px">${say(language, 'messages.mail.why', { company })}</p>
<p style="margin:0 0 12px">${before}<a href="${stopLink}" style="color:${SOFT};text-decoration:underline">${say(language, 'messages.mail.unsubscribe')}</a>${after}</p>
${
  preferenceLink &&
  html`<p style="margin:0 0 12px"><a href="${preferenceLink}" style="color:${SOFT};text-decoration:underline">${say(language, 'permissions.page.link')}</a></p>
`
}<p style="margin:0"><b>${say(language, 'messages.mail.imprint')}</b><br>${lines}</p>`
}

/** The same for the plain text part. */
export function legalText({ language, company, stopLink, imprint, preferenceLink }: LegalFoot): string {
  return [
    say(language, 'messages.mail.why', { company }),
    say(language, 'messages.mail.objection', { link: stopLink }),
    ...(preferenceLink ? [`${say(language, 'permissions.page.link')}: ${preferenceLink}`] : []),
    `${say(language, 'messages.mail.imprint')}: ${imprint.split('\n').join(', ')}`,
  ].join('\n\n')
}
