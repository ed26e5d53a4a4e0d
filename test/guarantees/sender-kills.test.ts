import { expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../harness/database.ts'
import { failuresOf, killSenders } from './sender-kills.ts'

test('12 kills of senders: no mail twice, everything else once, what is unknown is counted (G4, C2)', async () => {
  const { database, url } = await freshDatabase()
  const { scope } = await freshWorkspace(database)
  const report = await killSenders({ database, url, scope }, { kills: 12, mails: 400 })
  expect(failuresOf(report), JSON.stringify(report)).toEqual([])
}, 120_000)
