import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../../test/harness/database.ts'
import { NewRollingPlan } from '../../../vocabulary/index.ts'
import { NOON, toolsFor } from '../../messages/sending.fixture.ts'
import { recordBasis, savePerson } from '../../people/index.ts'
import { createSurvey } from '../../surveys/index.ts'
import { dayOf } from './lay-out-turns.ts'
import { previewPlan } from './preview-plan.ts'
import { createPlan, readPlan, startRolling, stopRolling } from './rolling-plans.ts'
import { rolling } from './works.ts'

const { database } = await freshDatabase()
const DAY_MS = 86_400_000
const evidence = { basis: 'consent' as const, text: 'yes', givenAt: '2026-01-01', source: 'form' }
const noonAfter = (days: number, hours = 0) => new Date(NOON.getTime() + days * DAY_MS + hours * 3_600_000)

/** A company whose `people` bought first so many days before noon of the day. */
async function company(boughtDaysAgo: number[], plan: object = {}) {
  const { scope, accountId } = await freshWorkspace(database)
  const caller = { accountId, actor: scope.actor }
  const planId = await database.inWorkspace(scope, async tx => {
    await tx.updateTable('workspaces').set({ sender_address: 'ask@n.example', imprint: 'Nordwind' }).execute()
    const { surveyId } = await createSurvey(tx, { name: 'Relationship' })
    for (const [i, days] of boughtDaysAgo.entries()) {
      const { personId } = await savePerson(tx, { email: `p${i}@example.com`, name: `P${i}` })
      await tx
        .updateTable('people')
        .set({ created_at: noonAfter(-1000) })
        .where('person_id', '=', personId)
        .execute()
      const order = { person_id: personId, kind: 'order' as const, title: 'Order', source: 'shop', source_id: `${i}` }
      await tx
        .insertInto('touchpoints')
        .values({ ...order, occurred_at: noonAfter(-days) })
        .execute()
    }
    await recordBasis(tx, { channel: 'email', audience: { kind: 'all' }, evidence }, null)
    const made = await createPlan(tx, NewRollingPlan.parse({ surveyId, name: 'Every quarter', ...plan }))
    return made.planId
  })
  const start = (at = NOON) =>
    database.inWorkspace(scope, tx =>
      startRolling(
        tx,
        planId,
        caller,
        toolsFor(database, null, () => at),
      ),
    )
  const run = async (at: Date) => {
    const work = rolling(toolsFor(database, null, () => at))
    while (await work.once());
  }
  const messages = () =>
    database.readWorkspace(scope, reader =>
      reader.selectFrom('messages').select(['address', 'not_before', 'wave_id']).orderBy('not_before').execute(),
    )
  return { scope, planId, start, run, messages }
}

describe('a rolling plan', () => {
  test('asks each person when their turn comes, in the allowed hours, and once per period', async () => {
    const { start, run, messages, scope, planId } = await company([90, 180, 45, 89])
    await start()
    for (let day = 0; day < 9; day++) for (const hour of [-4, 0, 4, 8]) await run(noonAfter(day, hour))
    const asked = await messages()
    expect(asked.map(message => message.address).sort()).toEqual(['p0@example.com', 'p1@example.com', 'p3@example.com'])
    for (const { not_before } of asked) {
      expect([1, 2, 3, 4, 5]).toContain(not_before.getUTCDay())
      expect(not_before.getUTCHours()).toBeGreaterThanOrEqual(8)
    }
    const plan = await database.readWorkspace(scope, reader => readPlan(reader, planId))
    expect(plan.turns).toEqual({ waiting: 0, asked: 3, left_out: 0 })
  })

  test('makes one wave per month, so that months can be compared', async () => {
    const { start, run, scope } = await company([90, 55, 24])
    await start()
    for (let day = 0; day < 75; day++) await run(noonAfter(day, 5))
    const waves = await database.readWorkspace(scope, reader =>
      reader.selectFrom('waves').select(['period', 'kind']).orderBy('period').execute(),
    )
    expect(waves.map(wave => wave.period)).toEqual(['2026-03', '2026-04', '2026-05'])
  })

  test('says who is due in the next seven days before it is started', async () => {
    const { scope, planId } = await company([90, 88, 86, 30, 400])
    const preview = await database.readWorkspace(scope, reader => previewPlan(reader, planId, NOON))
    expect(preview).toMatchObject({ people: 5, counted: 5 })
    expect(preview.days).toHaveLength(7)
    expect(preview.next.length).toBe(preview.days.reduce((sum, day) => sum + day.people, 0))
    expect(preview.next.map(one => one.name)).not.toContain('P3')
  })

  test('makes up for days on which nothing ran, spread over as many days and never twice', async () => {
    const { start, run, messages } = await company(Array.from({ length: 60 }, (_, i) => 90 - (i % 20)))
    await start()
    await run(noonAfter(0))
    const down = noonAfter(25)
    await run(down)
    expect(await messages()).toHaveLength(0)
    for (let day = 25; day < 60; day++) for (const hour of [-3, 1, 5]) await run(noonAfter(day, hour))
    const asked = await messages()
    expect(asked).toHaveLength(60)
    const byDay = new Map<string, number>()
    for (const { not_before } of asked) byDay.set(dayOf(not_before), (byDay.get(dayOf(not_before)) ?? 0) + 1)
    expect(Math.max(...byDay.values())).toBeLessThan(20)
  })

  test('two processes at once ask nobody twice', async () => {
    const { start, run, messages } = await company(Array.from({ length: 40 }, () => 90))
    await start()
    for (let day = 0; day < 9; day++) await Promise.all([1, 2, 3].map(() => run(noonAfter(day, 4))))
    for (let day = 9; day < 12; day++) await run(noonAfter(day, 4))
    const asked = await messages()
    expect(new Set(asked.map(message => message.address)).size).toBe(asked.length)
    expect(asked).toHaveLength(40)
  })

  test('stopped, asks nobody who waits', async () => {
    const { start, run, messages, scope, planId } = await company([90, 90])
    await start()
    await run(noonAfter(0))
    await database.inWorkspace(scope, tx => stopRolling(tx, planId))
    await run(noonAfter(8))
    expect(await messages()).toHaveLength(0)
  })
})
