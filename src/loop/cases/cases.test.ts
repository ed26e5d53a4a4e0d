import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { companyWithCases } from './cases.fixture.ts'

const { database, nordwind, surveyId, deliver, as, person, answered } = await companyWithCases()

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
    await deliver()
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
    await deliver()
    expect((await agent.get(`/cases?personId=${personId}`)).json.items).toMatchObject([{ queue: 'thanks', score: 9 }])
  })

  test('an answer that is delivered twice opens one case', async () => {
    const personId = await person('Jussi Virtanen')
    await answered(personId, 4)
    await database.inInstance(tx =>
      tx.updateTable('events').set({ delivered_at: null }).where('name', '=', 'response.received').execute(),
    )
    await deliver()
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
    await deliver()
    const agent = await as('agent')
    const all = (await agent.get('/cases?sort=newest')).json.items
    const dossier = (await agent.get(`/cases/${all[0].caseId}`)).json
    expect(dossier).toMatchObject({ response: { responseId }, person: null, summary: [{ rule: 'nothing_before' }] })
    expect(dossier.timeLine).toHaveLength(1)
  })
})
