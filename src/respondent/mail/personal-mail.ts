import { type CustomerLanguage, say } from '../../languages/index.ts'
import { html, type Markup } from '../markup.ts'
import { BRAND, FONT, mailFrame, paragraph } from './frame.ts'
import type { MailTexts } from './survey-mail.ts'

/** A mail that one person writes to another: a reply out of a case. */
export type PersonalMail = {
  language: CustomerLanguage
  company: string
  subject: string
  body: string
  imprint: string | null
  /** Where our pages are. */
  site: string
}

/** An address of ours that stands alone can be pressed: mails tell their readers to make links of nothing by themselves. */
const passage = (text: string, site: string): Markup =>
  text.startsWith(`${site}/`) && !/\s/.test(text)
    ? html`<p style="margin:20px 0 0;${FONT};font-size:16px;line-height:1.5"><a class="score" href="${text}" style="color:${BRAND}">${text}</a></p>`
    : paragraph(text)

/** The written words as they are, with the imprint below; no link that asks for anything. */
export function personalMail(mail: PersonalMail): MailTexts {
  const { language, company, subject, body, imprint, site } = mail
  const title = say(language, 'messages.mail.imprint')
  const foot = html`${imprint && html`<p style="margin:0"><b>${title}</b><br>${imprint.split('\n').map((line, i) => html`${i > 0 && html`<br>`}${line}`)}</p>`}`
  const paragraphs = body.split(/\n{2,}/).map(text => passage(text, site))
  return {
    subject,
    text: `${body}\n${imprint ? `\n-- \n${title}: ${imprint.split('\n').join(', ')}\n` : ''}`,
    html: mailFrame({ language, company, title: subject, preview: body.slice(0, 120) }, html`${paragraphs}`, foot),
  }
}
