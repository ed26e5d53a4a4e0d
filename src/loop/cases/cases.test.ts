import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Company, company, cookieOf } from '../../../test/contract/two-companies.ts'
import { freshDatabase } from '../../../test/harness/database.ts'
import { productOn } from '../../../test/harness/product.ts'
import { cursorOf, type Role } from '../../vocabulary/index.ts'
import { deliverEvents } from '../deliver-events.ts'
import { loop } from '../index.ts'
import { createSurvey } from '../surveys/index.ts'

const { database } = await freshDatabase()
const product = productOn(database)
const delivery = deliverEvents(product.tools, loop)
let nordwind: Company
let surveyId: string

beforeAll(async () => {
  nordwind = await company(database, 'Nordwind')
  surveyId = await database.inWorkspace(nordwind.scope, async tx => {
    const survey = await createSurvey(tx, { name: 'Customer survey' })
    return survey.surveyId
  })
})

async function as(role: Role) {
  product.time.now = new Date()
  const browser = product.browser()
  browser.setCookie(await cookieOf(database, nordwind, role))
  return browser
}

async function person(name: string, email: string | null = `${randomUUID()}@example.com`): Promise<string> {
  const manager = await as('manager')
  return (await manager.post('/people', { name, email, company: 'Bäckerei Köhler GmbH' })).json.personId
}

/** An answer that came by phone, delivered to its listeners; the case it opened. */
async function answered(personId: string, score: number, comment: string | null = null): Promise<string> {
  const agent = await as('agent')
  await agent.post('/answers', { surveyId, personId, score, comment, channel: 'phone' })
  while (await delivery.once());
  const found = await agent.get(`/cases?personId=${personId}&sort=newest`)
  return found.json.items[0].caseId
}

describe('opening', () => {
  test.each([
    [3, 'support'],
    [6, 'support'],
    [7, 'probe'],
    [8, 'probe'],
    [9, 'thanks'],
  ])('an answer of %i opens a case in %s', async (score, queue) => {
    const agent = await as('agent')
    const caseId = await answered(await person('Marta Köhler'), score)
    const dossier = (await agent.get(`/cases/${caseId}`)).json
    expect(dossier).toMatchObject({ queue, state: 'open', score, ownerId: null })
    const days = (Date.parse(dossier.dueAt) - Date.parse(dossier.openedAt)) / 86_400_000
    expect(days).toBeGreaterThan(queue === 'support' ? 0.6 : 2.6)
    expect(days).toBeLessThan(queue === 'support' ? 3.5 : 5.5)
  })

  test('answers that wait together open their cases together, and one that is gone keeps up none of them', async () => {
    const agent = await as('agent')
    const people = [await person('Ada One'), await person('Bo Two'), await person('Cy Three')]
    for (const [i, personId] of people.entries())
      await agent.post('/answers', { surveyId, personId, score: [2, 8, 10][i], channel: 'phone' })
    await database.inInstance(tx =>
      tx
        .deleteFrom('responses')
        .where('person_id', '=', people[1] ?? '')
        .execute(),
    )
    while (await delivery.once());
    const queues = people.map(async personId => (await agent.get(`/cases?personId=${personId}`)).json.items)
    expect(await Promise.all(queues)).toMatchObject([[{ queue: 'support' }], [], [{ queue: 'thanks' }]])
  })

  test('an answer whose change was told first opens its case by the score that stands', async () => {
    const personId = await person('Vera Storm')
    const agent = await as('agent')
    await agent.post('/answers', { surveyId, personId, score: 2, channel: 'phone' })
    await database.inInstance(tx =>
      tx.updateTable('responses').set({ score: 9 }).where('person_id', '=', personId).execute(),
    )
    while (await delivery.once());
    expect((await agent.get(`/cases?personId=${personId}`)).json.items).toMatchObject([{ queue: 'thanks', score: 9 }])
  })

  test('an answer that is delivered twice opens one case', async () => {
    const personId = await person('Jussi Virtanen')
    await answered(personId, 4)
    await database.inInstance(tx =>
      tx.updateTable('events').set({ delivered_at: null }).where('name', '=', 'response.received').execute(),
    )
    while (await delivery.once());
    expect((await (await as('viewer')).get(`/cases?personId=${personId}`)).json.items).toHaveLength(1)
  })
})

describe('the dossier', () => {
  test('merges orders, tickets and earlier answers, newest first, and says what to know before writing', async () => {
    const agent = await as('agent')
    const personId = await person('Marta Köhler')
    const touch = (kind: string, title: string, daysAgo: number, extra = {}) =>
      agent.post(`/people/${personId}/touchpoints`, {
        kind,
        title,
        occurredAt: new Date(Date.now() - daysAgo * 86_400_000).toISOString(),
        source: 'zendesk',
        sourceId: title,
        ...extra,
      })
    await agent.post('/answers', {
      surveyId,
      personId,
      score: 9,
      channel: 'phone',
      answeredAt: new Date(Date.now() - 300 * 86_400_000).toISOString(),
    })
    await agent.post('/answers', {
      surveyId,
      personId,
      score: 8,
      comment: 'Der Export fehlt mir',
      channel: 'phone',
      answeredAt: new Date(Date.now() - 170 * 86_400_000).toISOString(),
    })
    await touch('price', 'Plan Filiale from € 600 to € 700', 130)
    await touch('ticket', 'Umsatzsteuer fehlt', 50, { state: 'solved' })
    await touch('ticket', 'Rechnung wieder falsch', 7, { state: 'open' })
    await touch('ticket', 'Rechnung wieder falsch', 7, { state: 'open' })
    const caseId = await answered(personId, 3, 'Rechnung zweimal falsch')
    const dossier = (await agent.get(`/cases/${caseId}`)).json
    expect(dossier.timeLine.map((entry: { kind: string }) => entry.kind)).toEqual([
      'answer',
      'ticket',
      'ticket',
      'price',
      'answer',
      'answer',
    ])
    const rules = Object.fromEntries(
      dossier.summary.map((line: { rule: string; facts: unknown }) => [line.rule, line.facts]),
    )
    expect(rules).toMatchObject({
      tickets: { count: 2, days: 60 },
      open_ticket: { title: 'Rechnung wieder falsch', days: 7 },
      scores: { list: '9, 8, 3', group: 'promoter' },
      fell_after: { from: 8, to: 3 },
      nobody_replied: {},
    })
    const ids = dossier.timeLine.map((entry: { entryId: string }) => entry.entryId)
    expect(
      dossier.summary.flatMap((line: { sources: string[] }) => line.sources).every((id: string) => ids.includes(id)),
    ).toBe(true)
  })

  test('somebody unknown has their answer and nothing else', async () => {
    const { response_id: responseId } = await database.inWorkspace(nordwind.scope, async tx => {
      const row = { survey_id: surveyId, channel: 'kiosk', score: 0, source: 'kiosk', source_key: randomUUID() }
      const stored = await tx.insertInto('responses').values(row).returning('response_id').executeTakeFirstOrThrow()
      const payload = { personId: null, surveyId, waveId: null, score: 0, source: 'kiosk' }
      await tx
        .insertInto('events')
        .values({ name: 'response.received', subject_id: stored.response_id, payload: JSON.stringify(payload) })
        .execute()
      return stored
    })
    while (await delivery.once());
    const agent = await as('agent')
    const all = (await agent.get('/cases?sort=newest')).json.items
    const dossier = (await agent.get(`/cases/${all[0].caseId}`)).json
    expect(dossier).toMatchObject({ response: { responseId }, person: null, summary: [{ rule: 'nothing_before' }] })
    expect(dossier.timeLine).toHaveLength(1)
  })
})

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
    expect((await viewer.get('/people?q=marta')).json.items.length).toBeGreaterThan(1)
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
