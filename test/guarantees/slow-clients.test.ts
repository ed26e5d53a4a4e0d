import { expect, test } from 'vitest'
import { run, small } from './slow-clients.ts'

test('a thousand sockets that never finish are dropped, and honest visitors are served meanwhile (L6)', async () => {
  const { failures, detail } = await run(small)
  expect(failures, detail).toBe(0)
}, 120_000)
