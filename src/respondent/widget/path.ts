import type { AskQuestion } from './config.ts'

/** What a question got; nothing but its name where it was left out. */
export type AskAnswer = { questionId: string; rating?: number; choices?: string[]; words?: string }

/**
 * Where a visitor stands: the next question, and the answers that lie on the way there. The rule of `questionsFor` in the
 * vocabulary, small enough for a page of somebody else.
 */
export function pathOf(
  questions: readonly AskQuestion[],
  opening: number | undefined,
  given: readonly AskAnswer[],
): { next?: AskQuestion; answers: AskAnswer[] } {
  const said = new Map<string, (number | string | undefined)[]>([['opening', [opening]]])
  const answers: AskAnswer[] = []
  for (const question of questions) {
    const { id, when = [] } = question
    if (!when.every(([of, ...values]) => said.get(of)?.some(one => values.includes(one as string)))) continue
    const answer = given.find(one => one.questionId === id)
    if (!answer) return { next: question, answers }
    said.set(id, [answer.rating, ...(answer.choices ?? [])])
    // What was left out is not sent.
    if (Object.keys(answer).length > 1) answers.push(answer)
  }
  return { answers }
}
