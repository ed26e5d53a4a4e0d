import type { Condition, Question, QuestionKind } from '../../../../vocabulary/question.ts'
import type {
  QuestionWording,
  ReadyQuestion,
  Wording,
  WordingLanguage,
  Wordings,
} from '../../../../vocabulary/survey.ts'

/** A change of a draft. */
export type Edit = (wordings: Wordings) => Wordings

type Texts = Wordings['texts']

const NO_WORDS: QuestionWording = { text: '', lowEnd: '', highEnd: '', options: {} }

const eachText = (texts: Texts, change: (wording: Wording, language: WordingLanguage) => Wording): Texts =>
  Object.fromEntries(
    (Object.entries(texts) as [WordingLanguage, Wording][]).map(([language, own]) => [language, change(own, language)]),
  )

const without = <T>(record: Record<string, T>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([own]) => own !== key))

/** Changes the words of one language. */
export const putWords =
  (language: WordingLanguage, change: Partial<Wording>): Edit =>
  wordings => {
    const wording = wordings.texts[language]
    return wording ? { ...wordings, texts: { ...wordings.texts, [language]: { ...wording, ...change } } } : wordings
  }

/** Changes the words of one question in one language. */
export const putQuestionWords =
  (language: WordingLanguage, questionId: string, change: Partial<QuestionWording>): Edit =>
  wordings => {
    const before = wordings.texts[language]?.questions ?? {}
    const own = { ...(before[questionId] ?? NO_WORDS), ...change }
    return putWords(language, { questions: { ...before, [questionId]: own } })(wordings)
  }

/** A name that no question has yet: `csat`, `csat_2`, … */
export function freshName(taken: readonly string[], wanted: string): string {
  let name = wanted
  for (let n = 2; taken.includes(name); n += 1) name = `${wanted}_${n}`
  return name
}

/** Adds a question of the library, with its words in every language of the survey; `when` says of whom it is asked. */
export const addReady =
  ({ question, texts }: ReadyQuestion, when: Condition[] = []): Edit =>
  wordings => {
    const names = wordings.questions.map(one => one.questionId)
    const questionId = freshName(names, question.questionId)
    return {
      ...wordings,
      questions: [...wordings.questions, { ...question, questionId, when }],
      texts: eachText(wordings.texts, (wording, language) => ({
        ...wording,
        questions: { ...wording.questions, [questionId]: texts[language] ?? texts.en ?? NO_WORDS },
      })),
    }
  }

/** Adds an empty question of a kind. */
export const addEmpty = (kind: QuestionKind): Edit => {
  const options = kind === 'choice' ? ['a', 'b'] : []
  const words = { ...NO_WORDS, options: Object.fromEntries(options.map(option => [option, ''])) }
  const question = { questionId: kind, kind, required: false, options, several: false, when: [] }
  return wordings =>
    addReady({ question, texts: Object.fromEntries(Object.keys(wordings.texts).map(own => [own, words])) })(wordings)
}

/** Takes a question out, with its words and the conditions that looked back at it. */
export const removeQuestion =
  (questionId: string): Edit =>
  wordings => ({
    ...wordings,
    questions: wordings.questions
      .filter(question => question.questionId !== questionId)
      .map(question => ({ ...question, when: question.when.filter(one => one.questionId !== questionId) })),
    texts: eachText(wordings.texts, wording => ({ ...wording, questions: without(wording.questions, questionId) })),
  })

/** Moves a question one place up or down. */
export const moveQuestion =
  (questionId: string, by: -1 | 1): Edit =>
  wordings => {
    const from = wordings.questions.findIndex(question => question.questionId === questionId)
    const [moved, other] = [wordings.questions[from], wordings.questions[from + by]]
    if (!moved || !other) return wordings
    const questions = [...wordings.questions]
    questions[from] = other
    questions[from + by] = moved
    return { ...wordings, questions }
  }

/** Changes what a question is, in every language. */
export const putQuestion =
  (questionId: string, change: Partial<Question>): Edit =>
  wordings => ({
    ...wordings,
    questions: wordings.questions.map(one => (one.questionId === questionId ? { ...one, ...change } : one)),
  })

/** Replaces one condition of a question; null takes it away; past the end adds it. */
export const putCondition =
  (questionId: string, at: number, condition: Condition | null): Edit =>
  wordings => {
    const before = wordings.questions.find(question => question.questionId === questionId)?.when ?? []
    const when = condition
      ? [...before.slice(0, at), condition, ...before.slice(at + 1)]
      : before.filter((_, index) => index !== at)
    return putQuestion(questionId, { when })(wordings)
  }

/** Adds an option, empty in every language. */
export const addOption =
  (questionId: string): Edit =>
  wordings => {
    const question = wordings.questions.find(one => one.questionId === questionId)
    if (!question) return wordings
    const option = freshName(question.options, 'option')
    return withOptionWords(
      putQuestion(questionId, { options: [...question.options, option] })(wordings),
      questionId,
      options => ({
        ...options,
        [option]: '',
      }),
    )
  }

/** Takes an option away, with its words and out of the conditions that named it. */
export const removeOption =
  (questionId: string, option: string): Edit =>
  wordings => {
    const questions = wordings.questions.map(one => ({
      ...one,
      options: one.questionId === questionId ? one.options.filter(own => own !== option) : one.options,
      when: one.when.map(condition =>
        condition.questionId === questionId
          ? { ...condition, options: condition.options.filter(own => own !== option) }
          : condition,
      ),
    }))
    return withOptionWords({ ...wordings, questions }, questionId, options => without(options, option))
  }

const withOptionWords = (
  wordings: Wordings,
  questionId: string,
  change: (options: Record<string, string>) => Record<string, string>,
): Wordings => ({
  ...wordings,
  texts: eachText(wordings.texts, wording => {
    const words = wording.questions[questionId]
    if (!words) return wording
    return {
      ...wording,
      questions: { ...wording.questions, [questionId]: { ...words, options: change(words.options) } },
    }
  }),
})

/** Adds a language with its standard words; questions of the library speak it, others begin in the survey's first language. */
export const addLanguage =
  (language: WordingLanguage, standard: Wording, library: readonly ReadyQuestion[]): Edit =>
  wordings => {
    const first = wordings.texts[wordings.language]
    const questions = Object.fromEntries(
      wordings.questions.map(({ questionId, options }) => {
        const ready = library.find(one => sameQuestion(one.question.questionId, questionId))?.texts[language]
        const own = first?.questions[questionId] ?? NO_WORDS
        const isSame = ready && options.every(option => Object.hasOwn(ready.options, option))
        return [questionId, isSame ? ready : own]
      }),
    )
    return { ...wordings, texts: { ...wordings.texts, [language]: { ...standard, questions } } }
  }

const sameQuestion = (ready: string, own: string) => own === ready || own.replace(/_\d+$/, '') === ready

/** Takes a language away; the first one stays. */
export const removeLanguage =
  (language: WordingLanguage): Edit =>
  wordings =>
    language === wordings.language ? wordings : { ...wordings, texts: without(wordings.texts, language) }

/** Makes a language the first one: what people get whose own the survey does not have. */
export const putFirst =
  (language: WordingLanguage): Edit =>
  wordings => ({ ...wordings, language })

/** Asks a rating apart, in every language; until it has words of its own it says what its group is asked. */
export const addExact =
  (rating: number, words: (wording: Wording, language: WordingLanguage) => string): Edit =>
  wordings => ({
    ...wordings,
    texts: eachText(wordings.texts, (wording, language) => ({
      ...wording,
      followUpByScore: { ...wording.followUpByScore, [rating]: words(wording, language) },
    })),
  })

/** Asks a rating what its group is asked, in every language. */
export const removeExact =
  (rating: string): Edit =>
  wordings => ({
    ...wordings,
    texts: eachText(wordings.texts, wording => ({
      ...wording,
      followUpByScore: without(wording.followUpByScore, rating),
    })),
  })
