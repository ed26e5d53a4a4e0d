import { describe, expect, test } from 'vitest'
import { openingSoFar, questionsFor, questionsOnPage, unreachableQuestions } from './branching.ts'
import { Question } from './question.ts'

const question = (questionId: string, given: object = {}) => Question.parse({ questionId, kind: 'free', ...given })
const reasons = question('reasons', {
  kind: 'choice',
  options: ['price', 'habit', 'other'],
  when: [{ questionId: 'opening', ratings: [7, 8] }],
})
const price = question('price', { when: [{ questionId: 'reasons', options: ['price'] }] })
const easy = question('easy', { kind: 'ces' })
const hard = question('hard', { when: [{ questionId: 'easy', ratings: [1, 2, 3] }] })
const questions = [reasons, price, easy, hard]
const ids = (found: Question[]) => found.map(one => one.questionId)
const score = (n: number) => openingSoFar({ score: n })

describe('branching', () => {
  test('a question without condition is asked of everybody, one with a condition of those who fit', () => {
    expect(ids(questionsFor(questions, [score(9)]))).toEqual(['easy'])
    expect(ids(questionsFor(questions, [score(8)]))).toEqual(['reasons', 'easy'])
    const chosen = { questionId: 'reasons', choices: ['price'] }
    expect(ids(questionsFor(questions, [score(8), chosen, { questionId: 'easy', rating: 3 }]))).toEqual([
      ...['reasons', 'price', 'easy', 'hard'],
    ])
  })

  test('what was answered under a question that is no longer asked leads nowhere', () => {
    const chosen = { questionId: 'reasons', choices: ['price'] }
    expect(ids(questionsFor(questions, [score(9), chosen]))).toEqual(['easy'])
  })

  test('several conditions must all hold', () => {
    const both = question('both', {
      when: [
        { questionId: 'opening', ratings: [0, 1, 2] },
        { questionId: 'easy', ratings: [1] },
      ],
    })
    expect(ids(questionsFor([easy, both], [score(2), { questionId: 'easy', rating: 2 }]))).toEqual(['easy'])
    expect(ids(questionsFor([easy, both], [score(2), { questionId: 'easy', rating: 1 }]))).toEqual(['easy', 'both'])
  })

  test('a page has at most three questions, and none behind one that decides what comes next', () => {
    const plain = ['one', 'two', 'three', 'four'].map(id => question(id))
    const page = (own: Question[], shown: string[] = []) => ids(questionsOnPage(own, [score(8)], new Set(shown)))
    expect(page(plain)).toEqual(['one', 'two', 'three'])
    expect(page(plain, ['one', 'two', 'three'])).toEqual(['four'])
    expect(page([...questions, ...plain])).toEqual(['reasons'])
    expect(page([...questions, ...plain], ['reasons'])).toEqual(['easy'])
    expect(page([...questions, ...plain], ['reasons', 'easy'])).toEqual(['one', 'two', 'three'])
    expect(page([], [])).toEqual([])
  })

  test('an opening on another scale is a rating like any other', () => {
    const low = question('low', { when: [{ questionId: 'opening', ratings: [1, 2] }] })
    expect(ids(questionsFor([low], [openingSoFar({ score: null, rating: 2 })]))).toEqual(['low'])
    expect(ids(questionsFor([low], [openingSoFar({ score: null, rating: null })]))).toEqual([])
  })

  test('a question is never asked when its conditions, or those behind them, contradict each other', () => {
    const promoters = question('promoters', { kind: 'csat', when: [{ questionId: 'opening', ratings: [9, 10] }] })
    const never = question('never', {
      when: [
        { questionId: 'promoters', ratings: [1] },
        { questionId: 'opening', ratings: [0, 1] },
      ],
    })
    expect(unreachableQuestions('nps', [promoters, never, ...questions])).toEqual(['never'])
    expect(unreachableQuestions('csat', [promoters])).toEqual(['promoters'])
  })

  test('where several options may be chosen, two conditions on different options can hold together', () => {
    const several = question('several', { kind: 'choice', options: ['a', 'b'], several: true })
    const single = question('single', { kind: 'choice', options: ['a', 'b'] })
    const then = (id: string) =>
      question('then', {
        when: [
          { questionId: id, options: ['a'] },
          { questionId: id, options: ['b'] },
        ],
      })
    expect(unreachableQuestions('nps', [several, then('several')])).toEqual([])
    expect(unreachableQuestions('nps', [single, then('single')])).toEqual(['then'])
  })
})
