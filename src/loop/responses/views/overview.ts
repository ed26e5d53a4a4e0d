import { say } from '../../../languages/index.ts'
import { type GivenPart, overviewPage } from '../../../respondent/index.ts'
import { partOf } from '../../../stats/index.ts'
import {
  openingSoFar,
  type Question,
  type QuestionAnswer,
  type QuestionWording,
  questionsFor,
} from '../../../vocabulary/index.ts'
import { changeableUntil, type Given } from '../change-answer.ts'
import { day, filled, frameOf, numberOf, promiseOf, type Visit, wordingIn } from './visit.ts'

/** Everything that an answer says, each part with the way to change it; stored words are not shown, because links get forwarded. */
export function showOverview(visit: Visit, given: Given): string {
  const facts = { date: day(visit, given.answeredAt), until: day(visit, changeableUntil(given.answeredAt)) }
  return overviewPage(frameOf(visit, '/answers'), {
    stands: say(visit.language, 'respondent.stands', facts),
    parts: [...openingParts(visit, given), ...furtherParts(visit)],
    promise: promiseOf(visit, given),
  })
}

const stored = (visit: Visit) => say(visit.language, 'respondent.storedPlain')

function openingParts(visit: Visit, given: Given): GivenPart[] {
  const wording = wordingIn(visit)
  const value = numberOf(given)
  const at = (path: string) => `${visit.address}${path}language=${visit.language}`
  const opening = {
    question: filled(visit, wording.question),
    value: value === null ? stored(visit) : String(value),
    change: at('?change=1&'),
  }
  if (visit.asked.opening === 'free') return [opening]
  const why = wording.followUpByScore[String(value)] ?? wording.followUp[partOf(given)]
  return [
    opening,
    { question: filled(visit, why), value: given.hasComment ? stored(visit) : null, change: at('/comment?') },
  ]
}

function furtherParts(visit: Visit): GivenPart[] {
  const { asked, wordings } = visit
  const { answers } = asked
  const wording = wordingIn(visit)
  return questionsFor(wordings.questions, [openingSoFar(asked), ...answers]).map(question => {
    const words = wording.questions[question.questionId]
    const answer = answers.find(one => one.questionId === question.questionId)
    return {
      question: filled(visit, words?.text ?? question.questionId),
      value: answer ? saidTo(visit, { question, words, answer }) : null,
      change: `${visit.address}/questions?of=${question.questionId}&language=${visit.language}`,
    }
  })
}

function saidTo(
  visit: Visit,
  { question, words, answer }: { question: Question; words: QuestionWording | undefined; answer: QuestionAnswer },
): string | null {
  if (typeof answer.rating === 'number') {
    return question.kind === 'stars'
      ? say(visit.language, 'respondent.star', { n: answer.rating })
      : String(answer.rating)
  }
  if (answer.choices?.length) return answer.choices.map(choice => words?.options[choice] ?? choice).join(', ')
  return answer.words ? stored(visit) : null
}
