import { describe, expect, test } from 'vitest'
import { type ReadyQuestion, Wording, Wordings } from '../../../../vocabulary/survey.ts'
import { structureProblems } from '../../../../vocabulary/survey-structure.ts'
import {
  addEmpty,
  addExact,
  addLanguage,
  addOption,
  addReady,
  type Edit,
  moveQuestion,
  putCondition,
  putFirst,
  removeExact,
  removeLanguage,
  removeOption,
  removeQuestion,
} from './edits.ts'

const group = { promoter: 'A', passive: 'B', detractor: 'C' }
const wording = Wording.parse({
  ...{
    question: 'Q?',
    lowEnd: 'low',
    highEnd: 'high',
    followUp: group,
    thanks: group,
    mailSubject: 'S',
    mailIntro: 'I',
  },
})
const start = Wordings.parse({ language: 'en', texts: { en: wording, de: wording } })
const reasons: ReadyQuestion = {
  question: {
    questionId: 'reasons',
    kind: 'choice',
    required: false,
    options: ['a', 'b', 'c'],
    several: false,
    when: [],
  },
  texts: {
    en: { text: 'Why?', lowEnd: '', highEnd: '', options: { a: 'A', b: 'B', c: 'C' } },
    de: { text: 'Warum?', lowEnd: '', highEnd: '', options: { a: 'Ah', b: 'Be', c: 'Ce' } },
    sv: { text: 'Varför?', lowEnd: '', highEnd: '', options: { a: 'Å', b: 'Bä', c: 'Ce' } },
  },
}
const edited = (...edits: Edit[]) => edits.reduce((wordings, edit) => edit(wordings), start)
const isWhole = (wordings: Wordings) => structureProblems('nps', wordings).length === 0
const condition = { questionId: 'reasons', ratings: [], options: ['a', 'b'] }

describe('a draft', () => {
  test('takes a ready question with its words in each language, twice under two names', () => {
    const wordings = edited(addReady(reasons), addReady(reasons))
    expect(wordings.questions.map(one => one.questionId)).toEqual(['reasons', 'reasons_2'])
    expect(wordings.texts.de?.questions.reasons_2?.options.a).toBe('Ah')
    expect(isWhole(wordings)).toBe(true)
  })

  test('has words in every language for an empty question, to be written', () => {
    const wordings = edited(addEmpty('choice'), addEmpty('csat'))
    expect(isWhole(wordings)).toBe(true)
    expect(Wordings.safeParse(wordings).success).toBe(false)
  })

  test('loses a question together with what looked back at it', () => {
    const asked = edited(addReady(reasons), addEmpty('free'), putCondition('free', 0, condition))
    expect(asked.questions[1]?.when).toHaveLength(1)
    const wordings = removeQuestion('reasons')(asked)
    expect(wordings.questions[1]?.when ?? wordings.questions[0]?.when).toEqual([])
    expect(isWhole(wordings)).toBe(true)
  })

  test('moved before the question it depends on is told to be impossible', () => {
    const wordings = edited(
      addReady(reasons),
      addEmpty('free'),
      putCondition('free', 0, condition),
      moveQuestion('free', -1),
    )
    expect(wordings.questions.map(one => one.questionId)).toEqual(['free', 'reasons'])
    expect(structureProblems('nps', wordings).map(problem => problem.code)).toEqual(['condition_not_earlier'])
    expect(moveQuestion('free', -1)(wordings)).toEqual(wordings)
  })

  test('loses an option together with its words and where a condition named it', () => {
    const wordings = edited(
      ...[addReady(reasons), addEmpty('free'), putCondition('free', 0, condition), removeOption('reasons', 'a')],
    )
    expect(wordings.questions[1]?.when[0]?.options).toEqual(['b'])
    expect(isWhole(wordings)).toBe(true)
    expect(isWhole(addOption('reasons')(wordings))).toBe(true)
  })

  test('gets a language with standard words; questions of the library speak it, others wait to be translated', () => {
    const swedish = { ...wording, question: 'Fråga?' }
    const wordings = edited(addReady(reasons), addEmpty('free'), addLanguage('sv', swedish, [reasons]))
    expect(wordings.texts.sv?.question).toBe('Fråga?')
    expect(wordings.texts.sv?.questions.reasons?.text).toBe('Varför?')
    expect(isWhole(wordings)).toBe(true)
  })

  test('keeps its first language', () => {
    expect(edited(removeLanguage('en'))).toEqual(start)
    expect(Object.keys(edited(putFirst('de'), removeLanguage('en')).texts)).toEqual(['de'])
  })

  test('asks 7 and 8 apart in every language, and together again', () => {
    const apart = edited(
      addExact(7, () => 'Seven?'),
      addExact(8, wording => wording.followUp.passive),
    )
    expect(apart.texts.de?.followUpByScore).toEqual({ 7: 'Seven?', 8: 'B' })
    expect(removeExact('8')(removeExact('7')(apart))).toEqual(start)
  })
})
