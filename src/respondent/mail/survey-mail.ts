import { type CustomerLanguage, say } from '../../languages/index.ts'
import type { Wording } from '../../vocabulary/index.ts'
import { fillIn } from '../fill-in.ts'
import { html, type Markup } from '../markup.ts'
import { BRAND, CARD, FONT, INK, mailFrame, paragraph, SOFT } from './frame.ts'
import { legalFoot, legalText } from './legal-foot.ts'

/** Everything that a survey mail is made of. */
export type SurveyMail = {
  language: CustomerLanguage
  company: string
  name: string | null
  wording: Wording
  /** The person's survey page: /r/<token>. */
  link: string
  stopLink: string
  imprint: string
}

/** A mail as subject and its two texts. */
export type MailTexts = { subject: string; text: string; html: string }

const SCORES = Array.from({ length: 11 }, (_, score) => score)

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
  const { wording, language, link } = mail
  const end = (key: 'lowest' | 'highest', text: string) => say(language, `messages.mail.${key}`, { text })
  const small = `font-size:14px;line-height:1.4;color:${SOFT}`
  return html`${paragraph(greeting(mail))}${paragraph(wording.mailIntro)}
<h1 class="ink" style="margin:24px 0 16px;${FONT};font-size:22px;line-height:1.3;font-weight:600;color:${INK}">${wording.question}</h1>
<div class="soft" style="margin:0 0 6px;${FONT};${small}">${end('lowest', wording.lowEnd)}</div>
<div role="group" aria-label="${say(language, 'messages.mail.scale')}">${numbers(mail, SCORES.slice(0, 6))}${numbers(mail, SCORES.slice(6))}<div style="clear:both;height:0;font-size:0;line-height:0">&nbsp;</div></div>
<div class="soft" style="margin:2px 0 0;${FONT};${small}">${end('highest', wording.highEnd)}</div>
<p class="soft" style="margin:20px 0 0;${FONT};font-size:14px;line-height:1.5;color:${SOFT}">${say(language, 'messages.mail.choose')}</p>
<a href="${link}/h" tabindex="-1" aria-hidden="true" rel="nofollow" style="display:none;mso-hide:all;visibility:hidden;font-size:0;line-height:0">&nbsp;</a>`
}

// Two tables that stand side by side where there is room and below each other on a narrow phone, without a media query.
function numbers(mail: SurveyMail, scores: number[]): Markup {
  const label = (score: number) => say(mail.language, 'messages.mail.scoreLink', { score })
  const box = `display:block;width:41px;line-height:42px;border:1.5px solid ${BRAND};border-radius:10px;background:${CARD};color:${BRAND};${FONT};font-size:17px;font-weight:600;text-align:center;text-decoration:none`
  return html`<table role="presentation" align="left" cellpadding="0" cellspacing="0" border="0" style="border-collapse:separate;margin:0"><tr>${scores.map(
    score =>
      html`<td style="padding:0 4px 6px 0"><a class="score" href="${mail.link}?score=${score}" aria-label="${label(score)}" style="${box}">${score}</a></td>`,
  )}</tr></table>`
}

function plainText(mail: SurveyMail): string {
  const { wording, language } = mail
  return [
    greeting(mail),
    wording.mailIntro,
    wording.question,
    `${say(language, 'messages.mail.lowest', { text: wording.lowEnd })}\n${say(language, 'messages.mail.highest', { text: wording.highEnd })}`,
    `${say(language, 'messages.mail.chooseText')}\n${mail.link}`,
    `-- \n${legalText(mail)}\n`,
  ].join('\n\n')
}

const greeting = ({ language, name }: SurveyMail): string =>
  name ? say(language, 'messages.mail.greeting', { name }) : say(language, 'messages.mail.greetingPlain')

const firstName = (name: string | null): string => name?.trim().split(/\s+/)[0] ?? ''
