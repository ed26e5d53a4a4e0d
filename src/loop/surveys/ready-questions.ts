import { CUSTOMER_LANGUAGES, type CustomerLanguage, say } from '../../languages/index.ts'
import type { Reader } from '../../platform/database/index.ts'
import {
  type Opening,
  PASSIVE_REASONS,
  Question,
  type QuestionKind,
  type QuestionWording,
  type ReadyQuestion,
} from '../../vocabulary/index.ts'
import { askingWorkspace } from './queries.ts'
import { ends } from './standard-wording.ts'

const ABOUT = ['product', 'service', 'price', 'delivery', 'other'] as const
const ANSWERS = ['yes', 'no'] as const

type Words = (language: CustomerLanguage, company: string) => Omit<QuestionWording, 'lowEnd' | 'highEnd'>
type Ready = { kind: QuestionKind; options?: readonly string[]; words: Words }

const plain =
  (key: 'better' | 'support' | 'value'): Words =>
  language => ({ text: say(language, `surveys.standard.ready.${key}`), options: {} })

const opened =
  (opening: 'csat' | 'ces'): Words =>
  (language, company) => ({
    text: say(language, `surveys.standard.openings.${opening}.question`, { company }),
    options: {},
  })

/** The library: questions that teams ask again and again, with words in every language that customers are asked in. */
const LIBRARY: Record<string, Ready> = {
  passive_reasons: {
    kind: 'choice',
    options: PASSIVE_REASONS,
    words: language => ({
      text: say(language, 'respondent.whichFits'),
      options: worded(PASSIVE_REASONS, reason => say(language, `respondent.reasons.${reason}`)),
    }),
  },
  better: { kind: 'free', words: plain('better') },
  satisfied: { kind: 'csat', words: opened('csat') },
  easy: { kind: 'ces', words: opened('ces') },
  support: { kind: 'csat', words: plain('support') },
  value: { kind: 'csat', words: plain('value') },
  recommend: {
    kind: 'nps',
    words: (language, company) => ({ text: say(language, 'surveys.standard.question', { company }), options: {} }),
  },
  about: {
    kind: 'choice',
    options: ABOUT,
    words: language => ({
      text: say(language, 'surveys.standard.ready.about.text'),
      options: worded(ABOUT, option => say(language, `surveys.standard.ready.about.${option}`)),
    }),
  },
  contact: {
    kind: 'choice',
    options: ANSWERS,
    words: language => ({
      text: say(language, 'surveys.standard.ready.contact.text'),
      options: worded(ANSWERS, option => say(language, `surveys.standard.ready.contact.${option}`)),
    }),
  },
}

const worded = <Option extends string>(options: readonly Option[], word: (option: Option) => string) =>
  Object.fromEntries(options.map(option => [option, word(option)]))

/** Ready questions with their words in every language. */
export async function listReadyQuestions(reader: Reader): Promise<{ items: ReadyQuestion[] }> {
  const { name } = await askingWorkspace(reader)
  return { items: Object.entries(LIBRARY).map(([questionId, ready]) => readyQuestion(questionId, ready, name)) }
}

const readyQuestion = (questionId: string, { kind, options = [], words }: Ready, company: string): ReadyQuestion => ({
  question: Question.parse({ questionId, kind, options }),
  texts: Object.fromEntries(
    CUSTOMER_LANGUAGES.map(language => [language, { ...endsOf(language, kind), ...words(language, company) }]),
  ),
})

const endsOf = (language: CustomerLanguage, kind: QuestionKind) =>
  kind === 'choice' || kind === 'free' ? { lowEnd: '', highEnd: '' } : ends(language, kind satisfies Opening)
