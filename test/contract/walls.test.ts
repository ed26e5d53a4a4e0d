import { beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '../../src/access/index.ts'
import { endpoints } from '../../src/app.ts'
import { ROLES, roleIncludes } from '../../src/vocabulary/index.ts'
import { freshDatabase } from '../harness/database.ts'
import { productOn } from '../harness/product.ts'
import { bodyFor, fieldsOf } from './sample.ts'
import { CANARY, type Company, company, cookieOf, oneOfEach, otherIds } from './two-companies.ts'

const { database } = await freshDatabase()
let own: Company
let ids: Record<string, string>

beforeAll(async () => {
  own = await company(database, 'Nordwind')
  const other = await company(database, CANARY)
  ids = { ...(await oneOfEach(database, other)), ...otherIds(other) }
})

const nameOf = (endpoint: Endpoint) => `${endpoint.method} ${endpoint.path}`
const each = (wanted: (endpoint: Endpoint) => boolean) =>
  endpoints.filter(wanted).map(endpoint => [nameOf(endpoint), endpoint] as const)
const parametersOf = (endpoint: Endpoint) => [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

/** Calls an address on a product of its own, so that no limit stands between the calls. */
async function call(endpoint: Endpoint, cookie: string) {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? `no-${name}`)
  const browser = productOn(database).browser()
  browser.setCookie(cookie)
  const body = bodyFor(endpoint)
  return browser.send(endpoint.method.toUpperCase(), path, body)
}

describe('T1: ids of another company are ids of nothing', () => {
  test.each(each(endpoint => endpoint.path.includes('{')))('%s', async (_name, endpoint) => {
    const unknown = parametersOf(endpoint).filter(name => !ids[name])
    expect(unknown, 'give the other company one of these in two-companies.ts').toEqual([])
    const reply = await call(endpoint, await cookieOf(database, own, 'owner'))
    expect([reply.status, reply.text]).toEqual([404, expect.stringContaining('not_found')])
  })

  test.each(each(endpoint => endpoint.method === 'get' && !endpoint.path.includes('{')))(
    '%s shows nothing of another company',
    async (_name, endpoint) => {
      const reply = await call(endpoint, await cookieOf(database, own, 'owner'))
      expect(reply.text).not.toContain(CANARY)
      expect(JSON.stringify([...reply.headers])).not.toContain(CANARY)
    },
  )
})

const wantsIds = (shape: Endpoint['body']) => Object.keys(ids).filter(name => shape && name in fieldsOf(shape))

describe('T1: ids of another company in a body or a filter', () => {
  test('are refused in every body', async () => {
    const cookie = await cookieOf(database, own, 'owner')
    const taken: string[] = []
    for (const endpoint of endpoints.filter(one => !one.path.includes('{') && one.body)) {
      for (const name of wantsIds(endpoint.body)) {
        const browser = productOn(database).browser()
        browser.setCookie(cookie)
        const body = { ...(bodyFor(endpoint) as object), [name]: ids[name] }
        const reply = await browser.send(endpoint.method.toUpperCase(), endpoint.path, body)
        if (reply.status < 400 || reply.status >= 500) taken.push(`${nameOf(endpoint)} ${name}: ${reply.status}`)
      }
    }
    expect(taken).toEqual([])
  })

  test('show nothing in any list', async () => {
    const cookie = await cookieOf(database, own, 'owner')
    for (const endpoint of endpoints.filter(one => !one.path.includes('{') && one.query)) {
      for (const name of wantsIds(endpoint.query)) {
        const browser = productOn(database).browser()
        browser.setCookie(cookie)
        const reply = await browser.get(`${endpoint.path}?${name}=${ids[name]}`)
        expect([nameOf(endpoint), reply.status < 500, reply.text.includes(CANARY)]).toEqual([
          nameOf(endpoint),
          true,
          false,
        ])
      }
    }
  })
})

describe('T2: who may call what', () => {
  test.each(each(endpoint => endpoint.allow !== 'anyone'))(
    '%s refuses who is not signed in',
    async (_name, endpoint) => {
      expect((await call(endpoint, '')).status).toBe(401)
    },
  )

  test.each(each(endpoint => endpoint.allow !== 'anyone' && endpoint.allow !== 'account'))(
    '%s obeys its least role',
    async (_name, endpoint) => {
      for (const role of ROLES) {
        const reply = await call(endpoint, await cookieOf(database, own, role))
        const refused = reply.json?.code === 'right_missing'
        expect([role, refused]).toEqual([role, !roleIncludes(role, endpoint.allow as never)])
      }
    },
  )
})

describe('T3: nothing is taken that was not asked for', () => {
  const EXTRA = ['workspaceId2', 'emailVerified', 'createdAt2', 'isOwner']
  test.each(each(endpoint => endpoint.body !== undefined))('%s refuses unknown keys', async (_name, endpoint) => {
    const cookie = await cookieOf(database, own, 'owner')
    const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name)
    for (const extra of EXTRA) {
      const browser = productOn(database).browser()
      browser.setCookie(cookie)
      const sample = bodyFor(endpoint) as object
      const reply = await browser.send(endpoint.method.toUpperCase(), path, { ...sample, [extra]: true })
      expect([extra, reply.status, reply.json?.code]).toEqual([extra, 400, 'body_invalid'])
    }
  })
})

test('every address is in the API description once', () => {
  const names = endpoints.map(nameOf)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})
