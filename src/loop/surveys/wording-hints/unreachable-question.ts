import { unreachableQuestions } from '../../../vocabulary/index.ts'
import type { Rule } from './rule.ts'

// Conditions that contradict each other: the question stands there and is never asked.
export default {
  look: ({ opening, wordings }) =>
    unreachableQuestions(opening, wordings.questions).map(questionId => ({
      path: `questions.${wordings.questions.findIndex(question => question.questionId === questionId)}`,
      language: null,
      found: wordings.texts[wordings.language]?.questions[questionId]?.text ?? questionId,
    })),
  examples: {
    wrong: [{ questions: [asked([7, 8], [9])], change: { questions: { why: words() } } }],
    right: [{ questions: [asked([7, 8], [8])], change: { questions: { why: words() } } }],
  },
} satisfies Rule

function asked(...ratings: number[][]) {
  const when = ratings.map(own => ({ questionId: 'opening', ratings: own, options: [] }))
  return { questionId: 'why', kind: 'free' as const, when }
}

function words() {
  return { text: 'Why?', lowEnd: '', highEnd: '', options: {} }
}
