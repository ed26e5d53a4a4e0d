import { type CustomerLanguage, say } from '../../languages/index.ts'
import type { Opening, Wording } from '../../vocabulary/index.ts'
import { fillIn } from '../fill-in.ts'
import { html, type Markup } from '../markup.ts'
import { firstQuestion, firstQuestionText, howToChoose } from './first-question.ts'
import { FONT, INK, mailFrame, paragraph, SOFT } from './frame.ts'
import { legalFoot, legalText } from './legal-foot.ts'

/** Everything that a survey mail is made of. */
export type SurveyMail = {
  language: CustomerLanguage
  company: string
  name: string | null
  /** The kind of the first question; NPS unless said otherwise. */
  opening?: Opening
  wording: Wording
  /** The person's survey page: /r/<token>. */
  link: string
  stopLink: string
  /** The page where the person decides what and how often: /p/<token>. */
  preferenceLink?: string
  imprint: string
}

/** A mail as subject and its two texts. */
export type MailTexts = { subject: string; text: string; html: string }

/** The mail that asks: the row from 0 to 10 as links that only choose, never vote. */
export function surveyMail(mail: SurveyMail): MailTexts {
  const filled = (text: string) => fillIn(text, { company: mail.company, first_name: firstName(mail.name) })
  const wording = {
    ...mail.wording,
    question: filled(mail.wording.question),
    mailIntro: filled(mail.wording.mailIntro),
  }
  const subject = filled(mail.wording.mailSubject)
  const full = { ...mail, wording }
  const frame = { language: mail.language, company: mail.company, title: subject, preview: wording.question }
  return { subject, text: plainText(full), html: mailFrame(frame, rows(full), legalFoot(mail)) }
}

function rows(mail: SurveyMail): Markup {
  const { wording, link } = mail
  return html`${paragraph(greeting(mail))}${paragraph(wording.mailIntro)}
<h1 class="ink" style="margin:24px 0 16px;${FONT};font-size:22px;line-height:1.3;font-weight:600;color:${INK}">${wording.question}</h1>
${firstQuestion(mail)}
<p class="soft" style="margin:20px 0 0;${FONT};font-size:14px;line-height:1.5;color:${SOFT}">${howToChoose(mail)}</p>
<a href="${link}/h" tabindex="-1" aria-hidden="true" rel="nofollow" style="display:none;mso-hide:all;visibility:hidden;font-size:0;line-height:0">&nbsp;</a>`
}

function plainText(mail: SurveyMail): string {
  const { wording } = mail
  return [
    greeting(mail),
    wording.mailIntro,
    wording.question,
    ...firstQuestionText(mail),
    `-- \n${legalText(mail)}\n`,
  ].join('\n\n')
}

const greeting = ({ language, name }: SurveyMail): string =>
  name ? say(language, 'messages.mail.greeting', { name }) : say(language, 'messages.mail.greetingPlain')

const firstName = (name: string | null): string => name?.trim().split(/\s+/)[0] ?? ''
