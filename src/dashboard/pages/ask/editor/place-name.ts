import type { Speak } from '../../../../languages/index.ts'

const NAMES = {
  question: 'questionText',
  lowEnd: 'lowEnd',
  highEnd: 'highEnd',
  followUp: 'followUps',
  followUpByScore: 'followUps',
  thanks: 'thanks',
  nextStep: 'nextStep',
  questions: 'questions',
  mailSubject: 'mailSubject',
  mailIntro: 'mailIntro',
  reminderSubject: 'reminderSubject',
  reminderIntro: 'reminderIntro',
  smsText: 'smsText',
} as const

/** Where a change was made, in words: "texts.de.followUp.passive" is the question that follows. */
export function placeName(path: string, t: Speak): string {
  const [top, , field] = path.split('.')
  if (top === 'language') return t('surveys.editor.firstLanguage')
  if (top === 'order') return t('surveys.editor.orderOfQuestions')
  if (top === 'questions') return t('surveys.editor.questions')
  if (field === undefined) return t('surveys.editor.wholeLanguage')
  const known = Object.entries(NAMES).find(([name]) => name === field)?.[1]
  return known ? t(`surveys.editor.${known}`) : field
}
