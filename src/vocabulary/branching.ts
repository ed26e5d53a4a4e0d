import { type Condition, OPENING_ID, type Opening, type Question, type QuestionAnswer, scaleOf } from './question.ts'

/** What a person answered so far, the opening among it under the name of `OPENING_ID`. */
export type AnswerSoFar = Pick<QuestionAnswer, 'questionId' | 'rating' | 'choices'>

/** The first question's answer as one among the others: its score or rating. */
export const openingSoFar = (opening: { score?: number | null; rating?: number | null }): AnswerSoFar => ({
  questionId: OPENING_ID,
  rating: opening.score ?? opening.rating ?? null,
})

/**
 * The questions that these answers lead to, in their order, answered ones included. What stands under a question that is
 * no longer asked (the person went back and changed an answer) leads nowhere.
 */
export function questionsFor(questions: readonly Question[], answers: readonly AnswerSoFar[]): Question[] {
  const counted = new Map<string, AnswerSoFar>()
  const note = (questionId: string) => {
    const answer = answers.find(one => one.questionId === questionId)
    if (answer) counted.set(questionId, answer)
  }
  note(OPENING_ID)
  return questions.filter(question => {
    const asked = question.when.every(condition => holds(condition, counted.get(condition.questionId)))
    if (asked) note(question.questionId)
    return asked
  })
}

const MOST_ON_A_PAGE = 3

/** The questions that share the next page: at most three of those not shown yet, and none behind one that decides what comes next. */
export function questionsOnPage(
  questions: readonly Question[],
  answers: readonly AnswerSoFar[],
  shown: ReadonlySet<string>,
): Question[] {
  const due = questionsFor(questions, answers).filter(({ questionId }) => !shown.has(questionId))
  const deciding = new Set(questions.flatMap(({ when }) => when.map(condition => condition.questionId)))
  deciding.delete(OPENING_ID)
  const last = due.findIndex(({ questionId }) => deciding.has(questionId))
  return due.slice(0, Math.min(MOST_ON_A_PAGE, last < 0 ? due.length : last + 1))
}

function holds(condition: Condition, answer: AnswerSoFar | undefined): boolean {
  if (!answer) return false
  const { rating, choices } = answer
  if (typeof rating === 'number' && condition.ratings.includes(rating)) return true
  return (choices ?? []).some(choice => condition.options.includes(choice))
}

/** Questions that no answers lead to: their conditions contradict each other, or those of the questions they depend on. */
export const unreachableQuestions = (opening: Opening, questions: readonly Question[]): string[] =>
  questions.filter(question => !reachable(opening, questions, question)).map(question => question.questionId)

function reachable(opening: Opening, questions: readonly Question[], question: Question): boolean {
  const needed = conditionsBehind(questions, question)
  const ids = [...new Set(needed.map(condition => condition.questionId))]
  return ids.every(id => {
    const own = needed.filter(condition => condition.questionId === id)
    const about = questions.find(one => one.questionId === id)
    if (about?.several) return own.every(condition => condition.options.some(one => about.options.includes(one)))
    const values = valuesOf(id === OPENING_ID ? opening : about)
    return values.some(value => own.every(condition => allows(condition, value)))
  })
}

/** A question's conditions with those of every question that they need to have been asked. */
function conditionsBehind(questions: readonly Question[], question: Question, seen = new Set<string>()): Condition[] {
  if (seen.has(question.questionId)) return []
  seen.add(question.questionId)
  return question.when.flatMap(condition => {
    const needed = questions.find(one => one.questionId === condition.questionId)
    return [condition, ...(needed ? conditionsBehind(questions, needed, seen) : [])]
  })
}

const allows = (condition: Condition, value: number | string): boolean =>
  typeof value === 'number' ? condition.ratings.includes(value) : condition.options.includes(value)

function valuesOf(asked: Opening | Question | undefined): (number | string)[] {
  if (!asked) return []
  if (typeof asked !== 'string' && asked.kind === 'choice') return asked.options
  const scale = scaleOf(typeof asked === 'string' ? asked : asked.kind)
  return scale ? Array.from({ length: scale.to - scale.from + 1 }, (_, n) => scale.from + n) : []
}
