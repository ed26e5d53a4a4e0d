import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { mailServer } from '../../../test/harness/mail-server.ts'
import { scriptedServer } from '../../platform/mail/scripted-server.fixture.ts'
import { savePerson } from '../people/index.ts'
import { queueMessage, sending } from './index.ts'
import { NOON, queuedWave, toolsFor } from './sending.fixture.ts'

const { database } = await freshDatabase()
let scope: { workspaceId: string; actor: string }
const endings: (() => unknown)[] = []
beforeEach(async () => {
  await database.pool.query('delete from messages')
  scope = (await freshWorkspace(database)).scope
})
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

const messages = () =>
  database.readWorkspace(scope, reader =>
    reader.selectFrom('messages').select(['state', 'reason', 'attempts', 'lease_until']).execute(),
  )
const wave = (people: number) =>
  queuedWave(
    database,
    scope,
    Array.from({ length: people }, (_, i) => ({ email: `asked${i}@example.com` })),
  )

test('a reply to a person leaves before the surveys that were due earlier', async () => {
  const server = await mailServer()
  endings.push(server.stop)
  const tools = toolsFor(database, server.url)
  await wave(5)
  await database.inWorkspace(scope, async tx => {
    const { personId } = await savePerson(tx, { email: 'waits@example.com' })
    await queueMessage(tx, { purpose: 'case_reply', personId, subject: 'Sorry', body: 'We will call.' }, tools)
  })
  await database.pool.query(`update messages set not_before = $1 where purpose = 'survey'`, [
    new Date(NOON.getTime() - 3_600_000),
  ])
  await sending(tools, { lanes: 1, batch: 2 }).once()
  expect(server.accepted[0]?.to).toBe('waits@example.com')
  expect(server.accepted).toHaveLength(2)
})

test('a portion ends within its time, and what it did not come to stands in the queue again', async () => {
  const server = await mailServer({ wait: () => new Promise(resolve => setTimeout(resolve, 40)) })
  endings.push(server.stop)
  await wave(10)
  await sending(toolsFor(database, server.url), { lanes: 1, portionMs: 100 }).once()
  const left = (await messages()).filter(message => message.state === 'queued')
  expect(server.accepted.length).toBeLessThan(10)
  expect(left).toHaveLength(10 - server.accepted.length)
  expect(left.every(message => message.lease_until === null)).toBe(true)
})

test('a process that is to end finishes the mail in hand and gives the rest back', async () => {
  const ending = new AbortController()
  const server = await mailServer({ wait: async () => ending.abort() })
  endings.push(server.stop)
  await wave(10)
  await sending(toolsFor(database, server.url), { lanes: 2 }).once(ending.signal)
  const states = (await messages()).map(message => message.state)
  expect(server.accepted.length).toBeLessThanOrEqual(2)
  expect(states.filter(state => state === 'accepted')).toHaveLength(server.accepted.length)
  expect(states.filter(state => state === 'queued')).toHaveLength(10 - server.accepted.length)
})

test.each([
  [{ RCPT: '451 4.3.2 later' }, 'deferred'],
  [{ dot: '451 4.3.2 later' }, 'deferred'],
  [{ RCPT: '552 5.2.2 full' }, 'failed'],
  [{ dot: '554 5.6.0 content' }, 'failed'],
])('with %j one try counts once', async (script, state) => {
  const server = await scriptedServer(script)
  endings.push(server.stop)
  await wave(1)
  await sending(toolsFor(database, server.url)).once()
  expect(await messages()).toMatchObject([{ state, attempts: 1 }])
})

test.each(['hang up', 'silence'] as const)('a server that meets the sign-in with %s holds nothing up', async script => {
  const server = await scriptedServer({ AUTH: script })
  endings.push(server.stop)
  await wave(3)
  const done = sending(toolsFor(database, server.url), { lanes: 2 }).once()
  if (script === 'silence') await expect.poll(() => messages()).toMatchObject([{ state: 'claimed' }, {}, {}])
  if (script === 'silence') await server.stop()
  expect(await done).toBe(false)
  const reasons = new Set((await messages()).map(message => message.reason))
  expect(reasons).toEqual(new Set([null, 'server_unreachable']))
})
