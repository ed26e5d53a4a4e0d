import { expect, test } from 'vitest'
import * as model from './contact-budget-model.ts'
import * as nights from './quiet-hours.ts'

test('no generated history breaks the budget, an objection, a break or the night (G5 to G7)', async () => {
  const { failures, runs, detail } = await model.run(model.small)
  expect(failures, detail).toBe(0)
  expect(runs).toBe(model.small.histories)
}, 120_000)

test('nothing leaves in the quiet hours of any zone, over both changes of the clock (G6, C10)', async () => {
  const { failures, detail } = await nights.run(nights.small)
  expect(failures, detail).toBe(0)
}, 120_000)
