import { expect, test } from 'vitest'
import { deliverEvents } from '../deliver-events.ts'
import { loop } from '../index.ts'
import { savePerson } from '../people/index.ts'
import { createSurvey } from '../surveys/index.ts'
import { importingCompany } from './imports.fixture.ts'

const { database, scope, tools, shown, bring } = await importingCompany()

const DAY_MS = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString()

const ROLES = { 'order id': 'source_id', email: 'email', order: 'title', status: 'state', 'ordered at': 'occurred_at' }

/** A file of orders, with everything that follows from it. */
async function bringOrders(rows: string[], dryRun = false) {
  const csv = ['order id,email,order,status,ordered at', ...rows].join('\n')
  const options = { touchpoint: 'order' as const }
  const { importId } = await bring(csv, { kind: 'touchpoints', dryRun, options, roles: ROLES })
  const work = deliverEvents(tools, loop)
  while (await work.once());
  return shown(importId)
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
  const tried = await bringOrders(rows, true)
  expect([tried.dryRun, tried.rowsAdded, tried.turnsMade]).toEqual([true, 305, 3])
  expect(await turns()).toEqual([])
  const done = await bringOrders(rows)
  expect([done.rowsAdded, done.turnsMade]).toEqual([305, 3])
  const made = await turns()
  expect(made.map(turn => [turn.source_id, turn.state])).toEqual([
    ['order:a-today', 'waiting'],
    ['order:b-just', 'waiting'],
    ['order:d-sent', 'cancelled'],
  ])
  expect(made.map(turn => turn.due_at.getTime() - turn.occurred_at.getTime())).toEqual(Array(3).fill(14 * DAY_MS))
  const again = await bringOrders(rows)
  expect([again.rowsAdded, again.turnsMade, (await turns()).length]).toEqual([0, 0, 3])
})
