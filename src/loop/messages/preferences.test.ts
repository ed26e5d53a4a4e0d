import { afterAll, describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { mailServer } from '../../../test/harness/mail-server.ts'
import { OptInRequest, PersonInput } from '../../vocabulary/index.ts'
import { consentPages, recordBasis, savePerson } from '../people/index.ts'
import { readLedger } from '../people/read-ledger.ts'
import { reportPermissions } from '../people/report-permissions.ts'
import { preferenceToken, stopToken } from './message-links.ts'
import { preferencePages } from './preference-pages.ts'
import { queuedAlone } from './queued-alone.fixture.ts'
import { requestOptIn } from './request-opt-in.ts'
import { fates, NOON, queuedWave, SECRET, toolsFor } from './sending.fixture.ts'
import { sending } from './sending.ts'
import { unsubscribePages } from './unsubscribe-pages.ts'

const { database } = await freshDatabase()
const server = await mailServer()
afterAll(server.stop)
const tools = toolsFor(database, server.url)
const form = (fields: [string, string][]) => ({
  method: 'POST',
  body: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
})

async function asked(email: string, purpose?: 'survey' | 'news') {
  const { scope, personId, addressKey } = await queuedAlone(database, email, purpose)
  const link = { workspaceId: scope.workspaceId, channel: 'email' as const, addressKey }
  return { scope, personId, token: preferenceToken(SECRET, link), link }
}
const ledgerOf = (scope: { workspaceId: string }, personId: string) =>
  database.readWorkspace(scope, reader => readLedger(reader, personId, tools))

describe('a consent by double opt-in', () => {
  const request = OptInRequest.parse({
    text: 'Ich möchte befragt werden.',
    textVersion: '3',
    formUrl: 'https://shop.example/checkout',
    ip: '192.0.2.1',
  })
  test('counts only once the owner of the address presses the button; opening the link proves nothing', async () => {
    const { scope } = await freshWorkspace(database)
    const { personId } = await database.inWorkspace(scope, tx =>
      savePerson(tx, PersonInput.parse({ email: 'neu@example.com', language: 'de' })),
    )
    await database.inWorkspace(scope, tx => requestOptIn(tx, personId, request, { ...tools, actor: 'key:1' }))
    const { rows } = await database.pool.query<{ body: string; purpose: string }>(
      'select body, purpose from messages where person_id = $1',
      [personId],
    )
    expect(rows[0]).toMatchObject({ purpose: 'confirmation' })
    const path = /\/c\/[\w-]+/.exec(rows[0]?.body ?? '')?.[0] ?? ''
    const pages = consentPages(tools)
    const looked = await pages.request(path)
    expect(await looked.text()).toContain('Ich möchte befragt werden.')
    expect((await ledgerOf(scope, personId)).channels).toMatchObject([
      { basis: 'none', optInSince: NOON.toISOString() },
    ])
    for (let twice = 0; twice < 2; twice++) expect((await pages.request(path, { method: 'POST' })).status).toBe(200)
    const ledger = await ledgerOf(scope, personId)
    expect(ledger.channels).toMatchObject([{ basis: 'consent', optInSince: null }])
    expect(ledger.records.map(record => record.kind)).toEqual(['basis', 'opt_in_confirmed', 'opt_in_requested'])
    expect(ledger.records[0]?.evidence).toMatchObject({
      text: 'Ich möchte befragt werden.',
      textVersion: '3',
      source: 'https://shop.example/checkout',
      ip: '192.0.2.1',
      confirmedAt: NOON.toISOString(),
    })
    expect((await pages.request('/c/AAAAAAAAAAAAAAAAAAAAAA', { method: 'POST' })).status).toBe(404)
  })
  test('is not asked for twice a day, nor where somebody objected', async () => {
    const { scope, personId, token } = await asked('ruhe@example.com')
    const ask = () =>
      database.inWorkspace(scope, tx => requestOptIn(tx, personId, request, { ...tools, actor: 'key:1' }))
    await ask()
    await expect(ask()).rejects.toMatchObject({ code: 'opt_in_waiting' })
    await preferencePages(tools).request(`/p/${token}`, form([['never', '1']]))
    await expect(ask()).rejects.toMatchObject({ code: 'address_suppressed' })
  })
})

describe('the page of preferences', () => {
  test('changes nothing by being opened and says why somebody is asked', async () => {
    const { scope, personId, token } = await asked('anna@example.com')
    const pages = preferencePages(tools)
    const page = await (await pages.request(`/p/${token}`, { headers: { 'accept-language': 'de' } })).text()
    expect(page).toContain('anna@example.com')
    expect(page).toContain('„yes“')
    expect((await ledgerOf(scope, personId)).records).toHaveLength(1)
    expect((await pages.request('/p/garbage')).status).toBe(404)
    const stop = stopToken(SECRET, { workspaceId: scope.workspaceId, channel: 'email', addressKey: Buffer.alloc(32) })
    expect((await pages.request(`/p/${stop}`)).status).toBe(404)
  })

  test.each([
    ['never', [['never', '1']], 'survey', 'blocked objection'],
    ['off', [['frequency', 'all']], 'survey', 'blocked objection'],
    [
      'a break',
      [
        ['channel', 'email'],
        ['frequency', 'pause'],
      ],
      'survey',
      'blocked paused_by_person',
    ],
    [
      'surveys only',
      [
        ['channel', 'email'],
        ['frequency', 'surveys'],
      ],
      'survey',
      'accepted',
    ],
    [
      'surveys only',
      [
        ['channel', 'email'],
        ['frequency', 'surveys'],
      ],
      'news',
      'blocked surveys_only',
    ],
    [
      'everything',
      [
        ['channel', 'email'],
        ['frequency', 'all'],
      ],
      'news',
      'accepted',
    ],
  ] as [string, [string, string][], 'survey' | 'news', string][])(
    '%s, %j: for %s it is %s',
    async (_, fields, purpose, fate) => {
      const email = `wish-${crypto.randomUUID()}@example.com`
      const { scope, token } = await asked(email, purpose)
      expect((await preferencePages(tools).request(`/p/${token}`, form(fields))).status).toBe(200)
      await sending(tools).once()
      expect(await fates(database, scope)).toEqual({ [email]: fate })
    },
  )

  test('takes an objection back only by the person, with new evidence, and the ledger keeps all of it', async () => {
    const { scope, personId, token, link } = await asked('zurueck@example.com')
    const stop = stopToken(SECRET, link)
    const stopped = await unsubscribePages(tools).request(`/u/${stop}`, { method: 'POST' })
    expect(await stopped.text()).toContain('/p/')
    expect((await ledgerOf(scope, personId)).channels).toMatchObject([{ suppression: 'objection' }])
    await preferencePages(tools).request(
      `/p/${token}`,
      form([
        ['channel', 'email'],
        ['frequency', 'all'],
        ['language', 'fi'],
      ]),
    )
    const inGerman = { headers: { 'accept-language': 'de' } }
    expect(await (await unsubscribePages(tools).request(`/u/${stop}`, inGerman)).text()).toContain('<html lang="fi"')
    const ledger = await ledgerOf(scope, personId)
    expect(ledger.channels).toMatchObject([{ suppression: null, basis: 'consent' }])
    expect(ledger.records.map(record => record.kind)).toEqual([
      'preference',
      'basis',
      'readmitted',
      'objection',
      'basis',
    ])
    expect(ledger.records[1]?.evidence).toMatchObject({
      textVersion: 'preference-page-1-en',
      confirmedAt: NOON.toISOString(),
    })
  })

  test('does not lift what a complaint or a member decided, nor switch on a phone by a mail', async () => {
    const { scope, personId, token, link } = await asked('fest@example.com')
    await database.inWorkspace(scope, tx => tx.updateTable('people').set({ phone: '+49 170 1' }).execute())
    await database.inWorkspace(scope, tx =>
      tx.updateTable('addresses').set({ suppressed_at: NOON, suppression_reason: 'complaint' }).execute(),
    )
    await preferencePages(tools).request(
      `/p/${token}`,
      form([
        ['channel', 'email'],
        ['channel', 'sms'],
      ]),
    )
    const { channels } = await ledgerOf(scope, personId)
    expect(channels).toMatchObject([{ suppression: 'complaint' }, { channel: 'sms', basis: 'none', suppression: null }])
    await preferencePages(tools).request(`/p/${token}`, form([['never', '1']]))
    expect((await ledgerOf(scope, personId)).channels[1]).toMatchObject({ channel: 'sms', suppression: 'objection' })
    expect(link.channel).toBe('email')
  })
})

test('the ledger cannot be rewritten by whoever serves requests', async () => {
  const { scope } = await asked('fest2@example.com')
  const rewrite = database.inWorkspace(scope, tx =>
    tx.updateTable('permission_records').set({ basis: 'none' }).execute(),
  )
  await expect(rewrite).rejects.toThrow(/permission denied/)
})

test('the report for counsel counts bases, gaps, ages and sends, and finds what left without a basis', async () => {
  const { scope } = await freshWorkspace(database)
  const { invited } = await queuedWave(database, scope, [{ email: 'eins@example.com' }, { email: 'zwei@example.com' }])
  await sending(tools).once()
  const personIds = [invited[0]?.personId ?? '']
  await database.inWorkspace(scope, tx =>
    recordBasis(
      tx,
      { channel: 'email', audience: { kind: 'selection', personIds }, evidence: { basis: 'none' } },
      null,
    ),
  )
  const report = () => database.readWorkspace(scope, reader => reportPermissions(reader, NOON))
  const [email, sms] = (await report()).channels
  expect(email).toMatchObject({
    people: 2,
    withAddress: 2,
    byBasis: { consent: 1, existing_customer: 0, none: 1 },
    missing: {},
    consentAge: [{ years: 0, people: 1 }],
    sent: 2,
    sentAfterObjection: 0,
  })
  expect(sms).toMatchObject({ people: 2, withAddress: 0, sent: 0 })
  await database.pool.query(`update permissions set evidence = '{}' where workspace_id = $1 and basis = 'consent'`, [
    scope.workspaceId,
  ])
  expect((await report()).channels[0]).toMatchObject({ missing: { text: 1, givenAt: 1, source: 1 } })
})
