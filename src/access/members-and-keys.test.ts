import { beforeAll, describe, expect, test } from 'vitest'
import { type Company, company, cookieOf } from '../../test/contract/two-companies.ts'
import { freshDatabase } from '../../test/harness/database.ts'
import { productOn } from '../../test/harness/product.ts'
import type { Role } from '../vocabulary/index.ts'

const { database } = await freshDatabase()
const product = productOn(database)
let nordwind: Company
beforeAll(async () => {
  nordwind = await company(database, 'Nordwind')
})

async function as(role: Role) {
  const browser = product.browser()
  browser.setCookie(await cookieOf(database, nordwind, role))
  return browser
}
const joins = (accountId: string, { workspaceId }: Company) =>
  database.inInstance(tx =>
    tx.insertInto('members').values({ workspace_id: workspaceId, account_id: accountId, role: 'viewer' }).execute(),
  )
const withKey = (key: string) => product.browser({ authorization: `Bearer ${key}` })

describe('members', () => {
  test('the last owner can neither go, nor be lowered, nor be shut out', async () => {
    const owner = await as('owner')
    const address = `/members/${nordwind.accounts.owner}`
    const replies = [
      await owner.send('PUT', `${address}/role`, { role: 'viewer' }),
      await owner.send('DELETE', address),
      await owner.send('PUT', `${address}/deactivation`),
    ]
    expect(replies.map(reply => reply.json.code)).toEqual(Array(3).fill('member_last_owner'))
  })

  test('an admin makes nobody owner and touches no owner', async () => {
    const admin = await as('admin')
    expect((await admin.send('PUT', `/members/${nordwind.accounts.viewer}/role`, { role: 'owner' })).json.code).toBe(
      'role_above_own',
    )
    expect((await admin.send('DELETE', `/members/${nordwind.accounts.owner}`)).json.code).toBe('role_above_own')
    expect((await admin.post('/member-invitations', { email: 'a@example.com', role: 'owner' })).json.code).toBe(
      'role_above_own',
    )
  })

  test('whoever is shut out is out at once, with their keys', async () => {
    const fired = await company(database, 'Südwind')
    const admin = product.browser()
    admin.setCookie(await cookieOf(database, fired, 'admin'))
    const owner = product.browser()
    owner.setCookie(await cookieOf(database, fired, 'owner'))
    const { key } = (await admin.post('/api-keys', { name: 'till', scope: 'admin' })).json
    expect((await withKey(key).get('/members')).status).toBe(200)
    expect((await owner.send('PUT', `/members/${fired.accounts.admin}/deactivation`)).status).toBe(204)
    expect((await withKey(key).get('/members')).status).toBe(401)
    expect((await admin.get('/members')).json.code).toBe('workspace_missing')
    expect((await admin.get('/session')).json).toMatchObject({ workspace: null, role: null, workspaces: [] })
    await owner.send('DELETE', `/members/${fired.accounts.admin}/deactivation`)
    expect((await admin.get('/session')).json.role).toBe('admin')
  })

  test('whoever gets a lower role loses the keys that may more than it', async () => {
    const crew = await company(database, 'Ostwind')
    const [admin, owner] = [product.browser(), product.browser()]
    admin.setCookie(await cookieOf(database, crew, 'admin'))
    owner.setCookie(await cookieOf(database, crew, 'owner'))
    const keys = await Promise.all(
      ['admin', 'write', 'read'].map(async scope => (await admin.post('/api-keys', { name: scope, scope })).json.key),
    )
    const lower = (role: Role) => owner.send('PUT', `/members/${crew.accounts.admin}/role`, { role })
    const replies = () => Promise.all(keys.map(async key => (await withKey(key).get('/members')).status))
    expect((await lower('manager')).status).toBe(204)
    expect(await replies()).toEqual([401, 200, 200])
    await lower('viewer')
    expect(await replies()).toEqual([401, 401, 200])
  })

  test('an invitation lets exactly one person in, with its role', async () => {
    const admin = await as('admin')
    const { link } = (await admin.post('/member-invitations', { email: 'pekka@example.com', role: 'agent' })).json
    const token = link.split('#')[1]
    const pekka = product.browser()
    expect((await pekka.post('/links/reading', { token })).json).toMatchObject({
      workspace: 'Nordwind',
      known: false,
      role: 'agent',
    })
    const joining = { token, name: 'Pekka Laine', password: 'metsässä on hiljaista', language: 'fi' }
    expect((await pekka.post('/links/invitation', joining)).status).toBe(204)
    expect((await pekka.get('/session')).json).toMatchObject({ role: 'agent', account: { name: 'Pekka Laine' } })
    expect((await product.browser().post('/links/invitation', joining)).status).toBe(410)
    expect((await admin.post('/member-invitations', { email: 'PEKKA@example.com', role: 'agent' })).json.code).toBe(
      'member_known',
    )
  })

  test('somebody with an account proves it with its password', async () => {
    const other = await company(database, 'Westwind')
    const owner = product.browser()
    owner.setCookie(await cookieOf(database, other, 'owner'))
    const { link } = (await owner.post('/member-invitations', { email: 'pekka@example.com', role: 'viewer' })).json
    const token = link.split('#')[1]
    const someone = product.browser()
    expect((await someone.post('/links/invitation', { token, password: 'not it at all' })).json.code).toBe(
      'sign_in_wrong',
    )
    expect((await someone.post('/links/invitation', { token, password: 'metsässä on hiljaista' })).status).toBe(204)
    const session = (await someone.get('/session')).json
    expect(session.workspace.name).toBe('Westwind')
    expect(session.workspaces).toHaveLength(2)
    const back = session.workspaces.find((one: { name: string }) => one.name === 'Nordwind').workspaceId
    expect((await someone.send('PUT', '/session/workspace', { workspaceId: back })).status).toBe(204)
    expect((await someone.get('/workspace')).json.name).toBe('Nordwind')
  })
})

describe('a further workspace', () => {
  test.each(['viewer', 'agent', 'manager'] as const)('is not for a %s: its owner could send', async role => {
    const guest = await as(role)
    const wanted = { name: 'Own', language: 'en', timeZone: 'UTC' }
    expect((await guest.post('/workspaces', wanted)).json.code).toBe('right_missing')
    expect((await guest.post('/demo')).json.code).toBe('right_missing')
  })

  test('is for whoever is owner or admin somewhere', async () => {
    const admin = product.browser()
    admin.setCookie(await cookieOf(database, await company(database, 'Nordlicht'), 'admin'))
    expect((await admin.post('/workspaces', { name: 'Own', language: 'en', timeZone: 'UTC' })).status).toBe(201)
    expect((await admin.get('/session')).json.role).toBe('owner')
  })
})

describe('sending that is held after a restore', () => {
  const held = async () => {
    const { rows } = await database.pool.query('select sending_held_at, sending_held_reason from instance')
    return rows[0]
  }

  test('goes on when an admin confirms it, not when anybody else does', async () => {
    await database.pool.query("update instance set sending_held_at = now(), sending_held_reason = 'Restored.'")
    const manager = await as('manager')
    expect((await manager.send('DELETE', '/sending/hold')).json.code).toBe('right_missing')
    const admin = await as('admin')
    expect((await admin.get('/sending')).json.heldReason).toBe('Restored.')
    expect((await admin.send('DELETE', '/sending/hold')).status).toBe(204)
    expect(await held()).toEqual({ sending_held_at: null, sending_held_reason: null })
    expect((await admin.get('/sending')).json.heldReason).toBeNull()
    expect((await admin.send('DELETE', '/sending/hold')).status).toBe(204)
  })
})

describe('a password link by an admin', () => {
  test('is for members of this workspace alone, below the own role', async () => {
    const admin = await as('admin')
    const address = (role: Role) => `/members/${nordwind.accounts[role]}/password-links`
    expect((await admin.post(address('owner'))).json.code).toBe('role_above_own')
    const { link } = (await admin.post(address('agent'))).json
    const agent = product.browser()
    const chosen = { token: link.split('#')[1], password: 'a meadow full of larks' }
    expect((await agent.post('/links/password', chosen)).status).toBe(204)
    expect((await agent.get('/session')).json.role).toBe('agent')
    await joins(nordwind.accounts.agent, await company(database, 'Elsewhere'))
    expect((await admin.post(address('agent'))).json.code).toBe('member_elsewhere')
  })
})

describe('API keys', () => {
  test('a key has its form, works at once, is counted and ends at once', async () => {
    const admin = await as('admin')
    const made = (await admin.post('/api-keys', { name: 'export', scope: 'read' })).json
    expect(made.key).toMatch(/^echolot_[0-9A-Za-z]{10}_[0-9A-Za-z]{38}$/)
    const program = withKey(made.key)
    const reply = await program.get('/members')
    expect([reply.status, reply.headers.get('ratelimit-limit')]).toEqual([200, '1200'])
    const writing = withKey((await admin.post('/api-keys', { name: 'import', scope: 'admin' })).json.key)
    const written = await writing.post('/api-keys', { name: 'third', scope: 'read' })
    expect([written.status, written.headers.get('ratelimit-limit')]).toEqual([201, '100'])
    expect((await program.post('/api-keys', { name: 'more', scope: 'read' })).json.code).toBe('right_missing')
    expect((await program.get('/session')).json.code).toBe('right_missing')
    expect((await admin.send('DELETE', `/api-keys/${made.apiKeyId}`)).status).toBe(204)
    expect((await program.get('/members')).status).toBe(401)
  })

  test('a key with one wrong character is nobody', async () => {
    const admin = await as('admin')
    const { key } = (await admin.post('/api-keys', { name: 'x', scope: 'read' })).json
    const wrong = key.slice(0, 30) + (key[30] === 'a' ? 'b' : 'a') + key.slice(31)
    expect((await withKey(wrong).get('/members')).status).toBe(401)
  })

  test('a key ends on its day', async () => {
    const later = productOn(database)
    const admin = later.browser()
    admin.setCookie(await cookieOf(database, nordwind, 'admin'))
    const { key } = (await admin.post('/api-keys', { name: 'short', scope: 'read', validDays: 1 })).json
    const program = later.browser({ authorization: `Bearer ${key}` })
    expect((await program.get('/members')).status).toBe(200)
    later.time.now = new Date(later.time.now.getTime() + 86_400_001)
    expect((await program.get('/members')).status).toBe(401)
  })
})
