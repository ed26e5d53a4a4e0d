import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../harness/database.ts'
import { productOn } from '../harness/product.ts'
import { type Company, company, cookieOf } from './two-companies.ts'

const { database } = await freshDatabase()
let own: Company
let cookie: string
beforeAll(async () => {
  own = await company(database, 'Nordwind')
  cookie = await cookieOf(database, own, 'owner')
})

function signedIn(headers?: Record<string, string>, environment?: Record<string, string>) {
  const browser = productOn(database, environment).browser(headers)
  browser.setCookie(cookie)
  return browser
}
const aKey = (name: string) => ({ name, scope: 'read' })

describe('T5: bodies that a parser may take wrongly', () => {
  const HOSTILE: [string, string][] = [
    ['no JSON', '{"name":'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a number', '9'],
    ['null', 'null'],
    ['a key twice', '{"name":"a","name":"b","scope":"read"}'],
    ['a key twice, once escaped', '{"name":"a","n\\u0061me":"b","scope":"read"}'],
    ['__proto__', '{"__proto__":{"scope":"admin"},"name":"a","scope":"read"}'],
    ['constructor', '{"constructor":{"prototype":{}},"name":"a","scope":"read"}'],
    ['a number too large', '{"name":"a","scope":"read","validDays":1e400}'],
    ['a number as text', '{"name":"a","scope":"read","validDays":"9"}'],
    ['a number in a list', '{"name":"a","scope":"read","validDays":[9]}'],
    ['a broken number', '{"name":"a","scope":"read","validDays":9.0000001}'],
    ['true for a number', '{"name":"a","scope":"read","validDays":true}'],
    ['minus zero', '{"name":"a","scope":"read","validDays":-0}'],
    ['a NUL', '{"name":"a\\u0000b","scope":"read"}'],
    ['half a character', '{"name":"a\\ud800","scope":"read"}'],
    ['depth', `{"name":${'['.repeat(5000)}${']'.repeat(5000)},"scope":"read"}`],
  ]
  test.each(HOSTILE)('%s is refused with 400', async (_name, body) => {
    const reply = await signedIn().post('/api-keys', body)
    expect([reply.status, reply.json.code]).toEqual([400, 'body_invalid'])
  })

  const TYPES = [
    'text/plain',
    'application/json;',
    'application/json;charset=latin1',
    'application/jsonx',
    'multipart/form-data',
    'application/x-www-form-urlencoded',
    'application/json, text/plain',
  ]
  test.each(TYPES)('content type %s is refused', async type => {
    const reply = await signedIn().post('/api-keys', JSON.stringify(aKey('a')), { 'content-type': type })
    expect(reply.status).toBe(415)
  })

  test.each(['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON;charset="UTF-8"'])(
    'content type %s is taken',
    async type => {
      expect((await signedIn().post('/api-keys', JSON.stringify(aKey('a')), { 'content-type': type })).status).toBe(201)
    },
  )

  test('more than a megabyte is refused while it is read', async () => {
    const reply = await signedIn().post('/api-keys', JSON.stringify({ ...aKey('a'), name: 'x'.repeat(1_100_000) }))
    expect([reply.status, reply.json.code]).toEqual([413, 'body_too_large'])
    const stranger = await productOn(database)
      .browser()
      .post('/session', JSON.stringify({ email: 'x'.repeat(70_000), password: 'x' }))
    expect(stranger.status).toBe(413)
  })

  test('an unknown filter and a NUL in an address are refused', async () => {
    expect((await signedIn().get('/members?order=name')).json.code).toBe('query_invalid')
    expect((await signedIn().send('DELETE', '/api-keys/%00')).status).toBe(404)
  })
})

describe('T4: a change comes from our own pages', () => {
  const FOREIGN: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:4747' },
  ]
  test.each(FOREIGN)('not with %o', async headers => {
    const reply = await signedIn(headers).post('/api-keys', aKey('a'))
    expect([reply.status, reply.json.code]).toEqual([403, 'origin_foreign'])
  })

  test.each(['https://evil.example', 'null', 'http://localhost:4747.evil.example'])(
    'not from %s where the browser names an origin alone',
    async origin => {
      const product = productOn(database)
      const request = new Request('http://localhost:4747/api/v1/api-keys', {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/json' },
        body: JSON.stringify(aKey('a')),
      })
      expect((await product.fetch(request)).status).toBe(403)
    },
  )
})

describe('T6: headers of proxies', () => {
  test('links are built from the public address alone', async () => {
    const forged = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'gopher',
      host: 'evil.example',
      forwarded: 'host=evil.example',
    }
    const reply = await signedIn(forged).post('/member-invitations', { email: 'new@example.com', role: 'agent' })
    expect(reply.json.link).toMatch(/^http:\/\/localhost:4747\/join#/)
  })

  test('the limit counts the true peer, whatever a header says', async () => {
    const stranger = productOn(database).browser()
    const replies = []
    for (let i = 0; i < 75; i += 1) {
      replies.push(await stranger.get('/start', { 'x-forwarded-for': `10.0.0.${i}` }))
    }
    const refused = replies.filter(reply => reply.status === 429)
    expect(refused.length).toBeGreaterThan(5)
    expect(refused[0]?.headers.get('retry-after')).toBe('1')
  })

  test('a proxy of ours is believed for its own entry', async () => {
    const stranger = productOn(database, { ECHOLOT_TRUSTED_PROXIES: '1' }).browser()
    const statuses = new Set<number>()
    for (let i = 0; i < 61; i += 1)
      statuses.add((await stranger.get('/start', { 'x-forwarded-for': `6.6.6.6, 10.0.0.${i}` })).status)
    expect([...statuses]).toEqual([200])
  })
})

describe('G11: a POST can be repeated', () => {
  const wanted = { name: 'Nordwind Nord', language: 'de', timeZone: 'Europe/Berlin' }
  const key = (name: string) => ({ 'idempotency-key': name })

  test('the same request gets the same bytes and is done once', async () => {
    const browser = signedIn()
    const first = await browser.post('/workspaces', wanted, key('one'))
    const again = productOn(database).browser()
    again.setCookie(await cookieOf(database, own, 'owner'))
    const second = await again.post('/workspaces', wanted, key('one'))
    expect([second.status, second.text]).toEqual([201, first.text])
    expect(second.headers.get('idempotency-replayed')).toBe('true')
  })

  test('another request under the key is refused', async () => {
    const browser = productOn(database).browser()
    browser.setCookie(await cookieOf(database, own, 'admin'))
    await browser.post('/member-invitations', { email: 'one@example.com', role: 'agent' }, key('two'))
    const other = await browser.post('/member-invitations', { email: 'two@example.com', role: 'agent' }, key('two'))
    expect([other.status, other.json.code]).toEqual([409, 'idempotency_mismatch'])
  })

  test('a secret is not kept for a repetition', async () => {
    const browser = productOn(database).browser()
    browser.setCookie(await cookieOf(database, own, 'admin'))
    expect((await browser.post('/api-keys', aKey('b'), key('three'))).status).toBe(201)
    expect((await browser.post('/api-keys', aKey('b'), key('three'))).json.code).toBe('reply_not_kept')
  })

  test('of twenty at the same time one is done and the others are told or get its reply', async () => {
    const browser = productOn(database).browser()
    browser.setCookie(await cookieOf(database, own, 'owner'))
    const before = (await browser.get('/member-invitations')).json.items.length
    const invite = () => browser.post('/member-invitations', { email: 'many@example.com', role: 'agent' }, key('four'))
    const codes = (await Promise.all(Array.from({ length: 20 }, invite))).map(reply => reply.json.code ?? reply.status)
    expect(codes.filter(code => code === 201)).toHaveLength(1)
    expect(codes.every(code => [201, 'idempotency_in_flight', 'reply_not_kept'].includes(code))).toBe(true)
    expect((await browser.get('/member-invitations')).json.items).toHaveLength(before + 1)
  })
})

describe('every reply', () => {
  test('carries the headers that keep it to itself', async () => {
    const reply = await signedIn().get('/members')
    const wanted = [
      'content-security-policy',
      'x-content-type-options',
      'referrer-policy',
      'cross-origin-opener-policy',
      'permissions-policy',
    ]
    expect(wanted.filter(name => !reply.headers.has(name))).toEqual([])
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(reply.headers.get('ratelimit-limit')).toBe('1200')
  })

  test('says what was refused in the language of the caller', async () => {
    const german = await productOn(database).browser({ 'accept-language': 'de-DE,de;q=0.9' }).get('/members')
    expect([german.status, german.json.title]).toEqual([401, 'Bitte melden Sie sich an.'])
    expect(german.headers.get('content-type')).toBe('application/problem+json')
  })

  test('an address without this method says which it has', async () => {
    const reply = await signedIn().send('PUT', '/members', {})
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'GET'])
  })
})
