import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { respondToken, sending } from '../../src/loop/messages/index.ts'
import { NOON, queuedWave, SECRET, toolsFor } from '../../src/loop/messages/sending.fixture.ts'
import { tokenHash } from '../../src/platform/secrets/index.ts'
import { freshDatabase, freshWorkspace } from '../harness/database.ts'
import { mailServer } from '../harness/mail-server.ts'

const { database } = await freshDatabase()
const { scope } = await freshWorkspace(database)
const PEOPLE = 20
const ANSWER = 12

let server: Awaited<ReturnType<typeof mailServer>>
let asked: Awaited<ReturnType<typeof queuedWave>>
let tokens: string[]
let ahead = 0
const clock = () => new Date(NOON.getTime() + ahead)

beforeAll(async () => {
  server = await mailServer()
  await database.inWorkspace(scope, tx =>
    tx
      .updateTable('workspaces')
      .set({ sender_name: 'Nordwind', sender_address: 'ask@nordwind.example', imprint: 'Nordwind GmbH' })
      .execute(),
  )
  const people = Array.from({ length: PEOPLE }, (_, i) => ({ email: `guest${i}@example.com` }))
  asked = await queuedWave(database, scope, people)
  await database.inWorkspace(scope, tx =>
    tx.updateTable('surveys').set({ anonymous: true }).where('survey_id', '=', asked.surveyId).execute(),
  )
  const work = sending(toolsFor(database, server.url, clock), { lanes: 4, sweepMs: 0 })
  while (server.accepted.length < PEOPLE) await work.once()
  // A mail's text is folded at 76 signs with "=" at the end of a line.
  tokens = server.accepted.map(mail => /\/t\/([\w-]{22})/.exec(mail.raw.replaceAll('=\r\n', ''))?.[1] ?? '')
})
afterAll(() => server.stop())

const app = () => createApp(toolsFor(database, server.url, clock))
const open = async (path: string) => {
  const reply = await app().fetch(new Request(`https://echolot.example${path}`))
  return { status: reply.status, page: await reply.text() }
}
async function post(path: string, fields: Record<string, string>) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const request = new Request(`https://echolot.example${path}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
  })
  const reply = await app().fetch(request)
  return { status: reply.status, page: await reply.text() }
}
const nonceIn = (page: string) => /name="nonce" value="([^"]+)"/.exec(page)?.[1] ?? ''

async function answer(token: string, score: number, comment: string) {
  const first = await open(`/t/${token}?score=${score}`)
  ahead += 2000
  const second = await post(`/t/${token}`, { nonce: nonceIn(first.page), language: 'de', score: String(score) })
  await post(`/t/${token}/comment`, { nonce: nonceIn(second.page), language: 'de', comment })
  return second
}

/** Every row of every table, as text. */
async function everything(): Promise<{ table: string; row: string }[]> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const all = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await database.pool.query<{ row: string }>(`select t::text as row from "${name}" t`)
      return rows.map(({ row }) => ({ table: name, row }))
    }),
  )
  return all.flat()
}

test('each mail of an anonymous survey carries a ticket of its own and no personal link', () => {
  expect(new Set(tokens).size).toBe(PEOPLE)
  expect(tokens.every(token => token.length === 22)).toBe(true)
  expect(server.accepted.some(mail => mail.raw.includes('/r/'))).toBe(false)
})

test('the holder answers once and can change it; nobody finds from the whole database who gave which answer', async () => {
  for (const [i, token] of tokens.slice(0, ANSWER).entries()) {
    expect((await answer(token, i % 11, `Words of number ${i}`)).status).toBe(200)
  }
  const again = await open(`/t/${tokens[0]}?change=1`)
  ahead += 2000
  await post(`/t/${tokens[0]}`, { nonce: nonceIn(again.page), language: 'de', score: '10' })

  const responses = await database.readWorkspace(scope, reader => reader.selectFrom('responses').selectAll().execute())
  expect(responses).toHaveLength(ANSWER)
  expect(responses.filter(row => row.score === 10)).toHaveLength(2)
  expect(responses.every(row => row.answered_at.toISOString().endsWith('T00:00:00.000Z'))).toBe(true)

  const rows = await everything()
  const text = rows.map(({ row }) => row).join('\n')
  expect(tokens.filter(token => text.includes(token))).toEqual([])
  // Whatever names an answer stands in no row that also names a person, a message, an invitation or a ticket.
  const answerMarks = responses.flatMap(row => [row.response_id, row.source_key])
  const { rows: others } = await database.pool.query<{ mark: string }>(
    `select person_id::text as mark from people union all select message_id::text from messages
     union all select invitation_id::text from invitations union all select email from people
     union all select encode(ticket_hash, 'hex') from answer_tickets`,
  )
  const leading = rows.filter(
    ({ row }) => answerMarks.some(mark => row.includes(mark)) && others.some(({ mark }) => row.includes(mark)),
  )
  expect(leading).toEqual([])
})

test('the personal link that could be derived takes no answer', async () => {
  const derived = respondToken(SECRET, asked.invited[0]?.invitationId ?? '')
  await database.inInstance(tx =>
    tx
      .updateTable('invitations')
      .set({ token_hash: tokenHash(derived) })
      .where('invitation_id', '=', asked.invited[0]?.invitationId ?? '')
      .execute(),
  )
  expect((await open(`/r/${derived}`)).status).toBe(410)
})

test('a ticket of garbage, of another purpose, or run out is none', async () => {
  expect((await open('/t/x')).status).toBe(404)
  expect((await open(`/t/${respondToken(SECRET, 'x')}`)).status).toBe(404)
  await database.pool.query(`update answer_tickets set expires_on = '2026-01-01'`)
  expect((await open(`/t/${tokens[PEOPLE - 1]}`)).status).toBe(410)
})
