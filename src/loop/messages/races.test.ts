import { afterAll, describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { mailServer } from '../../../test/harness/mail-server.ts'
import { stopToken } from './index.ts'
import { fates, NOON, queuedWave, SECRET, toolsFor } from './sending.fixture.ts'
import { sending } from './sending.ts'
import { unsubscribePages } from './unsubscribe-pages.ts'

const { database } = await freshDatabase()
const server = await mailServer()
afterAll(server.stop)

describe('an objection against a send that is under way', () => {
  test('0 mails leave after the objection was acknowledged', async () => {
    const { scope } = await freshWorkspace(database)
    const people = Array.from({ length: 60 }, (_, i) => ({ email: `race${i}@example.com` }))
    const { invited } = await queuedWave(database, scope, people)
    const tools = toolsFor(database, server.url)
    const pages = unsubscribePages(tools)
    const acknowledged = new Map<string, number>()
    const object = async (address: string, addressKey: Buffer) => {
      await new Promise(resolve => setTimeout(resolve, Math.random() * 500))
      const token = stopToken(SECRET, { workspaceId: scope.workspaceId, channel: 'email', addressKey })
      const reply = await pages.request(`/u/${token}`, {
        method: 'POST',
        body: 'List-Unsubscribe=One-Click',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
      expect(reply.status).toBe(200)
      acknowledged.set(address, server.accepted.filter(mail => mail.to === address).length)
    }
    const works = [sending(tools, { lanes: 4 }), sending(tools, { lanes: 4 })]
    await Promise.all([...works.map(work => work.once()), ...invited.map(i => object(i.address, i.addressKey))])
    for (const work of works) await work.once()
    const left = await fates(database, scope)
    for (const [address, before] of acknowledged) {
      // A mail that had passed the gate before may still arrive; a later one must not.
      const arrived = server.accepted.filter(mail => mail.to === address).length
      if (left[address] === 'blocked objection') expect(arrived, address).toBe(0)
      else expect(arrived, address).toBe(1)
      expect(before).toBeLessThanOrEqual(1)
    }
    expect(Object.values(left)).toContain('blocked objection')
  }, 60_000)

  test('looking at the page changes nothing, the button and a second click both do', async () => {
    const { scope } = await freshWorkspace(database)
    const { invited } = await queuedWave(database, scope, [{ email: 'look@example.com' }])
    const pages = unsubscribePages(toolsFor(database, server.url))
    const token = stopToken(SECRET, {
      workspaceId: scope.workspaceId,
      channel: 'email',
      addressKey: invited[0]?.addressKey ?? Buffer.alloc(32),
    })
    const suppressed = () =>
      database.readWorkspace(scope, reader =>
        reader.selectFrom('addresses').select('suppression_reason').where('suppressed_at', 'is not', null).execute(),
      )
    const looked = await pages.request(`/u/${token}`, { headers: { 'accept-language': 'de' } })
    expect(await looked.text()).toContain('Noch ist nichts geändert')
    await pages.request(`/u/${token}`, { method: 'HEAD' })
    expect(await suppressed()).toEqual([])
    for (let i = 0; i < 2; i++) {
      const reply = await pages.request(`/u/${token}`, { method: 'POST' })
      expect(reply.status).toBe(200)
      expect(reply.headers.get('location')).toBeNull()
      expect(reply.headers.get('set-cookie')).toBeNull()
    }
    expect(await suppressed()).toEqual([{ suppression_reason: 'objection' }])
    expect((await pages.request(`/u/${token.slice(0, -2)}AA`, { method: 'POST' })).status).toBe(404)
    expect((await pages.request('/u/garbage')).status).toBe(404)
  })
})

describe('the contact budget', () => {
  test('holds with many senders and campaigns at once: one survey per person, every refusal with its reason', async () => {
    const { scope } = await freshWorkspace(database)
    const people = Array.from({ length: 40 }, (_, i) => ({ email: `budget${i}@example.com` }))
    for (let campaign = 0; campaign < 5; campaign++) await queuedWave(database, scope, people)
    const before = server.accepted.length
    const works = Array.from({ length: 8 }, () => sending(toolsFor(database, server.url), { lanes: 4, batch: 16 }))
    for (let round = 0; round < 6; round++) await Promise.all(works.map(work => work.once()))
    const received = new Map<string, number>()
    for (const mail of server.accepted.slice(before)) received.set(mail.to, (received.get(mail.to) ?? 0) + 1)
    expect(received.size).toBe(40)
    expect(Math.max(...received.values())).toBe(1)
    const rows = await database.readWorkspace(scope, reader =>
      reader.selectFrom('messages').select(['state', 'reason']).execute(),
    )
    expect(rows.filter(row => row.state === 'accepted')).toHaveLength(40)
    expect(rows.filter(row => row.state === 'blocked' && row.reason === 'asked_recently')).toHaveLength(160)
  }, 60_000)

  test('opens again after the window', async () => {
    const { scope } = await freshWorkspace(database)
    await queuedWave(database, scope, [{ email: 'again@example.com' }])
    await sending(toolsFor(database, server.url)).once()
    const later = new Date(NOON.getTime() + 31 * 86_400_000)
    await queuedWave(database, scope, [{ email: 'again@example.com' }], later)
    await sending(toolsFor(database, server.url, () => later)).once()
    const rows = await database.readWorkspace(scope, reader => reader.selectFrom('messages').select('state').execute())
    expect(rows.map(row => row.state)).toEqual(['accepted', 'accepted'])
  })
})
