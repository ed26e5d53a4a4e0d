import { customerLanguageOf, say } from '../../languages/index.ts'
import { fillIn } from '../../respondent/fill-in.ts'
import { surveyMail } from '../../respondent/mail/survey-mail.ts'
import { commentPage } from '../../respondent/pages/comment-page.ts'
import { openingPage } from '../../respondent/pages/opening-page.ts'
import { thanksPage } from '../../respondent/pages/plain-pages.ts'
import { categoryOf } from '../../stats/index.ts'
import type { SealedPreview } from './preview-survey.ts'

const NOBODY = { link: 'https://preview.invalid/r/preview', stopLink: 'https://preview.invalid/u/preview' }

/** The page or mail of a preview; its links lead nowhere. */
export function drawPreview(preview: SealedPreview): { html: string; subject: string | null; text: string | null } {
  const { company, imprint, wording } = preview
  const language = customerLanguageOf(preview.language)
  if (preview.show === 'mail') {
    return surveyMail({ ...NOBODY, language, company, name: say(language, 'surveys.somebody'), wording, imprint })
  }
  // The frame runs no script, and a page that tries is a complaint in the browser's log.
  return { html: drawPage(preview).replace(/<script>.*?<\/script>/s, ''), subject: null, text: null }
}

function drawPage({ company, wording, language: code, show, score }: SealedPreview): string {
  const language = customerLanguageOf(code)
  const frame = { language, languages: [language], company, address: '/r/preview', stopAddress: '/u/preview' }
  const fill = (text: string) => fillIn(text, { company, first_name: '' })
  const group = categoryOf(score)
  const until = ''
  if (show === 'score') {
    const { lowEnd, highEnd } = wording
    return openingPage({
      ...frame,
      opening: 'nps',
      question: fill(wording.question),
      lowEnd,
      highEnd,
      value: score,
      nonce: '',
    })
  }
  if (show === 'thanks') {
    const title = say(language, `respondent.thanks.${group}`)
    return thanksPage(frame, {
      title,
      text: fill(wording.thanks[group]),
      shortened: false,
      nextStep: wording.nextStep[group],
      promise: until,
    })
  }
  const question = fill(wording.followUp[group])
  const state = {
    nonce: '',
    comment: '',
    reason: null,
    commentStands: false,
    changeableUntil: until,
    skipTo: 'thanks' as const,
  }
  return commentPage({ ...frame, ...state, value: score, question, asksReason: group === 'passive' })
}
