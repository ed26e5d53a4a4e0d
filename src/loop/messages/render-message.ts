import type { Outgoing } from '../../channels/index.ts'
import { customerLanguageOf, say } from '../../languages/index.ts'
import type { Settings } from '../../platform/settings.ts'
import { personalMail } from '../../respondent/mail/personal-mail.ts'
import { type MailTexts, surveyMail } from '../../respondent/mail/survey-mail.ts'
import type { Wordings } from '../../vocabulary/index.ts'
import { mimeMessageId, respondToken, stopToken } from './message-links.ts'
import type { ClaimedMessage } from './queries/claim.ts'

type House = Pick<Settings, 'secret' | 'publicUrl'>

/** Who sends as long as no sender is entered; only the catcher ever sees it. */
const NOBODY = 'echolot@echolot.invalid'

/** A claimed message as its reader will see it; `wordings` is null for what a member wrote. */
export function renderMessage(message: ClaimedMessage, wordings: Wordings | null, house: House, at: Date): Outgoing {
  const stopLink = `${house.publicUrl}/u/${stopToken(house.secret, message)}`
  const language = customerLanguageOf(message.language)
  const texts = wordings ? surveyTexts(message, wordings, house, stopLink) : personalTexts(message)
  const host = new URL(house.publicUrl).hostname
  return {
    ...texts,
    from: { name: message.senderName ?? message.company, address: message.senderAddress ?? NOBODY },
    to: { name: message.personName, address: message.address },
    replyTo: message.replyTo ? { address: message.replyTo } : null,
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

function surveyTexts(message: ClaimedMessage, wordings: Wordings, house: House, stopLink: string): MailTexts {
  const wanted = customerLanguageOf(message.language, wordings.language)
  const language = wordings.texts[wanted] ? wanted : wordings.language
  const wording = wordings.texts[language]
  if (!wording) throw new Error('a survey has no text in its first language')
  const link = `${house.publicUrl}/r/${respondToken(house.secret, message.invitationId ?? '')}`
  const { company, personName: name } = message
  return surveyMail({ language, company, name, wording, link, stopLink, imprint: message.imprint ?? '' })
}

const personalTexts = (message: ClaimedMessage): MailTexts =>
  personalMail({
    language: customerLanguageOf(message.language),
    company: message.company,
    subject: message.subject ?? message.company,
    body: message.body ?? '',
    imprint: message.imprint,
  })
