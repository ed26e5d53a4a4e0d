import { expect, test } from 'vitest'
import { run, small } from './paused-senders.ts'

test('senders that slept past their lease send nothing that others have by now (G4, C11)', async () => {
  const { failures, detail } = await run(small)
  expect(failures, detail).toBe(0)
}, 180_000)
