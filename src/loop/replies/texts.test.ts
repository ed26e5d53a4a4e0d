import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/harness/database.ts'
import type { Tools } from '../../platform/tools.ts'
import { sweepLeases } from '../messages/queries/claim.ts'
import { NOON } from '../messages/sending.fixture.ts'
import { texting } from '../messages/sending.ts'
import { unsubscribePages } from '../messages/unsubscribe-pages.ts'
import { askedPerson } from './replies.fixture.ts'
import { textingCompany } from './texting-company.fixture.ts'

const { database } = await freshDatabase()

/** A database whose transactions wait: what a stopped process looks like to the others, just before the gate. */
const sleeping = (awake: typeof database, until: Promise<void>): typeof database =>
  new Proxy(awake, {
    get: (target, name) => {
      const value = Reflect.get(target, name)
      if (name === 'inWorkspace') return (...given: unknown[]) => until.then(() => Reflect.apply(value, target, given))
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

describe('a text that asks', () => {
  test('leaves with words, link and STOP through the provider, and passes the gate', async () => {
    const { server, generic, ask, send, messages } = await textingCompany(database)
    const { token } = await ask()
    await send()
    expect(await messages()).toMatchObject([{ state: 'accepted', provider_reply: 'g-1' }])
    const words = generic.words(server.requests[0] as never)
    expect(words).toContain(`https://echolot.example/r/${token}`)
    expect(words).toContain('Reply STOP')
  })

  test('does not leave without a basis, after an objection, or at night', async () => {
    const { scope, tools, server, ask, send, messages } = await textingCompany(database)
    const { key } = await ask()
    const night = { ...tools, clock: () => new Date('2026-03-03T20:30:00Z') }
    await texting(night).once()
    expect(await messages()).toMatchObject([{ state: 'queued', reason: 'quiet_hours' }])
    await database.inWorkspace(scope, tx =>
      tx
        .updateTable('addresses')
        .set({ suppressed_at: NOON, suppression_reason: 'objection' })
        .where('address_key', '=', key)
        .execute(),
    )
    await database.pool.query('update messages set not_before = $1', [NOON])
    await send()
    expect(await messages()).toMatchObject([{ state: 'blocked', reason: 'objection' }])
    expect(server.requests).toHaveLength(0)
  })

  test('without a reply of the provider counts as unknown and is never sent again by itself', async () => {
    const { server, replyWith, ask, send, messages } = await textingCompany(database)
    replyWith('hang up')
    await ask()
    await send()
    await database.pool.query('update messages set not_before = $1', [NOON])
    await send()
    expect(await messages()).toMatchObject([{ state: 'unknown', reason: 'no_reply' }])
    expect(server.requests).toHaveLength(1)
  })

  test('is tried again where the service ignores repetitions, with the same key', async () => {
    const { server, generic, choose, replyWith, ask, send, messages } = await textingCompany(database)
    const settings = { ...generic.settings(server.url), repeatHeader: 'Idempotency-Key' }
    await choose({ ...generic, settings: () => settings })
    replyWith('hang up')
    await ask()
    await send()
    expect(await messages()).toMatchObject([{ state: 'deferred', reason: 'server_busy' }])
    replyWith(null)
    await database.pool.query('update messages set not_before = $1', [NOON])
    await send()
    expect(await messages()).toMatchObject([{ state: 'accepted' }])
    const keys = server.requests.map(request => request.headers['idempotency-key'])
    expect(keys[0]).toBeTruthy()
    expect(keys[0]).toBe(keys[1])
  })

  test('leaves once, however many processes send and whichever of them slept', async () => {
    const { scope, tools, server, messages } = await textingCompany(database)
    for (let i = 0; i < 30; i++)
      await askedPerson(tools, scope, { channel: 'sms', address: `+49151123456${10 + i}`, accepted: false })
    // One process takes messages and falls asleep until its lease is over; the others bring them out; then it wakes up.
    let wake = () => {}
    const woken = new Promise<void>(resolve => {
      wake = resolve
    })
    const sleepy: Tools = { ...tools, database: sleeping(tools.database, woken) }
    const slept = texting(sleepy, { leaseSeconds: 1 }).once()
    await new Promise(resolve => setTimeout(resolve, 1300))
    await sweepLeases(database)
    await Promise.all([texting(tools).once(), texting(tools).once(), texting(tools).once()])
    wake()
    await slept
    const links = server.requests.map(request => request.url)
    expect(new Set(links).size).toBe(30)
    expect(links).toHaveLength(30)
    expect([...new Set((await messages()).map(({ state, reason }) => `${state} ${reason}`))]).toEqual(['accepted null'])
  })

  test('pauses texts, not mails, when the provider refuses the key', async () => {
    const { scope, server, replyWith, ask, send } = await textingCompany(database)
    replyWith({ status: 401, body: 'no' })
    await ask()
    await send()
    await send()
    expect(server.requests).toHaveLength(1)
    const paused = await database.readWorkspace(scope, async reader => ({
      texts: await reader.selectFrom('channel_settings').select('paused_reply').executeTakeFirst(),
      mails: await reader.selectFrom('sending_settings').select('paused_at').executeTakeFirst(),
    }))
    expect(paused.texts?.paused_reply).toContain('401')
    expect(paused.mails?.paused_at ?? null).toBeNull()
  })

  test('is caught and shown at /mail where no provider is set', async () => {
    const { scope, tools, ask, send, messages, stands } = await textingCompany(database)
    await database.pool.query('delete from channel_settings where workspace_id = $1', [scope.workspaceId])
    const { token, key } = await ask()
    await send()
    expect(await messages()).toMatchObject([{ state: 'accepted', provider_reply: 'caught' }])
    const caught = await database.readWorkspace(scope, reader =>
      reader.selectFrom('caught_mails').select('raw').executeTakeFirstOrThrow(),
    )
    const body = Buffer.from(caught.raw.toString().split('\r\n\r\n')[1] ?? '', 'base64').toString()
    expect(body).toContain(`/s/${token}`)
    const way = await unsubscribePages(tools).fetch(new Request(`http://localhost/s/${token}`))
    const page = way.headers.get('location') ?? ''
    expect(await stands(key)).toBeUndefined()
    expect(
      (await unsubscribePages(tools).fetch(new Request(`http://localhost${page}`, { method: 'POST' }))).status,
    ).toBe(200)
    expect(await stands(key)).toMatchObject({ suppression_reason: 'objection' })
  })

  test('passwords stand in the database only sealed', async () => {
    await textingCompany(database)
    const { rows } = await database.pool.query(
      'select settings::text, encode(secrets, $1) as secrets from channel_settings',
      ['escape'],
    )
    expect(JSON.stringify(rows)).not.toContain('generic-key')
    expect(JSON.stringify(rows)).not.toContain('generic-hook')
  })
})
