import type { Question } from '../../../vocabulary/index.ts'
import type { Rule } from './rule.ts'

/** More than these after the first, and fewer people reach the end. */
const MOST = 4

const askedOfAll = ({ when }: Question) => when.length === 0

export default {
  look: ({ wordings }) => {
    const always = wordings.questions.filter(askedOfAll)
    return always.length > MOST ? [{ path: 'questions', language: null, found: String(always.length) }] : []
  },
  examples: {
    wrong: [{ questions: some(MOST + 1), change: { questions: words(MOST + 1) } }],
    right: [{ questions: some(MOST), change: { questions: words(MOST) } }],
  },
} satisfies Rule

function some(n: number) {
  return Array.from({ length: n }, (_, i) => ({ questionId: `q${i}`, kind: 'free' as const }))
}

function words(n: number) {
  return Object.fromEntries(
    Array.from({ length: n }, (_, i) => [`q${i}`, { text: 'Why?', lowEnd: '', highEnd: '', options: {} }]),
  )
}
