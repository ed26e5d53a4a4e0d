import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openingSoFar, Question, questionsFor } from '../../vocabulary/index.ts'
import type { AskQuestion } from './config.ts'
import { type AskAnswer, pathOf } from './path.ts'

const ids = ['a', 'b', 'c', 'd', 'e']

/** Five questions; each may hang on the opening and on those before it. */
const questions = fc
  .array(
    fc.array(
      fc.record({
        on: fc.nat(4),
        ratings: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }),
        options: fc.subarray(['x', 'y']),
      }),
      { maxLength: 2 },
    ),
    { minLength: 5, maxLength: 5 },
  )
  .map(all =>
    all.map((conditions, i) =>
      Question.parse({
        questionId: ids[i],
        kind: i % 2 ? 'choice' : 'csat',
        options: i % 2 ? ['x', 'y'] : [],
        when: conditions.map(({ on, ratings, options }) => ({
          questionId: on < i ? ids[on] : 'opening',
          ratings,
          options,
        })),
      }),
    ),
  )
const answers = fc.array(
  fc.record({ id: fc.constantFrom(...ids), rating: fc.integer({ min: 0, max: 5 }), choice: fc.constantFrom('x', 'y') }),
  { maxLength: 6 },
)

const small = (question: Question): AskQuestion => ({
  id: question.questionId,
  kind: question.kind,
  text: '',
  when: question.when.map(({ questionId, ratings, options }) => [questionId, ...ratings, ...options]),
})

test('the small rule of widget and kiosk asks what the survey asks, whatever was answered', () => {
  fc.assert(
    fc.property(questions, fc.integer({ min: 0, max: 5 }), answers, (asked, score, said) => {
      const given = new Map(
        said.map(({ id, rating, choice }): [string, AskAnswer] => [
          id,
          ids.indexOf(id) % 2 ? { questionId: id, choices: [choice] } : { questionId: id, rating },
        ]),
      )
      const all = questionsFor(asked, [openingSoFar({ score }), ...given.values()]).map(one => one.questionId)
      const path = pathOf(asked.map(small), score, [...given.values()])
      const next = all.find(id => !given.has(id))
      expect(path.next?.id).toBe(next)
      expect(path.answers.map(one => one.questionId)).toEqual(next ? all.slice(0, all.indexOf(next)) : all)
    }),
  )
})
