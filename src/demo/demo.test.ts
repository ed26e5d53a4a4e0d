import { expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../test/harness/database.ts'
import { refreshPortion } from '../loop/derivations/refresh-attributes.ts'
import type { Tools } from '../platform/tools.ts'
import { nps, tallyOf } from '../stats/index.ts'
import { addDemo } from './add-demo.ts'
import { removeDemo } from './remove-demo.ts'

const { database } = await freshDatabase()
const own = await freshWorkspace(database, 'Own')
const tools = { database, settings: { secret: 'a'.repeat(64) }, clock: () => new Date('2026-11-20T12:00:00Z') } as Tools
const { workspaceIds } = await addDemo(tools, own.accountId)

/** NPS (−100 to 100) by one attribute, of answers at most so many days old. */
async function npsBy(workspace: number, attribute: string, value: string, days: [number, number] = [0, 800]) {
  const rows = await database.readWorkspace({ workspaceId: workspaceIds[workspace] ?? '' }, reader =>
    reader.selectFrom('responses').select(['score', 'attributes', 'answered_at']).execute(),
  )
  const age = (at: Date) => (tools.clock().getTime() - at.getTime()) / 86_400_000
  const mine = rows.filter(
    row => row.attributes[attribute] === value && age(row.answered_at) >= days[0] && age(row.answered_at) < days[1],
  )
  const counts = Array.from({ length: 11 }, (_, score) => mine.filter(row => row.score === score).length)
  return {
    nps: 100 * (nps(tallyOf(counts)) ?? 0),
    n: mine.length,
    passives: ((counts[7] ?? 0) + (counts[8] ?? 0)) / mine.length,
  }
}

test('frequent buyers of the web shop are more loyal than one-time buyers', async () => {
  const [often, once] = [await npsBy(1, 'buyer', 'frequent'), await npsBy(1, 'buyer', 'one-time')]
  expect(often.nps).toBeGreaterThan(once.nps + 40)
})

test('the number of orders is what the history of each customer says, and grew from answer to answer', async () => {
  const scope = { workspaceId: workspaceIds[1] ?? '' }
  const before = await database.readWorkspace(scope, reader =>
    reader.selectFrom('people').select(['person_id', 'attributes']).orderBy('person_id').execute(),
  )
  expect(await database.inWorkspace(scope, tx => refreshPortion(tx))).toBe(true)
  const after = await database.readWorkspace(scope, reader =>
    reader.selectFrom('people').select(['person_id', 'attributes']).orderBy('person_id').execute(),
  )
  expect(after).toEqual(before)
  expect(before.some(({ attributes }) => Number(attributes.orders) > 7)).toBe(true)
})

test('individual users of the software firm fall and recover after the initiative', async () => {
  const before = await npsBy(0, 'customer_size', 'individual', [90, 420])
  const now = await npsBy(0, 'customer_size', 'individual', [0, 60])
  expect(now.nps).toBeGreaterThan(before.nps + 25)
})

test('two of five customers of the retailer are passive, and those buy on offer', async () => {
  const all = await database.readWorkspace({ workspaceId: workspaceIds[2] ?? '' }, reader =>
    reader.selectFrom('responses').select('score').execute(),
  )
  const share = all.filter(row => row.score === 7 || row.score === 8).length / all.length
  expect(share).toBeGreaterThan(0.35)
  expect(share).toBeLessThan(0.5)
  expect((await npsBy(2, 'buys', 'offer only')).passives).toBeGreaterThan(0.6)
})

test('the demo goes without a trace and leaves everything else', async () => {
  expect(await removeDemo(tools, own.accountId)).toEqual({ removed: 3 })
  const left = await database.inInstance(tx => tx.selectFrom('workspaces').select('name').execute())
  expect(left).toEqual([{ name: 'Own' }])
  const accounts = await database.inInstance(tx => tx.selectFrom('accounts').select('account_id').execute())
  expect(accounts).toHaveLength(1)
})
