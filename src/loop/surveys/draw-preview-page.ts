import { customerLanguageOf, say } from '../../languages/index.ts'
import { commentPage, type Frame, openingPage, questionPage, thanksPage } from '../../respondent/index.ts'
import { partOf } from '../../stats/index.ts'
import type { SealedPreview } from './preview-survey.ts'

type Fill = (text: string) => string

/** One of the answer pages as somebody with this value would get it. */
export function drawPreviewPage(preview: SealedPreview, fill: Fill): string {
  const { show, wording, opening, value } = preview
  const language = customerLanguageOf(preview.language)
  const frame: Frame = {
    language,
    languages: [language],
    company: preview.company,
    address: '/r/preview',
    stopAddress: '/u/preview',
  }
  if (show === 'opening') {
    const { lowEnd, highEnd } = wording
    return openingPage({ ...frame, opening, question: fill(wording.question), lowEnd, highEnd, value, nonce: '' })
  }
  if (show === 'questions') return furtherPage(preview, frame, fill)
  if (show === 'thanks') return lastPage(preview, frame, fill)
  const group = groupOf(preview)
  return commentPage({
    ...frame,
    value,
    question: fill(wording.followUpByScore[String(value)] ?? wording.followUp[group]),
    asksReason: opening === 'nps' && group === 'passive',
    nonce: '',
    comment: '',
    reason: null,
    commentStands: false,
    changeableUntil: inAFortnight(preview),
    skipTo: 'thanks',
  })
}

const groupOf = ({ opening, value }: Pick<SealedPreview, 'opening' | 'value'>) =>
  partOf({ opening, score: opening === 'nps' ? value : null, rating: opening === 'nps' ? null : value })

const inAFortnight = ({ until, language }: SealedPreview): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(until + 14 * 86_400_000)

function furtherPage(preview: SealedPreview, frame: Frame, fill: Fill): string {
  const { wording, value } = preview
  const asked = preview.questions.flatMap(question => {
    const words = wording.questions[question.questionId]
    return words ? [{ question, wording: { ...words, text: fill(words.text) }, given: null, missing: false }] : []
  })
  const stands =
    value === null
      ? say(frame.language, 'respondent.storedPlain')
      : say(frame.language, 'respondent.stored', { score: value })
  return questionPage({ ...frame, asked, nonce: '', stands, back: '/r/preview', action: '/r/preview', promise: null })
}

function lastPage(preview: SealedPreview, frame: Frame, fill: Fill): string {
  const { wording } = preview
  const group = groupOf(preview)
  const text = fill(wording.thanks[group])
  const [, first, rest] = /^(.{2,80}?)(?:[.!]\s+|[。！])(.+)$/s.exec(text) ?? []
  return thanksPage(frame, {
    title: first ?? say(frame.language, `respondent.thanks.${group}`),
    text: rest ?? text,
    shortened: false,
    nextStep: wording.nextStep[group],
    promise: say(frame.language, 'respondent.changeable', { date: inAFortnight(preview) }),
    change: '/r/preview',
  })
}
