import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../../test/harness/database.ts'
import { type Script, scriptedServer } from '../../../platform/mail/scripted-server.fixture.ts'
import { sending } from '../index.ts'
import { queuedWave } from '../sending.fixture.ts'
import { NOON, outcomes, toolsFor, trustSender } from './delivery.fixture.ts'

const { database } = await freshDatabase()
const endings: (() => unknown)[] = []
let scope: { workspaceId: string; actor: string }
beforeEach(async () => {
  await database.pool.query('delete from messages')
  scope = (await freshWorkspace(database)).scope
  await trustSender(database, scope)
})
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

/** Sends one message to a server that follows a script, and again an hour later. */
async function sendTwice(script: Script) {
  const server = await scriptedServer(script)
  endings.push(server.stop)
  await queuedWave(database, scope, [{ email: 'anna@example.com' }])
  let now = NOON
  const work = sending(
    toolsFor(database, server.url, () => now),
    { lanes: 1, sweepMs: 0 },
  )
  await work.once()
  const first = (await outcomes(database, scope))['anna@example.com']
  now = new Date(NOON.getTime() + 3_600_000)
  await work.once()
  return { first, server }
}

test.each([
  [{ MAIL: 'hang up' }, 'deferred server_unreachable'],
  [{ RCPT: 'hang up' }, 'deferred server_unreachable'],
  [{ DATA: 'hang up' }, 'deferred server_unreachable'],
  [{ DATA: '451 4.3.0 later' }, 'deferred server_busy'],
  [{ dot: '451 4.3.0 later' }, 'deferred server_busy'],
] as [Script, string][])('before the server says yes, %j is a reason to try again', async (script, fate) => {
  expect((await sendTwice(script)).first).toBe(fate)
})

test('a server that breaks off after the dot leaves the message unknown, and it is never sent again by itself (case M3)', async () => {
  const { first, server } = await sendTwice({ dot: 'hang up' })
  expect(first).toBe('unknown no_reply')
  expect((await outcomes(database, scope))['anna@example.com']).toBe('unknown no_reply')
  expect(server.bodies).toHaveLength(1)
})
