import type { Outgoing } from '../../channels/index.ts'
import { type CustomerLanguage, customerLanguageOf, say } from '../../languages/index.ts'
import type { Settings } from '../../platform/settings.ts'
import { commentMail } from '../../respondent/mail/comment-mail.ts'
import { personalMail } from '../../respondent/mail/personal-mail.ts'
import { type MailTexts, surveyMail } from '../../respondent/mail/survey-mail.ts'
import { surveyText } from '../../respondent/sms-text.ts'
import type { Wording, Wordings } from '../../vocabulary/index.ts'
import { mimeMessageId, preferenceToken, respondToken, stopToken } from './message-links.ts'
import type { ClaimedMessage } from './queries/claim.ts'
import { replyAddress } from './reply-address.ts'

type House = Pick<Settings, 'secret' | 'publicUrl'>

/** Who sends as long as no sender is entered; only the catcher ever sees it. */
const NOBODY = 'echolot@echolot.invalid'

/** A message with the link that stands in it where it is not the person's own: a ticket. */
type Linked = ClaimedMessage & { link?: string | null }

/** A claimed message as its reader will see it; `wordings` is null for what a member wrote. */
export function renderMessage(message: Linked, wordings: Wordings | null, house: House, at: Date): Outgoing {
  const stopLink = `${house.publicUrl}/u/${stopToken(house.secret, message)}`
  const language = customerLanguageOf(message.language)
  const texts = wordings ? surveyTexts(message, wordings, house, stopLink) : personalTexts(message, house)
  const host = new URL(house.publicUrl).hostname
  const replyTo = replyAddress(house.secret, message)
  return {
    ...texts,
    from: { name: message.senderName ?? message.company, address: message.senderAddress ?? NOBODY },
    to: { name: message.personName, address: message.address },
    replyTo: replyTo ? { address: replyTo } : null,
    messageId: mimeMessageId(message.messageId, house.publicUrl),
    date: at,
    language,
    list: wordings && {
      unsubscribeUrl: stopLink,
      id: `surveys.${message.workspaceId}.${host}`,
      name: say(language, 'messages.mail.listName', { company: message.company }),
    },
  }
}

function surveyTexts(message: Linked, wordings: Wordings, house: House, stopLink: string): MailTexts {
  const wanted = customerLanguageOf(message.language, wordings.language)
  const language = wordings.texts[wanted] ? wanted : wordings.language
  const wording = wordings.texts[language]
  if (!wording) throw new Error('a survey has no text in its first language')
  const link = message.link ?? `${house.publicUrl}/r/${respondToken(house.secret, message.invitationId ?? '')}`
  const { company, personName: name } = message
  const preferenceLink = `${house.publicUrl}/p/${preferenceToken(house.secret, message)}`
  if (message.channel === 'sms') return textOfSurvey(message, wording, language, house)
  if (message.purpose === 'comment_ask') {
    const { subject, body, imprint } = message
    const words = { subject: subject ?? company, intro: body ?? '', imprint: imprint ?? '' }
    return commentMail({ ...words, language, company, name, link: `${link}/comment`, stopLink, preferenceLink })
  }
  return surveyMail({
    language,
    company,
    name,
    opening: message.opening ?? 'nps',
    wording: wordingOf(message, wording, language),
    link,
    stopLink,
    preferenceLink,
    imprint: message.imprint ?? '',
  })
}

/** The words of this message: a reminder has its own, and a subject line that is compared goes before the survey's. */
function wordingOf(message: ClaimedMessage, wording: Wording, language: CustomerLanguage): Wording {
  const standard = (key: 'reminderSubject' | 'reminderIntro') =>
    say(language, `surveys.standard.${key}`, { company: '{{company}}' })
  const words =
    message.purpose === 'reminder'
      ? {
          mailSubject: wording.reminderSubject || standard('reminderSubject'),
          mailIntro: wording.reminderIntro || standard('reminderIntro'),
        }
      : {}
  return { ...wording, ...words, ...(message.subject ? { mailSubject: message.subject } : {}) }
}

function textOfSurvey(message: Linked, wording: Wording, language: CustomerLanguage, house: House): MailTexts {
  const token = respondToken(house.secret, message.invitationId ?? '')
  const stop = message.twoWay
    ? say(language, 'messages.sms.stopByReply')
    : say(language, 'messages.sms.stopByLink', { link: `${house.publicUrl}/s/${token}` })
  const text = surveyText({
    company: message.company,
    name: message.personName,
    words: wording.smsText || say(language, 'surveys.standard.smsText', { company: '{{company}}' }),
    link: message.link ?? `${house.publicUrl}/r/${token}`,
    stop,
  })
  return { subject: message.company, text, html: '' }
}

const personalTexts = (message: ClaimedMessage, house: House): MailTexts =>
  message.channel === 'sms'
    ? { subject: message.company, text: message.body ?? '', html: '' }
    : personalMail({
        language: customerLanguageOf(message.language),
        company: message.company,
        subject: message.subject ?? message.company,
        body: message.body ?? '',
        imprint: message.imprint,
        site: house.publicUrl,
      })
