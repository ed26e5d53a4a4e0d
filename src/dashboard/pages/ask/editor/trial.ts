import { type AnswerSoFar, openingSoFar, questionsFor, questionsOnPage } from '../../../../vocabulary/branching.ts'
import { OPENING_ID, type Opening, type Question } from '../../../../vocabulary/question.ts'

/** What somebody is imagined to answer, so that the preview shows the pages that they would get. */
export type Trial = { value: number | null; answers: AnswerSoFar[] }

/** One page of the way: the opening, the question that follows, further questions that share a page, thanks. */
export type TrialPage = { show: 'opening' | 'follow_up' | 'questions' | 'thanks'; questions: Question[] }

const soFar = ({ value, answers }: Trial): AnswerSoFar[] => [openingSoFar({ score: value }), ...answers]

/** The pages that these answers lead through, in their order. */
export function pagesOf(opening: Opening, questions: readonly Question[], trial: Trial): TrialPage[] {
  const pages: TrialPage[] = [{ show: 'opening', questions: [] }]
  if (opening !== 'free') pages.push({ show: 'follow_up', questions: [] })
  const shown = new Set<string>()
  for (;;) {
    const next = questionsOnPage(questions, soFar(trial), shown)
    if (next.length === 0) break
    for (const question of next) shown.add(question.questionId)
    pages.push({ show: 'questions', questions: next })
  }
  return [...pages, { show: 'thanks', questions: [] }]
}

/** The questions on this way whose answer decides what comes next. */
export function decidingQuestions(questions: readonly Question[], trial: Trial): Question[] {
  const deciding = new Set(questions.flatMap(({ when }) => when.map(condition => condition.questionId)))
  deciding.delete(OPENING_ID)
  return questionsFor(questions, soFar(trial)).filter(({ questionId }) => deciding.has(questionId))
}

/** The trial with another answer to one question; an empty one takes it back. */
export function answered(trial: Trial, question: Question, value: string): Trial {
  const others = trial.answers.filter(answer => answer.questionId !== question.questionId)
  if (value === '') return { ...trial, answers: others }
  const own = question.kind === 'choice' ? { choices: [value] } : { rating: Number(value) }
  return { ...trial, answers: [...others, { questionId: question.questionId, ...own }] }
}
