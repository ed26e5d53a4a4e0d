import { expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../test/harness/database.ts'
import type { Tx } from '../platform/database/index.ts'
import { deliverEvents, type Listeners } from './deliver-events.ts'
import { emit } from './emit.ts'
import { listUndelivered } from './list-undelivered.ts'
import { LAST_ATTEMPT, undeliveredEvents } from './queries.ts'
import { retryEvents } from './retry-events.ts'

const { database } = await freshDatabase()
const north = await freshWorkspace(database, 'North')
const south = await freshWorkspace(database, 'South')
const silent = { warn: () => undefined } as never

const received = (tx: Tx) =>
  emit(tx, 'response.received', crypto.randomUUID(), {
    personId: null,
    surveyId: '',
    waveId: null,
    score: 9,
    source: 'x',
  })

const deliverAll = async (listeners: Listeners) => {
  const work = deliverEvents({ database, log: silent }, listeners)
  while (await work.once());
}

const dueAgain = () =>
  database.inInstance(tx =>
    tx
      .updateTable('events')
      .set({ not_before: new Date(0) })
      .where('delivered_at', 'is', null)
      .execute(),
  )

const undelivered = () => database.readWorkspace(north.scope, undeliveredEvents)

test('each event reaches its listener once, inside its own workspace', async () => {
  await database.inWorkspace(north.scope, received)
  await database.inWorkspace(south.scope, received)
  const seen: string[] = []
  const listeners: Listeners = {
    'response.received': [
      async (tx, event) => {
        const [workspace] = await tx.selectFrom('workspaces').select('name').execute()
        await tx.insertInto('people').values({ external_id: event.subjectId }).execute()
        seen.push(workspace?.name ?? '')
      },
    ],
  }
  await deliverAll(listeners)
  await deliverAll(listeners)
  expect(seen.sort()).toEqual(['North', 'South'])
  expect(await database.readWorkspace(north.scope, r => r.selectFrom('people').selectAll().execute())).toHaveLength(1)
})

test('a listener that fails leaves nothing behind, is tried again, and does not hold up the others', async () => {
  await database.inWorkspace(north.scope, received)
  await database.inWorkspace(south.scope, received)
  let working = false
  let heard = 0
  const listeners: Listeners = {
    'response.received': [
      async (tx, event) => {
        await tx
          .insertInto('people')
          .values({ external_id: `half ${event.subjectId}` })
          .execute()
        if (!working && event.workspaceId === north.workspaceId) throw new Error('not now')
        heard += 1
      },
    ],
  }
  await deliverAll(listeners)
  expect(heard).toBe(1)
  working = true
  await dueAgain()
  await deliverAll(listeners)
  expect(heard).toBe(2)
  const people = await database.readWorkspace(north.scope, r =>
    r.selectFrom('people').select('external_id').where('external_id', 'like', 'half%').execute(),
  )
  expect(people).toHaveLength(1)
})

test('an event that fails ten times waits, visibly, for a person', async () => {
  await database.inWorkspace(north.scope, received)
  const listeners: Listeners = { 'response.received': [() => Promise.reject(new Error('always'))] }
  for (let attempt = 1; attempt < LAST_ATTEMPT; attempt++) {
    await deliverAll(listeners)
    await dueAgain()
  }
  expect(await undelivered()).toEqual([])
  await deliverAll(listeners)
  await deliverAll(listeners)
  expect(await undelivered()).toMatchObject([{ name: 'response.received', attempts: LAST_ATTEMPT, problem: 'always' }])
})

test('what waits for a person is tried again when they ask, in their workspace alone', async () => {
  expect((await database.readWorkspace(north.scope, listUndelivered)).items).toHaveLength(1)
  expect(await retryEvents(database, south.workspaceId)).toEqual({ events: 0 })
  expect(await retryEvents(database, north.workspaceId)).toEqual({ events: 1 })
  let heard = 0
  await deliverAll({
    'response.received': [
      async () => {
        heard += 1
      },
    ],
  })
  expect([heard, await undelivered()]).toEqual([1, []])
})

test('two processes never bring the same event at the same time', async () => {
  for (let i = 0; i < 20; i++) await database.inWorkspace(south.scope, received)
  const heard = new Map<string, number>()
  const listeners: Listeners = {
    'response.received': [
      async (_tx, event) => {
        heard.set(event.subjectId, (heard.get(event.subjectId) ?? 0) + 1)
        await new Promise(resolve => setTimeout(resolve, 2))
      },
    ],
  }
  await Promise.all([deliverAll(listeners), deliverAll(listeners), deliverAll(listeners)])
  expect([...heard.values()]).toEqual(Array(20).fill(1))
})
