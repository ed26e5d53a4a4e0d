import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../../../test/harness/database.ts'
import { taggedReturnPath } from '../../../../platform/mail/index.ts'
import type { HookProvider } from '../../../../vocabulary/index.ts'
import { queuedWave, SECRET } from '../../sending.fixture.ts'
import { NOON, outcomes, suppressed, toolsFor, trustSender } from '../delivery.fixture.ts'
import { FORGED } from './forged-calls.fixture.ts'
import { mailHookPages } from './hook-pages.ts'
import { listHooks, makeHook } from './manage-hooks.ts'
import {
  about,
  amazonKey,
  type Call,
  CERTIFICATE,
  confirmation,
  GENUINE,
  KEYS,
  mailgunCall,
  postmarkCall,
  sesBounce,
  snsCall,
  TOPIC,
} from './provider-calls.fixture.ts'

const { database } = await freshDatabase()
const tools = toolsFor(database, null)
const fetched: string[] = []
const pages = mailHookPages(tools, async url => {
  fetched.push(url)
  return amazonKey
})
let scope: { workspaceId: string; actor: string }
let key: string
beforeEach(async () => {
  await database.pool.query('delete from messages')
  await database.pool.query('delete from complained_addresses')
  fetched.length = 0
  scope = (await freshWorkspace(database)).scope
  await trustSender(database, scope)
  const { invited } = await queuedWave(database, scope, [{ email: 'anna@example.net' }])
  key = invited[0]?.addressKey.toString('hex') ?? ''
  const { rows } = await database.pool.query<{ message_id: string }>(
    `update messages set state = 'accepted', gated_at = $2, provider_reply = '250 Ok 0102018f-ses-000000' where workspace_id = $1 returning message_id`,
    [scope.workspaceId, NOON],
  )
  about.messageId = rows[0]?.message_id ?? ''
})

async function hookFor(provider: HookProvider): Promise<string> {
  const hook = await database.inWorkspace(scope, tx =>
    makeHook(
      tx,
      { provider, key: KEYS[provider] },
      { workspaceId: scope.workspaceId, settings: tools.settings, at: NOON },
    ),
  )
  return new URL(hook.address ?? '').pathname
}

const post = async (path: string, { body, headers }: Call): Promise<number> =>
  (await pages.request(path, { method: 'POST', body, headers })).status

describe('a report of a provider', () => {
  test.each(GENUINE)('%s: %s counts once, however often it is told', async (provider, kind, call) => {
    const path = await hookFor(provider)
    expect(await post(path, call())).toBe(200)
    expect(await post(path, call())).toBe(200)
    expect(await outcomes(database, scope)).toEqual({ 'anna@example.net': `accepted ${kind}` })
    expect(await suppressed(database, scope)).toEqual(
      kind === 'hard_bounce' || kind === 'complaint' ? { [key]: kind } : {},
    )
    const { rows } = await database.pool.query('select from delivery_reports where workspace_id = $1', [
      scope.workspaceId,
    ])
    expect(rows).toHaveLength(1)
  })

  test('finds its message by the return path too', async () => {
    const source = taggedReturnPath(SECRET, 'bounces@nordwind.example', scope.workspaceId, about.messageId)
    const path = await hookFor('ses')
    await post(path, snsCall({ ...sesBounce('Permanent'), mail: { messageId: 'x', source } }))
    expect(await outcomes(database, scope)).toEqual({ 'anna@example.net': 'accepted hard_bounce' })
  })

  test('about a mail that is not ours touches only addresses that we know', async () => {
    const path = await hookFor('mailgun')
    const foreign = { message: { headers: { 'message-id': 'x@shop.example' } }, event: 'failed', severity: 'permanent' }
    await post(path, mailgunCall({ ...foreign, id: 'a', recipient: 'stranger@example.net' }))
    expect(await suppressed(database, scope)).toEqual({})
    await post(path, mailgunCall({ ...foreign, id: 'b' }))
    expect(await suppressed(database, scope)).toEqual({ [key]: 'hard_bounce' })
    expect(await outcomes(database, scope)).toEqual({ 'anna@example.net': 'accepted' })
  })
})

describe('a forged report', () => {
  test.each(FORGED)('%s: %s is refused and changes nothing', async (provider, _name, call) => {
    const path = await hookFor(provider)
    expect(await post(path, call())).toBe(401)
    expect(await outcomes(database, scope)).toEqual({ 'anna@example.net': 'accepted' })
    expect(await suppressed(database, scope)).toEqual({})
    expect(fetched.every(url => url === CERTIFICATE)).toBe(true)
    expect((await database.readWorkspace(scope, listHooks))[0]?.refusedAt).toBe(NOON.toISOString())
  })

  test('without the secret of the address is nobody', async () => {
    await hookFor('mailgun')
    const call = mailgunCall({ event: 'failed', severity: 'permanent' })
    for (const path of [
      '/hooks/mail/mailgun/x',
      `/hooks/mail/mailgun/${'A'.repeat(22)}`,
      (await hookFor('ses')).replace('/ses/', '/mailgun/'),
    ])
      expect(await post(path, call)).toBe(404)
  })

  test('of more than a megabyte is not read, and one that is no JSON is no report', async () => {
    const path = await hookFor('postmark')
    const headers = postmarkCall({}).headers
    expect(await post(path, { body: 'x'.repeat(1_100_000), headers })).toBe(413)
    for (const body of [
      '',
      '{',
      'null',
      '[1,2]',
      '"x"',
      '{"RecordType":{"toString":1}}',
      '{"__proto__":{"RecordType":"Bounce"}}',
    ])
      expect(await post(path, { body, headers }), body).toBe(200)
    expect(await outcomes(database, scope)).toEqual({ 'anna@example.net': 'accepted' })
  })
})

describe('a subscription of Amazon', () => {
  test('confirms itself at Amazon and binds the address to its topic', async () => {
    const path = await hookFor('ses')
    const url = 'https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&Token=t'
    expect(await post(path, confirmation(url))).toBe(200)
    expect(fetched).toContain(url)
    expect(await post(path, snsCall(sesBounce('Permanent'), { TopicArn: `${TOPIC}-of-somebody-else` }))).toBe(401)
    expect(await post(path, snsCall(sesBounce('Permanent')))).toBe(200)
    expect(await outcomes(database, scope)).toEqual({ 'anna@example.net': 'accepted hard_bounce' })
  })

  test('never makes us call anybody else', async () => {
    const path = await hookFor('ses')
    await post(path, confirmation('https://169.254.169.254/latest'))
    await post(path, confirmation('https://sns.evil.example/?x=sns.eu-central-1.amazonaws.com/'))
    expect(fetched.filter(url => url !== CERTIFICATE)).toEqual([])
  })
})

test('a key that is none is refused when it is entered', async () => {
  const make = (provider: HookProvider, wrong: string | null) =>
    database.inWorkspace(scope, tx =>
      makeHook(tx, { provider, key: wrong }, { workspaceId: scope.workspaceId, settings: tools.settings, at: NOON }),
    )
  for (const [provider, wrong] of [
    ['sendgrid', 'abc'],
    ['sendgrid', null],
    ['mailgun', null],
    ['postmark', 'no colon'],
  ] as const)
    await expect(make(provider, wrong), provider).rejects.toThrow('hook_key_wrong')
})
