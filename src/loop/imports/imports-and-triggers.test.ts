import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import type { Caller } from '../../access/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { deliverEvents } from '../deliver-events.ts'
import { loop } from '../index.ts'
import { savePerson } from '../people/index.ts'
import { createSurvey } from '../surveys/index.ts'
import { changeMapping } from './change-mapping.ts'
import { readImport } from './read-imports.ts'
import { receiveFile } from './receive-file.ts'
import { runImport } from './run-import.ts'
import { startRun } from './start-run.ts'
import { uploadPath } from './uploads.ts'

const { database } = await freshDatabase()
const { scope, workspaceId, accountId } = await freshWorkspace(database)
const caller: Caller = { workspaceId, accountId, role: 'owner', actor: scope.actor, language: 'en' }
const settings = {
  dataFolder: await mkdtemp(join(tmpdir(), 'echolot-imports-')),
  secret: 'a secret long enough for it',
}
const tools = { database, settings, log: console, clock: () => new Date() } as unknown as Tools

const DAY_MS = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString()

async function* bytes(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}

async function bring(rows: string[], dryRun = false) {
  const csv = ['order id,email,order,status,ordered at', ...rows].join('\n')
  const options = { touchpoint: 'order' as const }
  const file = { fileName: 'orders.csv', kind: 'touchpoints' as const, dryRun, options, start: false }
  const { importId } = await receiveFile(tools, caller, bytes(csv), file)
  await database.inWorkspace(scope, async tx => {
    const roles = {
      'order id': 'source_id',
      email: 'email',
      order: 'title',
      status: 'state',
      'ordered at': 'occurred_at',
    }
    await changeMapping(tx, importId, { roles: roles as never })
    await startRun(tx, importId, { dryRun })
  })
  await runImport({ database, scope, importId, path: uploadPath(tools.settings, importId), secret: settings.secret })
  const work = deliverEvents(tools, loop)
  while (await work.once());
  return database.readWorkspace(scope, reader => readImport(reader, importId))
}

const turns = () =>
  database.readWorkspace(scope, reader =>
    reader
      .selectFrom('trigger_turns as t')
      .innerJoin('touchpoints as p', 'p.touchpoint_id', 't.touchpoint_id')
      .select(['p.source_id', 't.state', 't.due_at', 'p.occurred_at'])
      .orderBy('p.source_id')
      .execute(),
  )

test('a file with history asks about what happened within the delay and a day, never about older things or twice', async () => {
  await database.inWorkspace(scope, async tx => {
    const { surveyId } = await createSurvey(tx, { name: 'Delivery' })
    for (const name of ['anna', 'bo', 'cy']) await savePerson(tx, { email: `${name}@example.com` })
    const trigger = { survey_id: surveyId, name: 'Delivered', touchpoint_kind: 'order' as const, delay_hours: 14 * 24 }
    const states = { states: ['delivered'], contrary_states: ['returned'] }
    await tx
      .insertInto('triggers')
      .values([
        { ...trigger, ...states, started_at: new Date() },
        { ...trigger, ...states, name: 'Not started' },
      ])
      .execute()
  })
  const old = Array.from({ length: 300 }, (_, i) => `old-${i},anna@example.com,Lamp,delivered,${daysAgo(16 + i)}`)
  const rows = [
    ...old,
    `a-today,anna@example.com,Lamp,Delivered,${daysAgo(0.1)}`,
    `b-just,bo@example.com,Lamp,delivered,${daysAgo(14.5)}`,
    `c-shipped,bo@example.com,Lamp,shipped,${daysAgo(1)}`,
    `d-sent,cy@example.com,Lamp,delivered,${daysAgo(3)}`,
    `e-back,cy@example.com,Lamp,returned,${daysAgo(2)}`,
  ]
  const tried = await bring(rows, true)
  expect([tried.dryRun, tried.rowsAdded, tried.turnsMade]).toEqual([true, 305, 3])
  expect(await turns()).toEqual([])
  const done = await bring(rows)
  expect([done.rowsAdded, done.turnsMade]).toEqual([305, 3])
  const made = await turns()
  expect(made.map(turn => [turn.source_id, turn.state])).toEqual([
    ['order:a-today', 'waiting'],
    ['order:b-just', 'waiting'],
    ['order:d-sent', 'cancelled'],
  ])
  expect(made.map(turn => turn.due_at.getTime() - turn.occurred_at.getTime())).toEqual(Array(3).fill(14 * DAY_MS))
  const again = await bring(rows)
  expect([again.rowsAdded, again.turnsMade, (await turns()).length]).toEqual([0, 0, 3])
})
