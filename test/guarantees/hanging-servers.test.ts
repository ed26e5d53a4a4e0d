import { expect, test } from 'vitest'
import { run, small } from './hanging-servers.ts'

test('servers that hang, break off or lose their reply get no mail twice (G4, M3)', async () => {
  const { failures, detail } = await run(small)
  expect(failures, detail).toBe(0)
}, 120_000)
