import { type CustomerLanguage, say } from '../../languages/index.ts'
import { html } from '../markup.ts'
import { button } from './first-question.ts'
import { FONT, mailFrame, paragraph, SOFT } from './frame.ts'
import { legalFoot, legalText } from './legal-foot.ts'
import type { MailTexts } from './survey-mail.ts'

/** The one mail that asks who sent a number for the reasons behind it. */
export type CommentMail = {
  language: CustomerLanguage
  company: string
  name: string | null
  subject: string
  intro: string
  /** The page for the reasons: /r/<token>/comment. */
  link: string
  stopLink: string
  preferenceLink?: string
  imprint: string
}

/** Asks once for a sentence; nothing can be answered by opening it. */
export function commentMail(mail: CommentMail): MailTexts {
  const { language, company, name, subject, intro, link } = mail
  const t = (key: 'button' | 'once') => say(language, `respondent.commentMail.${key}`)
  const greeting = name
    ? say(language, 'messages.mail.greeting', { name })
    : say(language, 'messages.mail.greetingPlain')
  const rows = html`${paragraph(greeting)}${paragraph(intro)}
<p style="margin:24px 0 0">${button(link, t('button'))}</p>
<p class="soft" style="margin:20px 0 0;${FONT};font-size:14px;line-height:1.5;color:${SOFT}">${t('once')}</p>`
  const frame = { language, company, title: subject, preview: intro }
  return {
    subject,
    text: [greeting, intro, `${t('button')}:\n${link}`, t('once'), `-- \n${legalText(mail)}\n`].join('\n\n'),
    html: mailFrame(frame, rows, legalFoot(mail)),
  }
}
