import { expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../harness/database.ts'
import { failuresOf, killSenders, small } from './sender-kills.ts'

test('50 kills of senders: no mail twice, everything else once, what is unknown is counted (G4, C2)', async () => {
  const { database, url } = await freshDatabase()
  const { scope } = await freshWorkspace(database)
  const report = await killSenders({ database, url, scope }, small)
  expect(failuresOf(report), JSON.stringify(report)).toEqual([])
}, 600_000)
