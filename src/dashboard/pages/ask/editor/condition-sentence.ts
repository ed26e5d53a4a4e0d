import type { Speak } from '../../../../languages/index.ts'
import { type Condition, OPENING_ID } from '../../../../vocabulary/question.ts'
import type { Wording } from '../../../../vocabulary/survey.ts'

type Told = { t: Speak; own: string; wording: Wording }

/** "Asked only of those who answered “…” with 7 or 8." */
export function sentenceOf({ questionId, ratings, options }: Condition, { t, own, wording }: Told): string {
  const words = wording.questions[questionId]
  const question = questionId === OPENING_ID ? wording.question : (words?.text ?? questionId)
  const answers = [...ratings.map(String), ...options.map(option => `“${words?.options[option] ?? option}”`)]
  const list = new Intl.ListFormat(own, { type: 'disjunction' }).format(answers)
  return t('surveys.editor.onlyWhen', { question, answers: list })
}
