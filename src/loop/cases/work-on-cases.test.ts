import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { cursorOf } from '../../vocabulary/index.ts'
import { companyWithCases } from './cases.fixture.ts'

const { product, nordwind, as, person, answered } = await companyWithCases()

describe('contact', () => {
  test('is possible only for who has read the time line (001-3)', async () => {
    const caseId = await answered(await person('Pekka Laine'), 2)
    const [agent, manager] = [await as('agent'), await as('manager')]
    const letter = { subject: 'Ihre Rechnung', body: 'Guten Tag, wir haben sie berichtigt.' }
    expect((await agent.post(`/cases/${caseId}/replies`, letter)).json.code).toBe('case_dossier_unread')
    expect((await agent.post(`/cases/${caseId}/calls`, { reached: true })).json.code).toBe('case_dossier_unread')
    expect((await agent.send('PUT', `/cases/${caseId}/reading`)).status).toBe(204)
    expect((await manager.post(`/cases/${caseId}/replies`, letter)).json.code).toBe('case_dossier_unread')
    expect((await agent.post(`/cases/${caseId}/replies`, letter)).status).toBe(201)
    const dossier = (await agent.get(`/cases/${caseId}`)).json
    expect(dossier.firstContactAt).not.toBeNull()
    expect(dossier.ownerId).toBe(nordwind.accounts.agent)
    expect(dossier.timeLine.find((entry: { kind: string }) => entry.kind === 'mail')).toMatchObject({
      title: 'Ihre Rechnung',
      by: 'Nordwind agent',
    })
  })

  test('a reply to somebody without an address is refused, a call is not', async () => {
    const agent = await as('agent')
    const manager = await as('manager')
    const personId = (await manager.post('/people', { externalId: randomUUID(), name: 'No Mail' })).json.personId
    const caseId = await answered(personId, 1)
    await agent.send('PUT', `/cases/${caseId}/reading`)
    expect((await agent.post(`/cases/${caseId}/replies`, { subject: 'a', body: 'b' })).status).toBeGreaterThanOrEqual(
      400,
    )
    expect((await agent.post(`/cases/${caseId}/calls`, { reached: false, note: 'Mailbox' })).status).toBe(201)
    const { timeLine } = (await agent.get(`/cases/${caseId}`)).json
    expect(timeLine.find((entry: { kind: string }) => entry.kind === 'call')).toMatchObject({
      kind: 'call',
      state: 'unreached',
      body: 'Mailbox',
    })
  })

  test('whoever opens a case sees who else is at it', async () => {
    const caseId = await answered(await person('Ana Ruiz'), 7)
    const [agent, manager] = [await as('agent'), await as('manager')]
    await manager.send('PUT', `/cases/${caseId}/presence`, { writing: true })
    const others = (await agent.send('PUT', `/cases/${caseId}/presence`, { writing: false })).json.items
    expect(others).toMatchObject([{ name: 'Nordwind manager', writing: true }])
    expect((await agent.get(`/cases/${caseId}`)).json.others).toHaveLength(1)
  })

  test('a program with a key may look but not contact', async () => {
    const admin = await as('admin')
    const { key } = (await admin.post('/api-keys', { name: 'x', scope: 'write' })).json
    const program = product.browser({ authorization: `Bearer ${key}` })
    const caseId = await answered(await person('Sophie Meyer'), 5)
    expect((await program.get(`/cases/${caseId}`)).status).toBe(200)
    expect((await program.send('PUT', `/cases/${caseId}/reading`)).json.code).toBe('account_needed')
  })
})

describe('work', () => {
  test('a case is assigned, noted with a mention, snoozed, closed with cause and outcome, and reopened', async () => {
    const [agent, manager] = [await as('agent'), await as('manager')]
    const caseId = await answered(await person('Dr. Lena Brandt'), 4)
    const address = `/cases/${caseId}`
    expect((await agent.send('PUT', `${address}/owner`, { ownerId: nordwind.accounts.viewer })).json.code).toBe(
      'case_owner_unknown',
    )
    expect((await agent.send('PUT', `${address}/owner`, { ownerId: nordwind.accounts.manager })).status).toBe(204)
    expect((await manager.get('/cases?view=mine')).json.items.map((one: { caseId: string }) => one.caseId)).toContain(
      caseId,
    )
    await agent.post(`${address}/notes`, {
      body: '@Nordwind manager please look',
      mentioned: [nordwind.accounts.manager],
    })
    expect((await manager.get('/cases?view=mentioned')).json.items[0].caseId).toBe(caseId)
    expect((await manager.get('/cases/counts')).json.mentioned).toBe(1)
    expect((await agent.send('PUT', `${address}/snooze`, { until: '2020-01-01T00:00:00Z' })).status).toBe(400)
    await agent.send('PUT', `${address}/snooze`, { until: new Date(Date.now() + 86_400_000).toISOString() })
    expect((await agent.get(address)).json.state).toBe('snoozed')
    await agent.send('DELETE', `${address}/snooze`)
    expect((await agent.send('PUT', `${address}/closure`, { cause: 'incident' })).status).toBe(400)
    const closing = { cause: 'incident', outcome: 'won_back', expected: 'one correct invoice' }
    expect((await agent.send('PUT', `${address}/closure`, closing)).status).toBe(204)
    expect((await agent.send('PUT', `${address}/closure`, closing)).json.code).toBe('case_already_closed')
    expect((await agent.post(`${address}/calls`, { reached: true })).json.code).toBe('case_already_closed')
    expect((await agent.get(address)).json).toMatchObject({
      state: 'closed',
      closure: { ...closing, closedBy: 'Nordwind agent' },
    })
    expect((await agent.send('DELETE', `${address}/closure`)).status).toBe(204)
    expect((await agent.send('DELETE', `${address}/closure`)).json.code).toBe('case_not_closed')
    expect((await agent.get(address)).json.state).toBe('open')
  })

  test('two who close at once close it once', async () => {
    const caseId = await answered(await person('Oskar Lind'), 9)
    const [agent, manager] = [await as('agent'), await as('manager')]
    const close = (browser: typeof agent) =>
      browser.send('PUT', `/cases/${caseId}/closure`, { cause: 'other', outcome: 'neutral' })
    const codes = (await Promise.all([close(agent), close(manager)])).map(reply => reply.status).sort()
    expect(codes).toEqual([204, 409])
  })

  test.each(['due', 'newest', 'stake'])('pages sorted by %s show every case once', async sort => {
    const agent = await as('agent')
    const all = (await agent.get(`/cases?sort=${sort}&limit=200`)).json.items
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { items: { caseId: string }[]; next: string | null } = (
        await agent.get(`/cases?sort=${sort}&limit=4${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
      ).json
      seen.push(...page.items.map(one => one.caseId))
      cursor = page.next
    }
    expect(seen).toEqual(all.map((one: { caseId: string }) => one.caseId))
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('people are found by name, company or address, page by page', async () => {
    const viewer = await as('viewer')
    for (const name of ['Marta Köhler', 'Marta Kiefer']) await person(name)
    expect((await viewer.get('/people?q=marta')).json.items).toHaveLength(2)
    const first = (await viewer.get('/people?limit=3')).json
    const second = (await viewer.get(`/people?limit=3&cursor=${encodeURIComponent(first.next)}`)).json
    const names = [...first.items, ...second.items].map((one: { name: string }) => one.name.toLowerCase())
    expect(names).toEqual([...names].sort())
    expect((await viewer.get(`/people/${first.items[0].personId}/time-line`)).status).toBe(200)
  })

  test.each(['/people', '/cases', '/cases?sort=stake', '/imports', '/messages', '/answers'])(
    'a cursor of another list is refused by %s, not failed on',
    async path => {
      const manager = await as('manager')
      const reply = await manager.get(`${path}${path.includes('?') ? '&' : '?'}cursor=${cursorOf(['x', 'y'])}`)
      expect(reply.json.code).toBe('query_invalid')
    },
  )
})
