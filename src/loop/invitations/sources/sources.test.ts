import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../../test/harness/database.ts'
import { EventMapping, pathsIn } from '../../../vocabulary/index.ts'
import { SECRET, toolsFor } from '../../messages/sending.fixture.ts'
import { hookPages } from './hook-pages.ts'
import { readEvent } from './read-event.ts'
import { changeSource, listReceived, makeSource, takeReceivedAgain } from './sources.ts'

const { database } = await freshDatabase()
const house = { secret: SECRET, publicUrl: 'https://echolot.example' }
const order = {
  id: 4711,
  customer: { id: 'C-9', email: 'Anna@Example.com', first_name: 'Anna' },
  status: 'delivered',
  total: '49.90',
  currency: 'eur',
  lines: [{ title: 'Boots' }],
  at: '2026-03-01T10:00:00+01:00',
}
const mapping = EventMapping.parse({
  externalId: 'customer.id',
  email: 'customer.email',
  name: 'customer.first_name',
  kind: { text: 'order' },
  title: { path: 'lines[0].title' },
  state: { path: 'status' },
  occurredAt: 'at',
  sourceId: 'id',
  amount: 'total',
  currency: { path: 'currency' },
})

async function source(change: object = { mapping }) {
  const { scope } = await freshWorkspace(database)
  const made = await database.inWorkspace(scope, tx => makeSource(tx, 'Shop', house, 'manager'))
  const manager = { house, role: 'manager' as const, at: new Date() }
  await database.inWorkspace(scope, tx => changeSource(tx, made.sourceId, change, manager))
  const pages = hookPages(toolsFor(database, null, () => new Date()))
  const path = new URL(made.address ?? '').pathname
  const tell = async (body: unknown, headers: Record<string, string> = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const reply = await pages.request(path, { method: 'POST', body: text, headers })
    return { status: reply.status, json: (await reply.json()) as Record<string, unknown> }
  }
  const touchpoints = () =>
    database.readWorkspace(scope, reader => reader.selectFrom('touchpoints').selectAll().execute())
  return { scope, sourceId: made.sourceId, manager, pages, path, tell, touchpoints }
}

describe('an event source', () => {
  test('takes any JSON by its mapping: the person, what happened, when, and for how much', async () => {
    const { scope, tell, touchpoints } = await source()
    const reply = await tell(order)
    expect([reply.status, reply.json.state]).toEqual([200, 'taken'])
    expect(await touchpoints()).toMatchObject([
      {
        kind: 'order',
        title: 'Boots',
        state: 'delivered',
        source: 'Shop',
        source_id: '4711',
        amount_cents: 4990,
        currency: 'EUR',
      },
    ])
    const people = await database.readWorkspace(scope, reader => reader.selectFrom('people').selectAll().execute())
    expect(people).toMatchObject([{ external_id: 'C-9', email: 'Anna@Example.com', name: 'Anna' }])
  })

  test('takes the same event once, and a new state of it as a change', async () => {
    const { tell, touchpoints } = await source()
    await tell(order)
    expect((await tell(order)).json.state).toBe('known')
    await tell({ ...order, status: 'returned' })
    expect(await touchpoints()).toMatchObject([{ state: 'returned' }])
  })

  test('keeps what comes before there is a mapping as a sample, and takes it afterwards', async () => {
    const { scope, sourceId, manager, tell, touchpoints } = await source({})
    expect((await tell(order)).status).toBe(202)
    await database.inWorkspace(scope, tx => changeSource(tx, sourceId, { mapping }, manager))
    const { items } = await database.readWorkspace(scope, reader => listReceived(reader, sourceId))
    expect(items).toMatchObject([{ state: 'sample', body: JSON.stringify(order) }])
    const again = await database.inWorkspace(scope, tx => takeReceivedAgain(tx, sourceId, items[0]?.receivedId ?? ''))
    expect(again.state).toBe('taken')
    expect(await touchpoints()).toHaveLength(1)
  })

  test('says why it does not take something, and keeps the body', async () => {
    const { scope, sourceId, tell, touchpoints } = await source()
    const reasons = []
    for (const body of [
      'no json',
      { ...order, customer: {} },
      { ...order, at: 'soon' },
      { ...order, lines: [] },
      { ...order, customer: { email: 'x' } },
    ]) {
      const { status, json } = await tell(body)
      reasons.push([status, json.reason, json.field])
    }
    expect(reasons).toEqual([
      [422, 'no_json', ''],
      [422, 'person_missing', 'email'],
      [422, 'time_unreadable', 'occurredAt'],
      [422, 'path_empty', 'title'],
      [422, 'value_invalid', 'email'],
    ])
    const { items } = await database.readWorkspace(scope, reader => listReceived(reader, sourceId))
    expect(items).toHaveLength(5)
    expect(await touchpoints()).toHaveLength(0)
  })

  test('with a signature refuses what is not signed, in hex as in base64', async () => {
    const { tell } = await source({ mapping, signature: { header: 'X-Shop-Signature', secret: 'a shared secret' } })
    const mac = createHmac('sha256', 'a shared secret').update(JSON.stringify(order)).digest()
    const [hex, base64] = [mac.toString('hex'), mac.toString('base64')]
    const statuses = []
    for (const given of ['', 'nonsense', `sha256=${hex}`, hex.toUpperCase(), base64])
      statuses.push((await tell(order, { 'x-shop-signature': given })).status)
    expect(statuses).toEqual([401, 401, 200, 200, 200])
  })

  test('knows nobody under another address, an old one, or by another method, and takes at most 1 MB', async () => {
    const { scope, sourceId, manager, pages, path, tell } = await source()
    expect((await tell('x'.repeat(1_000_001))).status).toBe(413)
    expect((await pages.request(path)).status).toBe(405)
    await database.inWorkspace(scope, tx => changeSource(tx, sourceId, { newKey: true }, manager))
    expect((await tell(order)).status).toBe(404)
    expect((await pages.request('/hooks/events/nonsense', { method: 'POST', body: '{}' })).status).toBe(404)
  })

  test('keeps the last fifty bodies', async () => {
    const { scope, sourceId, tell } = await source()
    for (let i = 0; i < 55; i++) await tell({ ...order, id: i })
    const { items } = await database.readWorkspace(scope, reader => listReceived(reader, sourceId))
    expect(items).toHaveLength(50)
    expect(JSON.parse(items[0]?.body ?? '{}').id).toBe(54)
  })

  test('adds nobody where unknown people are not wanted', async () => {
    const { tell } = await source({ mapping, addPeople: false })
    expect((await tell(order)).json.reason).toBe('person_unknown')
  })
})

describe('a body', () => {
  test('is read with times as systems write them', () => {
    const read = (at: unknown) =>
      readEvent(JSON.stringify({ ...order, at }), mapping, 'Shop', new Date()).reading.touchpoint.occurredAt
    expect(read(1772359200)).toBe('2026-03-01T10:00:00.000Z')
    expect(read(1772359200000)).toBe('2026-03-01T10:00:00.000Z')
    expect(read('2026-03-01 10:00:00')).toBe('2026-03-01T10:00:00.000Z')
    expect(read('2026-03-01')).toBe('2026-03-01T00:00:00.000Z')
  })

  test('shows its paths to choose from', () => {
    expect(pathsIn({ a: { b: [1, { c: 'x' }] }, 'd.e': 2 })).toEqual([
      { path: 'a.b[0]', value: '1' },
      { path: 'a.b[1].c', value: 'x' },
    ])
  })
})
