import { type Question, type QuestionAnswer, Refusal, SCALES } from '../../vocabulary/index.ts'
import { cleanComment } from './clean-comment.ts'
import { suitsChoice } from './further-answers.ts'

/** Answers to the questions after the first as programs send them, cleaned; refuses what the survey does not ask. */
export function checkFurther(questions: readonly Question[], sent: readonly QuestionAnswer[]): QuestionAnswer[] {
  return sent.map((answer, i) => {
    const question = questions.find(({ questionId }) => questionId === answer.questionId)
    if (!question) throw wrong(i, 'questionId', 'this survey has no such question')
    const { questionId, kind } = question
    if (kind === 'free') return { questionId, words: cleanComment(answer.words).text }
    if (kind === 'choice') {
      const choices = [...new Set(answer.choices ?? [])]
      if (!suitsChoice(question, choices)) throw wrong(i, 'choices', 'is none of the options')
      return { questionId, choices }
    }
    const { from, to } = SCALES[kind]
    const { rating } = answer
    if (typeof rating !== 'number' || rating < from || rating > to) {
      throw wrong(i, 'rating', `must be a whole number from ${from} to ${to}`)
    }
    return { questionId, rating }
  })
}

const wrong = (index: number, field: string, problem: string) =>
  new Refusal('body_invalid', { fields: `answers.${index}.${field}` }, [{ path: `answers.${index}.${field}`, problem }])
