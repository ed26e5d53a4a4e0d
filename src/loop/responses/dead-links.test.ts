import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { invitedPeople } from '../../../test/harness/invited-people.ts'
import { testTools } from '../../../test/harness/product.ts'
import { randomToken, sealToken } from '../../platform/secrets/index.ts'
import { answerPages } from './pages.ts'

const { database } = await freshDatabase()
const north = await freshWorkspace(database)
const { tools } = testTools(database)
const { secret } = tools.settings
const app = answerPages({ ...tools, clock: () => new Date() })

const invite = async (options = {}) => {
  const { links } = await invitedPeople(database, north.scope, 1, options)
  const [link] = links
  if (!link) throw new Error('nobody was invited')
  return link
}

const LOOKS = ['', '?score=9', '/comment', '/questions', '/answers', '/thanks', '/about', '/erasure', '/h']
const FORMS = ['', '/comment', '/questions', '/stored', '/erasure']
const post = (path: string) =>
  app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'nonce=n&score=9&comment=x&asked=q',
  })

const DEAD: Record<string, () => string | Promise<string>> = {
  garbage: () => 'x',
  'a token never issued': () => randomToken(),
  'a token cut short': async () => (await invite()).token.slice(0, 20),
  'a token with something behind it': async () => `${(await invite()).token}A`,
  'a token of an unsubscribe link': () => sealToken(secret, 'unsubscribe', Buffer.from('somebody')),
  'a token of a preview': () => sealToken(secret, 'preview', Buffer.from('something')),
  'a page’s nonce': () => sealToken(secret, 'page_nonce', Buffer.alloc(26)),
  'the link of a person who was erased': async () => {
    const { token, personId } = await invite()
    await database.inWorkspace(north.scope, tx => tx.deleteFrom('people').where('person_id', '=', personId).execute())
    return token
  },
}

const table = Object.keys(DEAD).flatMap(kind => [
  ...LOOKS.map(path => [kind, 'opened', path] as const),
  ...FORMS.map(path => [kind, 'sent to', path] as const),
])

describe('links that lead to nobody’s answer (S4)', () => {
  test.each(table)('%s, %s %s, gets the page of garbage', async (kind, how, path) => {
    const token = encodeURIComponent((await DEAD[kind]?.()) ?? '')
    const garbage = await (await app.request('/r/no-link-of-ours')).text()
    const reply = await (how === 'opened' ? app.request(`/r/${token}${path}`) : post(`/r/${token}${path}`))
    expect(reply.status).toBe(404)
    expect(await reply.text()).toBe(garbage)
  })
})

test('twenty wrong links a minute from one neighbourhood, then it waits; a good link never does (S5)', async () => {
  const link = await invite()
  const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } })
  const statuses = new Map<number, number>()
  for (let i = 0; i < 30; i++) {
    const reply = await app.request(`/r/${randomToken()}`, {}, from(`192.0.2.${i}`))
    statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1)
  }
  expect(Object.fromEntries(statuses)).toEqual({ 404: 20, 503: 10 })
  expect((await app.request(`/r/${link.token}`, {}, from('192.0.2.9'))).status).toBe(200)
  expect((await app.request(`/r/${randomToken()}`, {}, from('198.51.100.1'))).status).toBe(404)
  for (let i = 0; i < 20; i++) await app.request(`/r/${randomToken()}`, {}, from(`2001:db8:0:1::${i}`))
  expect((await app.request(`/r/${randomToken()}`, {}, from('2001:db8:0:1::ff'))).status).toBe(503)
  expect((await app.request(`/r/${randomToken()}`, {}, from('2001:db8:0:2::1'))).status).toBe(404)
})

describe('links that are over', () => {
  test.each(FORMS.slice(0, 3))('one that ran out takes nothing at %s and says so', async path => {
    const { token } = await invite({ expiresInDays: -1 })
    const reply = await post(`/r/${token}${path}`)
    expect(reply.status).toBe(410)
    expect(await reply.text()).toContain('has run out')
  })

  test.each(FORMS.slice(3))('one that ran out still shows and deletes what is stored, by %s', async path => {
    const { token } = await invite({ expiresInDays: -1 })
    const about = await (await app.request(`/r/${token}/about`)).text()
    const nonce = /name="nonce" value="([^"]+)"/.exec(about)?.[1] ?? ''
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams({ nonce }).toString()
    expect((await app.request(`/r/${token}${path}`, { method: 'POST', headers, body })).status).toBe(200)
  })
})
