import { type Condition, OPENING_ID, type Opening, type Question, scaleOf } from './question.ts'
import type { Wording, WordingLanguage, Wordings } from './survey.ts'

/** What can be wrong with the questions of a survey. */
export const STRUCTURE_PROBLEMS = [
  'question_twice',
  'condition_not_earlier',
  'condition_empty',
  'condition_without_scale',
  'condition_off_scale',
  'condition_without_options',
  'condition_option_unknown',
  'options_count',
  'option_twice',
  'options_of_other_kind',
  'question_without_words',
  'option_without_words',
  'words_without_question',
  'words_without_option',
  'follow_up_off_scale',
] as const
export type StructureProblemCode = (typeof STRUCTURE_PROBLEMS)[number]

/** One thing that is wrong, its place in the wording, and the facts for its sentence. */
export type StructureProblem = { path: string; code: StructureProblemCode; facts: Record<string, string | number> }

type Say = (path: string, code: StructureProblemCode, facts?: Record<string, string | number>) => StructureProblem
const say: Say = (path, code, facts = {}) => ({ path, code, facts })

const FEWEST_OPTIONS = 2
const MOST_OPTIONS = 30

/** Everything that keeps a survey from being asked as it is written; empty when all is well. */
export const structureProblems = (opening: Opening, wordings: Wordings): StructureProblem[] => [
  ...wordings.questions.flatMap((question, index) => [
    ...nameProblems(wordings.questions, index),
    ...optionProblems(question, `questions.${index}`),
    ...question.when.flatMap((condition, at) =>
      conditionProblems(opening, wordings.questions.slice(0, index), condition, `questions.${index}.when.${at}`),
    ),
  ]),
  ...languagesOf(wordings).flatMap(([language, wording]) =>
    wordProblems(opening, wordings.questions, language, wording),
  ),
]

const languagesOf = ({ texts }: Wordings) => Object.entries(texts) as [WordingLanguage, Wording][]

function nameProblems(questions: readonly Question[], index: number): StructureProblem[] {
  const id = questions[index]?.questionId ?? ''
  const twice = questions.findIndex(other => other.questionId === id) < index
  return twice ? [say(`questions.${index}.questionId`, 'question_twice', { question: id })] : []
}

function optionProblems({ kind, options, several }: Question, path: string): StructureProblem[] {
  if (kind !== 'choice') {
    return options.length > 0 || several ? [say(`${path}.options`, 'options_of_other_kind', { kind })] : []
  }
  const problems: StructureProblem[] = []
  if (options.length < FEWEST_OPTIONS || options.length > MOST_OPTIONS) {
    problems.push(say(`${path}.options`, 'options_count', { fewest: FEWEST_OPTIONS, most: MOST_OPTIONS }))
  }
  options.forEach((option, at) => {
    if (options.indexOf(option) < at) problems.push(say(`${path}.options.${at}`, 'option_twice', { option }))
  })
  return problems
}

function conditionProblems(
  opening: Opening,
  earlier: readonly Question[],
  condition: Condition,
  path: string,
): StructureProblem[] {
  const { questionId: question, ratings, options } = condition
  const about = earlier.find(one => one.questionId === question)
  if (question !== OPENING_ID && !about) return [say(`${path}.questionId`, 'condition_not_earlier', { question })]
  if (ratings.length + options.length === 0) return [say(path, 'condition_empty', { question })]
  const scale = scaleOf(about?.kind ?? opening)
  return [
    ...ratings.flatMap((rating, at) => {
      if (!scale) return at === 0 ? [say(`${path}.ratings`, 'condition_without_scale', { question })] : []
      if (rating >= scale.from && rating <= scale.to) return []
      return [say(`${path}.ratings.${at}`, 'condition_off_scale', { rating, ...scale })]
    }),
    ...options.flatMap((option, at) => {
      if (about?.kind !== 'choice')
        return at === 0 ? [say(`${path}.options`, 'condition_without_options', { question })] : []
      return about.options.includes(option)
        ? []
        : [say(`${path}.options.${at}`, 'condition_option_unknown', { option, question })]
    }),
  ]
}

function wordProblems(
  opening: Opening,
  questions: readonly Question[],
  language: WordingLanguage,
  wording: Wording,
): StructureProblem[] {
  const path = `texts.${language}`
  const known = new Set(questions.map(question => question.questionId))
  return [
    ...questions.flatMap(question => missingWords(question, language, wording)),
    ...Object.keys(wording.questions)
      .filter(question => !known.has(question))
      .map(question => say(`${path}.questions.${question}`, 'words_without_question', { language, question })),
    ...Object.keys(wording.followUpByScore)
      .filter(rating => !isOnScale(opening, Number(rating)))
      .map(rating => say(`${path}.followUpByScore.${rating}`, 'follow_up_off_scale', { language, rating })),
  ]
}

const isOnScale = (opening: Opening, rating: number): boolean => {
  const scale = scaleOf(opening)
  return scale !== null && rating >= scale.from && rating <= scale.to
}

function missingWords(question: Question, language: WordingLanguage, wording: Wording): StructureProblem[] {
  const { questionId: name, options } = question
  const path = `texts.${language}.questions.${name}`
  const words = Object.hasOwn(wording.questions, name) ? wording.questions[name] : undefined
  if (!words) return [say(path, 'question_without_words', { language, question: name })]
  return [
    ...options
      .filter(option => !Object.hasOwn(words.options, option))
      .map(option => say(`${path}.options.${option}`, 'option_without_words', { language, question: name, option })),
    ...Object.keys(words.options)
      .filter(option => !options.includes(option))
      .map(option => say(`${path}.options.${option}`, 'words_without_option', { language, question: name, option })),
  ]
}
