import { expect, test } from 'vitest'
import { run, small } from './large-send.ts'

test('a send that is stopped, resumed and killed reaches everybody at most once (guarantee G4)', async () => {
  const { failures, detail } = await run(small)
  expect(failures, detail).toBe(0)
}, 300_000)
