import { type CustomerLanguage, customerLanguageOf, say } from '../../languages/index.ts'
import { derivedToken } from '../../platform/secrets/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { fillIn } from '../../respondent/fill-in.ts'
import { surveyMail } from '../../respondent/mail/survey-mail.ts'
import { surveyText } from '../../respondent/sms-text.ts'
import { drawPreviewPage } from './draw-preview-page.ts'
import { drawPreviewWidget } from './draw-preview-widget.ts'
import type { SealedPreview } from './preview-survey.ts'

const NOBODY = { link: 'https://preview.invalid/r/preview', stopLink: 'https://preview.invalid/u/preview' }

type Drawn = { html: string; subject: string | null; text: string | null }
type House = Pick<Tools['settings'], 'secret' | 'publicUrl'>

/** The page, mail or text of a preview, drawn by what draws it for people; its links lead nowhere. */
export function drawPreview(preview: SealedPreview, house: House): Drawn {
  const language = customerLanguageOf(preview.language)
  if (preview.show === 'sms') return { html: '', subject: null, text: textOf(preview, language, house) }
  if (preview.show === 'mail') return mailOf(preview, language)
  if (preview.show === 'reminder') return mailOf({ ...preview, wording: reminderOf(preview, language) }, language)
  const fill = (text: string) => fillIn(text, { company: preview.company, first_name: firstName(language) })
  const page = preview.show === 'widget' ? drawPreviewWidget(preview, fill) : drawPreviewPage(preview, fill)
  // The frame runs no script, and a page that tries is a complaint in the browser's log.
  return { html: page.replace(/<script>.*?<\/script>/s, ''), subject: null, text: null }
}

const mailOf = ({ company, imprint, wording, opening }: SealedPreview, language: CustomerLanguage): Drawn =>
  surveyMail({ ...NOBODY, language, company, name: say(language, 'surveys.somebody'), wording, imprint, opening })

function reminderOf({ wording }: SealedPreview, language: CustomerLanguage): SealedPreview['wording'] {
  const standard = (key: 'reminderSubject' | 'reminderIntro') =>
    say(language, `surveys.standard.${key}`, { company: '{{company}}' })
  return {
    ...wording,
    mailSubject: wording.reminderSubject || standard('reminderSubject'),
    mailIntro: wording.reminderIntro || standard('reminderIntro'),
  }
}

/** The text with links as long as the real ones, so that its segments are counted right. */
function textOf({ company, wording }: SealedPreview, language: CustomerLanguage, house: House): string {
  const link = (door: 'r' | 's') => `${house.publicUrl}/${door}/${derivedToken(house.secret, 'preview', door)}`
  return surveyText({
    company,
    name: say(language, 'surveys.somebody'),
    words: wording.smsText || say(language, 'surveys.standard.smsText', { company: '{{company}}' }),
    link: link('r'),
    stop: say(language, 'messages.sms.stopByLink', { link: link('s') }),
  })
}

const firstName = (language: CustomerLanguage): string => say(language, 'surveys.somebody').split(/\s+/)[0] ?? ''
