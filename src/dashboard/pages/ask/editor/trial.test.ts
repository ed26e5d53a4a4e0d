import { expect, test } from 'vitest'
import { Question } from '../../../../vocabulary/question.ts'
import { answered, decidingQuestions, pagesOf } from './trial.ts'

const question = (questionId: string, given: object = {}) => Question.parse({ questionId, kind: 'free', ...given })
const reasons = question('reasons', {
  kind: 'choice',
  options: ['a', 'b'],
  when: [{ questionId: 'opening', ratings: [7, 8] }],
})
const price = question('price', { when: [{ questionId: 'reasons', options: ['a'] }] })
const questions = [reasons, price, question('one'), question('two'), question('three')]
const shown = (value: number, answers: Parameters<typeof pagesOf>[2]['answers'] = []) =>
  pagesOf('nps', questions, { value, answers }).map(
    page => page.questions.map(one => one.questionId).join('+') || page.show,
  )

test('the preview walks the pages that somebody with these answers would get', () => {
  expect(shown(9)).toEqual(['opening', 'follow_up', 'one+two+three', 'thanks'])
  expect(shown(8)).toEqual(['opening', 'follow_up', 'reasons', 'one+two+three', 'thanks'])
  const trial = answered({ value: 8, answers: [] }, reasons, 'a')
  expect(shown(8, trial.answers)).toEqual(['opening', 'follow_up', 'reasons', 'price+one+two', 'three', 'thanks'])
  expect(answered(trial, reasons, '').answers).toEqual([])
})

test('only questions that decide about others are asked of whoever looks at the preview', () => {
  expect(decidingQuestions(questions, { value: 8, answers: [] })).toEqual([reasons])
  expect(decidingQuestions(questions, { value: 9, answers: [] })).toEqual([])
})
