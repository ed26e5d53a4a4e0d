import {
  type AnswerSoFar,
  openingSoFar,
  type Question,
  type QuestionAnswer,
  questionsFor,
  questionsOnPage,
  SCALES,
} from '../../vocabulary/index.ts'
import { cleanComment } from './clean-comment.ts'
import { exactScore, type SentForm } from './read-form.ts'

/** What decides which questions are asked: what the opening and the questions after it got. */
export type SoFar = { score: number | null; rating: number | null; answers: QuestionAnswer[] }

const soFar = ({ score, rating, answers }: SoFar): AnswerSoFar[] => [openingSoFar({ score, rating }), ...answers]

/** The questions that these answers lead to and that have not been shown yet. */
export function dueQuestions(questions: readonly Question[], given: SoFar): Question[] {
  const shown = new Set(given.answers.map(answer => answer.questionId))
  return questionsFor(questions, soFar(given)).filter(({ questionId }) => !shown.has(questionId))
}

/** The due questions that share the next page, as the editor's preview shows them too. */
export const nextOnPage = (questions: readonly Question[], given: SoFar): Question[] =>
  questionsOnPage(questions, soFar(given), new Set(given.answers.map(answer => answer.questionId)))

/** What a form says to a question; null where that is no answer of its kind. */
export function answerIn(form: Pick<SentForm, 'fieldsOf'>, question: Question): QuestionAnswer | null {
  const { questionId, kind } = question
  const sent = form.fieldsOf(questionId).filter(value => value !== '')
  if (sent.length === 0) return question.required ? null : { questionId }
  if (kind === 'free') {
    const words = sent.length === 1 ? cleanComment(sent[0]).text : null
    return words === null && question.required ? null : { questionId, words }
  }
  if (kind === 'choice') return suitsChoice(question, sent) ? { questionId, choices: [...new Set(sent)] } : null
  const rating = sent.length === 1 ? exactScore(sent[0]) : null
  const { from, to } = SCALES[kind]
  return rating === null || rating < from || rating > to ? null : { questionId, rating }
}

/** Whether these are options of the question, and not more than it takes. */
export const suitsChoice = ({ options, several }: Question, sent: readonly string[]): boolean =>
  sent.every(choice => options.includes(choice)) && (several || new Set(sent).size <= 1)
