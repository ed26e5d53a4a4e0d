import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../../test/harness/database.ts'
import { NewTouchpoint, NewTrigger, TriggerQuestion } from '../../../vocabulary/index.ts'
import { deliverEvents } from '../../deliver-events.ts'
import { recordTouchpoint } from '../../history/index.ts'
import { toolsFor } from '../../messages/sending.fixture.ts'
import { recordBasis, savePerson } from '../../people/index.ts'
import { createSurvey } from '../../surveys/index.ts'
import { triggering } from './ask-due-turns.ts'
import { noticeTouchpoint } from './notice-touchpoint.ts'
import { createTrigger, listTurns, startTrigger } from './triggers.ts'
import { tryTrigger } from './try-trigger.ts'

const { database } = await freshDatabase()
const DAY_MS = 86_400_000
const evidence = { basis: 'consent' as const, text: 'yes', givenAt: '2026-01-01', source: 'form' }
const now = Date.now()
const inDays = (days: number) => new Date(now + days * DAY_MS)

/** A company with one customer and the trigger "order delivered + 14 days". */
async function shop(change: object = {}) {
  const { scope, accountId } = await freshWorkspace(database)
  const caller = { accountId, actor: scope.actor }
  const { personId, triggerId } = await database.inWorkspace(scope, async tx => {
    await tx.updateTable('workspaces').set({ sender_address: 'ask@n.example', imprint: 'Nordwind' }).execute()
    const { surveyId } = await createSurvey(tx, { name: 'Delivery' })
    const { personId } = await savePerson(tx, { email: 'anna@example.com' })
    await recordBasis(tx, { channel: 'email', audience: { kind: 'all' }, evidence }, null)
    const delivered = {
      touchpointKind: 'order',
      states: ['delivered'],
      contraryStates: ['returned'],
      delayHours: 14 * 24,
    }
    const wanted = NewTrigger.parse({ surveyId, name: 'Delivered', ...delivered, ...change })
    const { triggerId } = await createTrigger(tx, wanted)
    await startTrigger(tx, triggerId, caller, toolsFor(database, null))
    return { personId, triggerId }
  })
  const happens = async (sourceId: string, state: string, days = 0) => {
    const order = {
      kind: 'order',
      title: 'Order',
      state,
      source: 'shop',
      sourceId,
      occurredAt: inDays(days).toISOString(),
    }
    await database.inWorkspace(scope, tx => recordTouchpoint(tx, personId, NewTouchpoint.parse(order)))
    const work = deliverEvents(toolsFor(database, null), { 'touchpoint.recorded': [noticeTouchpoint] })
    while (await work.once());
  }
  const run = async (days: number) => {
    const work = triggering(toolsFor(database, null, () => inDays(days)))
    while (await work.once());
  }
  const turns = () => database.readWorkspace(scope, reader => listTurns(reader, triggerId, { limit: 50 }))
  const states = async () => (await turns()).items.map(turn => [turn.state, turn.reason].filter(Boolean).join(' '))
  const messages = () => database.readWorkspace(scope, reader => reader.selectFrom('messages').selectAll().execute())
  const trial = (question: object) =>
    database.readWorkspace(scope, reader => tryTrigger(reader, TriggerQuestion.parse(question), new Date(now)))
  return { happens, run, states, messages, trial }
}

describe('a trigger', () => {
  test('asks once after its delay, however often the same is told', async () => {
    const { happens, run, states, messages } = await shop()
    await happens('1', 'shipped')
    expect(await states()).toEqual([])
    await happens('1', 'delivered')
    await happens('1', 'delivered')
    await run(13)
    expect(await states()).toEqual(['waiting'])
    await run(14.1)
    await run(14.2)
    expect(await states()).toEqual(['asked'])
    expect(await messages()).toHaveLength(1)
  })

  test('is called off by a contrary event', async () => {
    const { happens, run, states, messages } = await shop()
    await happens('1', 'delivered')
    await happens('2', 'returned')
    await run(15)
    expect(await states()).toEqual(['cancelled contrary_event'])
    expect(await messages()).toHaveLength(0)
  })

  test('does not ask when what it asks about is no longer true', async () => {
    const { happens, run, states } = await shop({ contraryStates: [] })
    await happens('1', 'delivered')
    await happens('1', 'lost')
    await run(15)
    expect(await states()).toEqual(['cancelled no_longer_true'])
  })

  test('asks a person at most once in its days of rest', async () => {
    const { happens, run, states, messages } = await shop({ delayHours: 0 })
    await happens('1', 'delivered')
    await happens('2', 'delivered')
    await run(0.1)
    await happens('3', 'delivered')
    await run(0.2)
    expect((await states()).sort()).toEqual(['asked', 'left_out asked_by_trigger', 'left_out asked_by_trigger'])
    expect(await messages()).toHaveLength(1)
  })

  test('says before it is made what it would have heard of in 90 days, and which states occur', async () => {
    const { happens, trial } = await shop()
    await happens('1', 'Delivered', -2)
    await happens('2', 'delivered', -3)
    await happens('3', 'returned', -4)
    await happens('4', 'delivered', -100)
    const states = ['delivered', 'returned']
    const question = { touchpointKind: 'order', states: ['DELIVERED'] }
    expect(await trial(question)).toEqual({ days: 90, touchpoints: 2, people: 1, states })
    expect(await trial({ touchpointKind: 'order' })).toMatchObject({ touchpoints: 3, people: 1 })
    expect(await trial({ touchpointKind: 'call' })).toEqual({ days: 90, touchpoints: 0, people: 0, states: [] })
  })

  test('takes what is told about last year as history', async () => {
    const { happens, states } = await shop()
    await happens('1', 'delivered', -200)
    expect(await states()).toEqual([])
  })

  test('does not ask when it comes more than a week too late', async () => {
    const { happens, run, states } = await shop()
    await happens('1', 'delivered')
    await run(22)
    expect(await states()).toEqual(['left_out too_late'])
  })

  test('two processes at once ask once', async () => {
    const { happens, run, messages } = await shop({ delayHours: 0 })
    await happens('1', 'delivered')
    await Promise.all([run(0.1), run(0.1), run(0.1)])
    expect(await messages()).toHaveLength(1)
  })
})
