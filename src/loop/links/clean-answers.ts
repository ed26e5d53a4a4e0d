import type { Reader } from '../../platform/database/index.ts'
import { type QuestionAnswer, Refusal, SCALES } from '../../vocabulary/index.ts'
import { cleanComment } from '../responses/index.ts'
import { readSurvey } from '../surveys/index.ts'

type Asked = { surveyId: string; surveyVersion: number }

/** Answers to the further questions, checked against the survey as it was asked; refuses what it does not ask. */
export async function cleanAnswers(reader: Reader, asked: Asked, sent: QuestionAnswer[]): Promise<QuestionAnswer[]> {
  if (sent.length === 0) return []
  const { wording } = await readSurvey(reader, asked.surveyId, asked.surveyVersion)
  return sent.map((answer, i) => {
    const question = wording.questions.find(one => one.questionId === answer.questionId)
    if (!question) throw wrong(i, 'questionId', 'this survey has no such question')
    const { kind } = question
    if (kind === 'free') return { questionId: answer.questionId, words: cleanComment(answer.words).text }
    if (kind === 'choice') {
      const choices = [...new Set(answer.choices ?? [])]
      const isKnown = choices.every(choice => question.options.includes(choice))
      if (!isKnown || (!question.several && choices.length > 1)) throw wrong(i, 'choices', 'is none of the options')
      return { questionId: answer.questionId, choices }
    }
    const { from, to } = SCALES[kind]
    const { rating } = answer
    if (typeof rating !== 'number' || rating < from || rating > to) throw wrong(i, 'rating', `must be ${from} to ${to}`)
    return { questionId: answer.questionId, rating }
  })
}

function wrong(index: number, field: string, problem: string): Refusal {
  const path = `answers.${index}.${field}`
  return new Refusal('body_invalid', { fields: path }, [{ path, problem }])
}
