import { expect, test } from 'vitest'
import { welch } from './_welch.ts'
import { run, small } from './guessed-links.ts'

test('no guessed or twisted token opens anything, and misses take the same time whatever they are (S5)', async () => {
  const { failures, detail } = await run(small)
  expect(failures, detail).toBe(0)
}, 120_000)

test('times that differ by a hundredth are told apart', () => {
  const noisy = (mean: number) => Array.from({ length: 10_000 }, (_, i) => mean * (1 + (i % 20) / 100))
  expect(Math.abs(welch(noisy(1), noisy(1.01)))).toBeGreaterThan(4.5)
  expect(welch(noisy(1), noisy(1))).toBe(0)
})
