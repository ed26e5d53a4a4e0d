import { expect, test } from 'vitest'
import { run, small } from './answers-survive-kills.ts'

test('acknowledged answers survive kills of server and database, none twice (G1, C1)', async () => {
  const { failures, detail } = await run(small)
  expect(failures, detail).toBe(0)
}, 600_000)
