import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../../test/harness/database.ts'
import { productOn } from '../../test/harness/product.ts'
import { linkFor, setUpLink } from './index.ts'

const { database } = await freshDatabase()
const product = productOn(database)
const PASSWORD = 'seven boats on a quiet lake'
const owner = product.browser()

const firstPerson = (token: string) => ({
  token,
  name: 'Aino Lahti',
  email: 'aino@nordwind.example',
  password: PASSWORD,
  company: 'Nordwind Software',
  language: 'fi',
  timeZone: 'Europe/Helsinki',
})
const tokenOf = (link: string | null) => link?.split('#')[1] ?? ''

describe('the first start', () => {
  test('a start gives a new link and ends the one before', async () => {
    const before = tokenOf(await setUpLink(product.tools))
    const after = tokenOf(await setUpLink(product.tools))
    expect((await owner.post('/set-up', firstPerson(before))).status).toBe(410)
    expect((await owner.get('/start')).json).toEqual({ setUp: false, demo: false })
    expect((await owner.post('/set-up', { ...firstPerson(after), password: 'password1234' })).json.code).toBe(
      'password_weak',
    )
    expect((await owner.post('/set-up', firstPerson(after))).status).toBe(204)
    expect((await owner.post('/set-up', firstPerson(after))).status).toBe(410)
  })

  test('whoever set it up is owner and signed in; there is no second link', async () => {
    const session = await owner.get('/session')
    expect(session.json).toMatchObject({
      account: { name: 'Aino Lahti', language: 'fi' },
      workspace: { name: 'Nordwind Software', timeZone: 'Europe/Helsinki' },
      role: 'owner',
      smtp: false,
    })
    expect(await setUpLink(product.tools)).toBeNull()
  })

  test('a set-up link ends after an hour', async () => {
    const other = productOn((await freshDatabase()).database)
    const token = tokenOf(await setUpLink(other.tools))
    other.time.now = new Date(other.time.now.getTime() + 3_601_000)
    expect((await other.browser().post('/set-up', firstPerson(token))).json.code).toBe('link_used_up')
  })
})

describe('signing in', () => {
  test('the cookie is for this host alone, not for scripts, and new at each sign-in', async () => {
    const someone = product.browser()
    const reply = await someone.post('/session', { email: 'AINO@nordwind.example', password: PASSWORD })
    expect(reply.status).toBe(204)
    expect(reply.headers.get('set-cookie')).toMatch(/^sid=[\w-]{43}; Expires=.*; Path=\/; HttpOnly; SameSite=Lax$/)
    const first = someone.cookie()
    await someone.post('/session', { email: 'aino@nordwind.example', password: PASSWORD })
    expect(someone.cookie()).not.toBe(first)
    someone.setCookie(first)
    expect((await someone.get('/session')).status).toBe(401)
  })

  test('over https the cookie is bound to the host', async () => {
    const secure = productOn(database, { ECHOLOT_URL: 'https://nps.example.com' })
    const reply = await secure.browser().post('/session', { email: 'aino@nordwind.example', password: PASSWORD })
    expect(reply.headers.get('set-cookie')).toMatch(/^__Host-sid=.*; Secure$/)
    expect(reply.headers.get('strict-transport-security')).toContain('max-age=63072000')
  })

  test('an unknown address and a wrong password are answered alike', async () => {
    const someone = product.browser()
    const unknown = await someone.post('/session', { email: 'nobody@nordwind.example', password: PASSWORD })
    const wrong = await someone.post('/session', { email: 'aino@nordwind.example', password: 'wrong' })
    expect([unknown.status, unknown.text]).toEqual([wrong.status, wrong.text])
  })

  test('ten failures in fifteen minutes close the door for that address, then it opens again', async () => {
    const other = productOn(database)
    const someone = other.browser()
    const attempt = (password: string) => someone.post('/session', { email: 'aino@nordwind.example', password })
    let last = 0
    for (let i = 0; i < 11; i += 1) last = (await attempt('wrong')).status
    expect(last).toBe(429)
    expect((await attempt(PASSWORD)).json.code).toBe('sign_in_too_often')
    other.time.now = new Date(other.time.now.getTime() + 16 * 60_000)
    expect((await attempt(PASSWORD)).status).toBe(204)
  })

  test('signing out ends the session, not only the cookie', async () => {
    const someone = product.browser()
    product.time.now = new Date(product.time.now.getTime() + 40 * 60_000)
    await someone.post('/session', { email: 'aino@nordwind.example', password: PASSWORD })
    const kept = someone.cookie()
    await someone.send('DELETE', '/session')
    someone.setCookie(kept)
    expect((await someone.get('/session')).status).toBe(401)
  })

  test('a session ends after twelve idle hours and after seven days in any case', async () => {
    const other = productOn(database)
    other.time.now = new Date(other.time.now.getTime() + 2 * 3_600_000)
    const someone = other.browser()
    await someone.post('/session', { email: 'aino@nordwind.example', password: PASSWORD })
    const began = other.time.now.getTime()
    for (let hours = 11; hours < 168; hours += 11) {
      other.time.now = new Date(began + hours * 3_600_000)
      expect((await someone.get('/session')).status).toBe(200)
    }
    other.time.now = new Date(began + 168 * 3_600_000 + 1000)
    expect((await someone.get('/session')).status).toBe(401)
  })
})

describe('passwords', () => {
  test('changing it ends every other session and every link, and renews this one', async () => {
    const other = productOn(database)
    const [here, there] = [other.browser(), other.browser()]
    await here.post('/session', { email: 'aino@nordwind.example', password: PASSWORD })
    await there.post('/session', { email: 'aino@nordwind.example', password: PASSWORD })
    const link = tokenOf(await linkFor(other.tools, 'aino@nordwind.example', 'password_reset'))
    const before = here.cookie()
    expect(
      (await here.send('PUT', '/account/password', { present: 'wrong', password: 'a whole new long one' })).status,
    ).toBe(403)
    const reply = await here.send('PUT', '/account/password', { present: PASSWORD, password: 'a whole new long one' })
    expect(reply.status).toBe(204)
    expect(here.cookie()).not.toBe(before)
    expect((await here.get('/session')).status).toBe(200)
    expect((await there.get('/session')).status).toBe(401)
    expect((await there.post('/links/password', { token: link, password: 'a third rather long one' })).status).toBe(410)
  })

  test('a reset link works once, and not as another kind of link', async () => {
    const other = productOn(database)
    const token = tokenOf(await linkFor(other.tools, 'aino@nordwind.example', 'password_reset'))
    const someone = other.browser()
    expect((await someone.post('/links/sign-in', { token })).status).toBe(410)
    expect((await someone.post('/links/reading', { token })).json).toMatchObject({
      purpose: 'password_reset',
      known: true,
    })
    expect((await someone.post('/links/password', { token, password: PASSWORD })).status).toBe(204)
    expect((await someone.post('/links/password', { token, password: PASSWORD })).status).toBe(410)
    expect((await someone.get('/session')).status).toBe(200)
  })
})
