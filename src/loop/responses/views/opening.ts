import { say } from '../../../languages/index.ts'
import { openingPage } from '../../../respondent/index.ts'
import { changeableUntil, type Given } from '../change-answer.ts'
import { day, filled, frameOf, numberOf, promiseOf, type Visit, wordingIn } from './visit.ts'

/** What may stand above the question. */
export type Note = 'chooseScore' | 'chooseRating' | 'writeFirst' | 'tooFast' | 'pageForeign' | null

/** What to say where the form holds no answer to the first question. */
export const missingNote = ({ asked }: Visit): Note =>
  asked.opening === 'nps' ? 'chooseScore' : asked.opening === 'free' ? 'writeFirst' : 'chooseRating'

/** The first page; where an answer stands it says so and asks for the change. */
export function showOpening(
  visit: Visit,
  page: { value: number | null; nonce: string; comment?: string; note: Note; given: Given | null; anonymous?: boolean },
): string {
  const wording = wordingIn(visit)
  const { language, asked } = visit
  const { given } = page
  const at =
    page.value === null ? '?change=1' : `?change=1&${asked.opening === 'nps' ? 'score' : 'rating'}=${page.value}`
  return openingPage({
    ...frameOf(visit, at),
    opening: asked.opening,
    question: filled(visit, wording.question),
    lowEnd: wording.lowEnd,
    highEnd: wording.highEnd,
    value: page.value ?? (given && numberOf(given)),
    nonce: page.nonce,
    comment: page.comment ?? null,
    note: page.note ? { text: say(language, `respondent.${page.note}`), wrong: true } : given && stands(visit, given),
    addComment: given && asked.opening !== 'free' ? say(language, 'respondent.addComment') : null,
    ...(given ? { promise: promiseOf(visit, given) } : page.anonymous ? { promise: anonymousPromise(visit) } : {}),
  })
}

/** Said where the answer is given, not only on the page about it. */
const anonymousPromise = ({ language, asked: { company } }: Visit): string =>
  `${say(language, 'links.visitor.anonymous', { company })} ${say(language, 'respondent.notStored')}`

function stands(visit: Visit, given: Given): { text: string; wrong: false } {
  const value = numberOf(given)
  const facts = { date: day(visit, given.answeredAt), until: day(visit, changeableUntil(given.answeredAt)) }
  const text =
    value === null
      ? say(visit.language, 'respondent.stands', facts)
      : say(visit.language, 'respondent.alreadyAnswered', { ...facts, score: value })
  return { text, wrong: false }
}
