import type { Opening, Question, Wording, WordingLanguage, Wordings } from '../../../vocabulary/index.ts'
import type { Looked, Place } from './rule.ts'

type Text = Pick<Place, 'path' | 'role' | 'kind' | 'text'>

/** A survey with every text that it shows, each with its place. */
export function lookedAt(survey: Omit<Looked, 'places'>): Looked {
  const { wordings, opening, company } = survey
  const texts = Object.entries(wordings.texts) as [WordingLanguage, Wording][]
  const places = texts.flatMap(([language, wording]) =>
    textsOf(opening, wordings, wording).map(({ path, ...text }) => ({
      ...text,
      language,
      path: `texts.${language}.${path}`,
      plain: plainOf(text.text, company),
    })),
  )
  return { ...survey, places: places.filter(place => place.text.trim() !== '') }
}

const GROUPS = ['promoter', 'passive', 'detractor'] as const

function textsOf(opening: Opening, { questions }: Wordings, wording: Wording): Text[] {
  const text = (path: string, role: Place['role'], text: string, kind: Place['kind'] = null): Text => ({
    path,
    role,
    text,
    kind,
  })
  return [
    text('question', 'question', wording.question, opening),
    ...GROUPS.map(group => text(`followUp.${group}`, 'follow_up', wording.followUp[group])),
    ...Object.entries(wording.followUpByScore).map(([score, own]) =>
      text(`followUpByScore.${score}`, 'follow_up', own),
    ),
    ...questions.flatMap(question => questionTexts(question, wording)),
    ...GROUPS.map(group => text(`thanks.${group}`, 'thanks', wording.thanks[group])),
    text('mailSubject', 'subject', wording.mailSubject),
    text('mailIntro', 'mail', wording.mailIntro),
    text('reminderSubject', 'subject', wording.reminderSubject),
    text('reminderIntro', 'mail', wording.reminderIntro),
    text('smsText', 'sms', wording.smsText),
  ]
}

function questionTexts({ questionId, kind }: Question, wording: Wording): Text[] {
  const words = wording.questions[questionId]
  if (!words) return []
  const path = `questions.${questionId}`
  return [
    { path: `${path}.text`, role: 'question', kind, text: words.text },
    ...Object.entries(words.options).map(
      ([option, text]): Text => ({ path: `${path}.options.${option}`, role: 'option', kind, text }),
    ),
  ]
}

const plainOf = (text: string, company: string): string =>
  (company ? text.replaceAll(company, '…') : text).replace(/\{\{[^{}]*\}\}/g, '…')
