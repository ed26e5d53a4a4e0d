import { expect, test } from 'vitest'
import { run, small } from './sender-kills.ts'

test('50 kills of senders: no mail twice, everything else once, what is unknown is counted (G4, C2)', async () => {
  const { failures, detail } = await run(small)
  expect(failures, detail).toBe(0)
}, 600_000)
