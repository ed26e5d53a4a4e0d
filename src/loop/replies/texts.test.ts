import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PROVIDERS, type ProviderGround } from '../../../test/contract/sms-providers.ts'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { type TextReply, textServer } from '../../../test/harness/text-server.ts'
import type { Tools } from '../../platform/tools.ts'
import { changeTextChannel } from '../messages/channels/change-text-channel.ts'
import { hookAddress } from '../messages/message-links.ts'
import { sweepLeases } from '../messages/queries/claim.ts'
import { NOON, toolsFor } from '../messages/sending.fixture.ts'
import { texting } from '../messages/sending.ts'
import { unsubscribePages } from '../messages/unsubscribe-pages.ts'
import { addresses } from '../people/index.ts'
import { answerTo, askedPerson } from './replies.fixture.ts'
import { textHooks } from './text-hooks.ts'

const { database } = await freshDatabase()
const NUMBER = '+4915112345678'
let scope: { workspaceId: string; actor: string }
let tools: Tools
let reply: TextReply | null = null
let server: Awaited<ReturnType<typeof textServer>>
let generic: ProviderGround

beforeEach(async () => {
  await database.pool.query('delete from messages')
  scope = (await freshWorkspace(database)).scope
  reply = null
  server = await textServer(request => reply ?? PROVIDERS.find(one => one.is(request))?.reply ?? generic.reply)
  const plain = toolsFor(database, null)
  tools = { ...plain, settings: { ...plain.settings, insideHosts: [server.inside] } }
  generic = PROVIDERS.find(one => one.name === 'generic') as ProviderGround
  await choose(generic)
})
afterEach(() => server.stop())

const choose = (provider: ProviderGround) =>
  database.inWorkspace(scope, tx =>
    changeTextChannel(
      tx,
      {
        provider: provider.name,
        settings: provider.settings(server.url) as Record<string, string>,
        country: 'DE',
        twoWay: true,
      },
      { workspaceId: scope.workspaceId, language: 'en' },
      tools.settings,
    ),
  )
const ask = (accepted = false) => askedPerson(tools, scope, { channel: 'sms', address: NUMBER, accepted })
const send = () => texting(tools).once()
const messages = () =>
  database.readWorkspace(scope, reader =>
    reader
      .selectFrom('messages')
      .select(['state', 'reason', 'purpose', 'outcome', 'provider_reply'])
      .orderBy('created_at')
      .execute(),
  )
/** A database whose transactions wait: what a stopped process looks like to the others, just before the gate. */
const sleeping = (awake: typeof database, until: Promise<void>): typeof database =>
  new Proxy(awake, {
    get: (target, name) => {
      const value = Reflect.get(target, name)
      if (name === 'inWorkspace') return (...given: unknown[]) => until.then(() => Reflect.apply(value, target, given))
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
const stands = (key: Buffer) => database.readWorkspace(scope, reader => addresses.suppressionOf(reader, 'sms', key))
const hook = () => hookAddress(tools.settings, scope.workspaceId)
const call = async ({ url, headers, body }: { url: string; headers: Record<string, string>; body: string }) => {
  // A proxy in front speaks http to us; the signature is over the public address.
  const request = new Request(url.replace('https:', 'http:'), { method: 'POST', headers, body })
  return (await textHooks(tools).fetch(request)).status
}

describe('a text that asks', () => {
  test('leaves with words, link and STOP through the provider, and passes the gate', async () => {
    const { token } = await ask()
    await send()
    expect(await messages()).toMatchObject([{ state: 'accepted', provider_reply: 'g-1' }])
    const words = generic.words(server.requests[0] as never)
    expect(words).toContain(`https://echolot.example/r/${token}`)
    expect(words).toContain('Reply STOP')
  })

  test('does not leave without a basis, after an objection, or at night', async () => {
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
    reply = 'hang up'
    await ask()
    await send()
    await database.pool.query('update messages set not_before = $1', [NOON])
    await send()
    expect(await messages()).toMatchObject([{ state: 'unknown', reason: 'no_reply' }])
    expect(server.requests).toHaveLength(1)
  })

  test('is tried again where the service ignores repetitions, with the same key', async () => {
    const settings = { ...generic.settings(server.url), repeatHeader: 'Idempotency-Key' }
    await choose({ ...generic, settings: () => settings })
    reply = 'hang up'
    await ask()
    await send()
    expect(await messages()).toMatchObject([{ state: 'deferred', reason: 'server_busy' }])
    reply = null
    await database.pool.query('update messages set not_before = $1', [NOON])
    await send()
    expect(await messages()).toMatchObject([{ state: 'accepted' }])
    const keys = server.requests.map(request => request.headers['idempotency-key'])
    expect(keys[0]).toBeTruthy()
    expect(keys[0]).toBe(keys[1])
  })

  test('leaves once, however many processes send and whichever of them slept', async () => {
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
    reply = { status: 401, body: 'no' }
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
    const { rows } = await database.pool.query(
      'select settings::text, encode(secrets, $1) as secrets from channel_settings',
      ['escape'],
    )
    expect(JSON.stringify(rows)).not.toContain('generic-key')
    expect(JSON.stringify(rows)).not.toContain('generic-hook')
  })
})

describe.each(PROVIDERS)('what $name calls', provider => {
  test('settles deliveries, once, and blocks a number that does not exist', async () => {
    await choose(provider)
    const { messageId, key } = await ask(true)
    await database.pool.query(`update messages set state = 'unknown', accepted_at = null`)
    expect(await call(provider.receipt(hook(), messageId, true, NOON))).toBe(204)
    expect(await messages()).toMatchObject([{ state: 'accepted', outcome: 'delivered' }])
    await database.pool.query('update messages set outcome = null')
    expect(await call(provider.receipt(hook(), messageId, false, NOON))).toBe(204)
    const [message] = await messages()
    const suppression = await database.readWorkspace(scope, reader => addresses.suppressionOf(reader, 'sms', key))
    expect([message?.outcome, suppression?.suppression_reason]).toEqual(
      provider.name === 'seven' ? ['soft_bounce', undefined] : ['hard_bounce', 'hard_bounce'],
    )
  })

  test('STOP ends it at once, is confirmed once, and a forged call does nothing', async () => {
    await choose(provider)
    const { key } = await ask(true)
    const stop = provider.received(hook(), NUMBER, 'Stopp!', 'in-1', NOON)
    const forged = {
      ...stop,
      headers: { 'content-type': stop.headers['content-type'] ?? '' },
      body: stop.body.replace(/sig=\w+/, 'sig=0'),
    }
    expect(await call(forged)).toBe(404)
    expect(await stands(key)).toBeUndefined()
    expect(await call(stop)).toBe(204)
    expect(await call(stop)).toBe(204)
    expect(await call(provider.received(hook(), NUMBER, 'STOP', 'in-2', NOON))).toBe(204)
    expect(await stands(key)).toMatchObject({ suppression_reason: 'objection' })
    expect((await messages()).filter(message => message.purpose === 'confirmation')).toHaveLength(1)
    await send()
    expect((await messages()).find(message => message.purpose === 'confirmation')?.state).toBe('accepted')
  })

  test('a number written back is the answer, what follows its comment', async () => {
    await choose(provider)
    const { invitationId } = await ask(true)
    await call(provider.received(hook(), NUMBER, '9', 'in-1', NOON))
    expect(await answerTo(database, scope, invitationId)).toMatchObject({
      score: 9,
      state: 'confirmed',
      channel: 'sms',
    })
    await call(provider.received(hook(), NUMBER, 'Quick & friendly', 'in-2', NOON))
    await call(provider.received(hook(), NUMBER, 'Quick & friendly', 'in-2', NOON))
    expect(await answerTo(database, scope, invitationId)).toMatchObject({ score: 9, comment: 'Quick & friendly' })
  })
})

test('an address of another workspace, a wrong address and a recorded call of yesterday are not heard', async () => {
  const seven = PROVIDERS.find(one => one.name === 'seven') as ProviderGround
  await choose(seven)
  await ask(true)
  const other = (await freshWorkspace(database, 'Elsewhere')).scope
  expect(await call(seven.received(hookAddress(tools.settings, other.workspaceId), NUMBER, 'STOP', 'x', NOON))).toBe(
    404,
  )
  expect(await call(seven.received(`${hook()}x`, NUMBER, 'STOP', 'x', NOON))).toBe(404)
  expect(await call(seven.received(hook(), NUMBER, 'STOP', 'x', new Date(NOON.getTime() - 86_400_000)))).toBe(404)
})
