import { type Question, scaleOf, type Wording, type WordingLanguage } from '../../../vocabulary/index.ts'
import type { Found, Rule } from './rule.ts'

type Ends = { path: string; lowEnd: string; highEnd: string }

// A number without words at its ends means something else to everybody; stars explain themselves.
const look: Rule['look'] = ({ wordings, opening }) => {
  const texts = Object.entries(wordings.texts) as [WordingLanguage, Wording][]
  return texts.flatMap(([language, wording]) => [
    ...(scaleOf(opening) ? wrongEnds({ ...wording, path: `texts.${language}` }, language) : []),
    ...wordings.questions.filter(needsEnds).flatMap(({ questionId }) => {
      const words = wording.questions[questionId]
      return words ? wrongEnds({ ...words, path: `texts.${language}.questions.${questionId}` }, language) : []
    }),
  ])
}

const needsEnds = ({ kind }: Question) => scaleOf(kind) !== null && kind !== 'stars'

function wrongEnds({ path, lowEnd, highEnd }: Ends, language: WordingLanguage): Found[] {
  const found = (end: 'lowEnd' | 'highEnd', words: string) => ({ path: `${path}.${end}`, language, found: words })
  if (lowEnd === '') return [found('lowEnd', '…')]
  if (highEnd === '') return [found('highEnd', '…')]
  return lowEnd.toLowerCase() === highEnd.toLowerCase() ? [found('highEnd', highEnd)] : []
}

export default {
  look,
  examples: {
    wrong: [
      { questions: [{ questionId: 'easy', kind: 'ces' }], change: { questions: { easy: words('', '') } } },
      { change: { lowEnd: 'very likely', highEnd: 'Very likely' } },
    ],
    right: [
      { questions: [{ questionId: 'easy', kind: 'ces' }], change: { questions: { easy: words('no', 'yes') } } },
      { questions: [{ questionId: 'easy', kind: 'free' }], change: { questions: { easy: words('', '') } } },
    ],
  },
} satisfies Rule

function words(lowEnd: string, highEnd: string) {
  return { text: 'How easy was it?', lowEnd, highEnd, options: {} }
}
