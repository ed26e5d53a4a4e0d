import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { invitedPeople } from '../../../test/harness/invited-people.ts'
import { systemClock } from '../../platform/clock.ts'
import { randomToken, sealToken } from '../../platform/secrets/index.ts'
import { answerPages } from './pages.ts'

const secret = 'a secret for the stories, long enough to be one'
const { database } = await freshDatabase()
const north = await freshWorkspace(database)
const quiet = { warn: () => undefined, error: () => undefined } as never
let ahead = 0
const clock = () => new Date(systemClock().getTime() + ahead)
const app = answerPages({ database, settings: { secret } as never, log: quiet, clock })

beforeEach(() => {
  ahead = 0
})

const ask = async (options = {}) => {
  const { links } = await invitedPeople(database, north.scope, 1, options)
  const [link] = links
  if (!link) throw new Error('nobody was invited')
  return link
}

const open = (path: string, init: RequestInit = {}) => app.request(path, init)
const post = (
  path: string,
  fields: Record<string, string> | string[][] | string,
  type = 'application/x-www-form-urlencoded',
) =>
  open(path, {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof fields === 'string' ? fields : new URLSearchParams(fields as never).toString(),
  })

const nonceIn = (page: string) => /name="nonce" value="([^"]+)"/.exec(page)?.[1] ?? ''
const checkedIn = (page: string) => /value="(\d+)" required checked/.exec(page)?.[1]

/** Opens the link, waits as a person does, and sends. */
async function answer(token: string, score: number | string, more: Record<string, string> = {}) {
  const nonce = nonceIn(await (await open(`/r/${token}?score=9`)).text())
  ahead += 5000
  const reply = await post(`/r/${token}`, { nonce, score: String(score), language: 'en', ...more })
  return { reply, page: await reply.text(), nonce }
}

const stored = (invitationId: string) =>
  database.readWorkspace(north.scope, r =>
    r.selectFrom('responses').selectAll().where('invitation_id', '=', invitationId).execute(),
  )
const revisions = (responseId: string) =>
  database.readWorkspace(north.scope, r =>
    r.selectFrom('response_revisions').selectAll().where('response_id', '=', responseId).execute(),
  )
const said = (subjectId: string) =>
  database.readWorkspace(north.scope, r =>
    r
      .selectFrom('events')
      .select(['name', 'payload'])
      .where('subject_id', '=', subjectId)
      .orderBy('event_id')
      .execute(),
  )
const visits = (invitationId: string) =>
  database.readWorkspace(north.scope, r =>
    r
      .selectFrom('invitation_visits')
      .selectAll()
      .where('invitation_id', '=', invitationId)
      .orderBy('visit_id')
      .execute(),
  )

describe('opening the link', () => {
  test('selects the clicked number, notes an intent and stores no answer', async () => {
    const link = await ask()
    const reply = await open(`/r/${link.token}?score=9`)
    expect(reply.status).toBe(200)
    expect(checkedIn(await reply.text())).toBe('9')
    expect(await stored(link.invitationId)).toEqual([])
    expect(await visits(link.invitationId)).toMatchObject([{ score: 9, scanner_suspected: false }])
  })

  test('is never a vote, whatever opens it', async () => {
    const link = await ask()
    await open(`/r/${link.token}?score=10`, { method: 'HEAD' })
    for (let score = 0; score <= 10; score++) await open(`/r/${link.token}?score=${score}`)
    await open(`/r/${link.token}/h`)
    expect(await stored(link.invitationId)).toEqual([])
    const signs = (await visits(link.invitationId)).map(visit => visit.sign)
    expect(signs).toContain('head')
    expect(signs).toContain('honeypot')
    expect(signs).toContain('several_scores')
    expect((await visits(link.invitationId)).every(visit => visit.scanner_suspected)).toBe(true)
  })

  test('carries everything in one response of at most 14 kB packed, with no outside resource', async () => {
    const link = await ask()
    const reply = await open(`/r/${link.token}`, { headers: { 'accept-encoding': 'gzip' } })
    expect(reply.headers.get('content-encoding')).toBe('gzip')
    expect((await reply.arrayBuffer()).byteLength).toBeLessThan(14 * 1024)
    const page = await (await open(`/r/${link.token}`)).text()
    expect(page).not.toMatch(/src=|url\(|<link|http/)
    expect(page).toMatch(/rel="nofollow"/)
    expect(reply.headers.get('content-security-policy')).toMatch(/default-src 'none'; style-src 'sha256-/)
    expect(reply.headers.get('referrer-policy')).toBe('no-referrer')
    expect(reply.headers.get('cache-control')).toBe('no-store')
  })

  test('speaks the language of the person, and another when asked', async () => {
    const link = await ask({ language: 'fi' })
    expect(await (await open(`/r/${link.token}`)).text()).toContain('Kuinka todennäköisesti')
    const nonce = nonceIn(await (await open(`/r/${link.token}`)).text())
    const switched = await post(`/r/${link.token}`, { nonce, score: '4', language: 'fi', switch: 'de' })
    const page = await switched.text()
    expect(page).toContain('Wie wahrscheinlich ist es')
    expect(checkedIn(page)).toBe('4')
    expect(await stored(link.invitationId)).toEqual([])
  })
})

test('every page leads to being left alone, with a token that answers nothing', async () => {
  const link = await ask()
  await database.inInstance(tx =>
    tx
      .updateTable('people')
      .set({ email: `${link.personId}@example.com` })
      .where('person_id', '=', link.personId)
      .execute(),
  )
  const page = await (await open(`/r/${link.token}`)).text()
  const stop = /href="\/u\/([^"]+)"/.exec(page)?.[1] ?? ''
  expect(stop).not.toBe('')
  expect((await open(`/r/${stop}`)).status).toBe(404)
})

describe('sending', () => {
  test.each([
    [3, 'What went wrong', 'support'],
    [7, 'What would have to change', 'probe'],
    [10, 'What do you value most', 'thanks'],
  ])('a %i is stored and asks the question that fits', async (score, question) => {
    const link = await ask()
    const { reply, page } = await answer(link.token, score)
    expect(reply.status).toBe(200)
    expect(page).toContain(question)
    expect(page.includes('name="reason"')).toBe(score === 7)
    const [row] = await stored(link.invitationId)
    expect(row).toMatchObject({ score, state: 'confirmed', source: 'link', channel: 'email', comment: null })
    expect(await said(row?.response_id ?? '')).toMatchObject([
      { name: 'response.received', payload: { score, personId: link.personId, source: 'link' } },
    ])
  })

  test('a text and a reason are stored apart from the score', async () => {
    const link = await ask()
    const { nonce } = await answer(link.token, 8)
    const reply = await post(`/r/${link.token}/comment`, {
      nonce,
      comment: 'Halvempi hinta',
      reason: 'value_below_cost',
    })
    expect(reply.status).toBe(200)
    expect(await reply.text()).toContain('Thank you')
    const [row] = await stored(link.invitationId)
    expect(row).toMatchObject({ score: 8, comment: 'Halvempi hinta', reason: 'value_below_cost' })
    expect((await said(row?.response_id ?? '')).map(e => e.name)).toEqual(['response.received', 'response.commented'])
  })

  test('the same page sent again gets the same reply and stores nothing twice', async () => {
    const link = await ask()
    const { page, nonce } = await answer(link.token, 6)
    const again = await post(`/r/${link.token}`, { nonce, score: '6', language: 'en' })
    expect(await again.text()).toBe(page)
    const rows = await stored(link.invitationId)
    expect(rows).toHaveLength(1)
    expect(await revisions(rows[0]?.response_id ?? '')).toEqual([])
  })

  test('another number within 14 days is a revision, not a second answer', async () => {
    const link = await ask()
    const first = await answer(link.token, 6)
    await answer(link.token, 9)
    const rows = await stored(link.invitationId)
    expect(rows).toMatchObject([{ score: 9 }])
    expect(await revisions(rows[0]?.response_id ?? '')).toMatchObject([{ score: 6, revision: 1 }])
    expect((await said(rows[0]?.response_id ?? '')).map(e => e.name)).toEqual(['response.received', 'response.changed'])
    // The first page comes once more, late, from a phone that was without a network.
    await post(`/r/${link.token}`, { nonce: first.nonce, score: '6', language: 'en' })
    expect(await stored(link.invitationId)).toMatchObject([{ score: 9 }])
  })

  test('the back button and another number change the answer', async () => {
    const link = await ask()
    const { nonce } = await answer(link.token, 2)
    const reply = await post(`/r/${link.token}`, { nonce, score: '5', language: 'en' })
    expect(reply.status).toBe(200)
    expect(await stored(link.invitationId)).toMatchObject([{ score: 5 }])
  })

  test('after 14 days the answer stands', async () => {
    const link = await ask()
    await answer(link.token, 6)
    await database.inInstance(tx =>
      tx
        .updateTable('responses')
        .set({ answered_at: new Date(Date.now() - 15 * 86_400_000) })
        .where('invitation_id', '=', link.invitationId)
        .execute(),
    )
    expect(await (await open(`/r/${link.token}`)).text()).toContain('The time for changes ended')
    const nonce = nonceIn(await (await open(`/r/${(await ask()).token}`)).text())
    expect((await post(`/r/${link.token}/comment`, { nonce, comment: 'late' })).status).toBe(400)
    expect(await stored(link.invitationId)).toMatchObject([{ score: 6, comment: null }])
  })

  test('fifty at the same moment leave exactly one answer', async () => {
    const link = await ask()
    const pages = await Promise.all(
      Array.from({ length: 50 }, async () => nonceIn(await (await open(`/r/${link.token}`)).text())),
    )
    ahead += 2000
    const replies = await Promise.all(
      pages.map((nonce, i) => post(`/r/${link.token}`, { nonce, score: String(i % 11), language: 'en' })),
    )
    expect(replies.map(reply => reply.status)).toEqual(Array(50).fill(200))
    const rows = await stored(link.invitationId)
    expect(rows).toHaveLength(1)
    expect((await said(rows[0]?.response_id ?? '')).filter(e => e.name === 'response.received')).toHaveLength(1)
  })

  test('a page that comes back too soon is asked once more and then counts', async () => {
    const link = await ask()
    const nonce = nonceIn(await (await open(`/r/${link.token}`)).text())
    const soon = await post(`/r/${link.token}`, { nonce, score: '9', language: 'en' })
    const page = await soon.text()
    expect(soon.status).toBe(429)
    expect(soon.headers.get('retry-after')).toBe('1')
    expect(checkedIn(page)).toBe('9')
    expect(await stored(link.invitationId)).toEqual([])
    ahead += 1000
    expect((await post(`/r/${link.token}`, { nonce: nonceIn(page), score: '9', language: 'en' })).status).toBe(200)
    expect(await stored(link.invitationId)).toMatchObject([{ score: 9, state: 'confirmed' }])
  })

  test('a script that no person touched is set aside, and the person who comes later counts', async () => {
    const link = await ask()
    await answer(link.token, 0, { seen: 'script' })
    const [machine] = await stored(link.invitationId)
    expect(machine).toMatchObject({ state: 'quarantined', score: 0 })
    expect((await said(machine?.response_id ?? '')).map(e => e.name)).toEqual(['response.quarantined'])
    await answer(link.token, 9, { seen: 'touch' })
    expect(await stored(link.invitationId)).toMatchObject([{ state: 'confirmed', score: 9 }])
    await answer(link.token, 1, { seen: 'script' })
    expect(await stored(link.invitationId)).toMatchObject([{ state: 'confirmed', score: 9 }])
  })
})

describe('links that cannot be answered', () => {
  const dead = {
    garbage: () => 'x',
    'a token never issued': () => randomToken(),
    'a mangled token': async () => `${(await ask()).token.slice(0, -2)}..`,
    'a token cut short': async () => (await ask()).token.slice(0, 20),
    'an unsubscribe token': () => sealToken(secret, 'unsubscribe', Buffer.from('somebody')),
  }
  test.each(Object.entries(dead))('%s gets the same 404, opened or sent', async (_name, make) => {
    const token = await make()
    const unknown = await (await open(`/r/${randomToken()}`)).text()
    for (const reply of [
      await open(`/r/${encodeURIComponent(token)}`),
      await post(`/r/${encodeURIComponent(token)}`, { nonce: 'n', score: '9' }),
      await post(`/r/${encodeURIComponent(token)}/comment`, { nonce: 'n', comment: 'x' }),
    ]) {
      expect(reply.status).toBe(404)
      expect(await reply.text()).toBe(unknown)
    }
  })

  test('a link that ran out says so and takes nothing', async () => {
    const link = await ask({ expiresInDays: -1 })
    const { reply, page } = await answer(link.token, 9)
    expect(page).toContain('has run out')
    expect(reply.status).toBe(410)
    expect(await stored(link.invitationId)).toEqual([])
  })

  test('a link that was taken back says so, also for a page opened before', async () => {
    const link = await ask()
    const nonce = nonceIn(await (await open(`/r/${link.token}`)).text())
    await database.inInstance(tx =>
      tx
        .updateTable('invitations')
        .set({ revoked_at: new Date() })
        .where('invitation_id', '=', link.invitationId)
        .execute(),
    )
    ahead += 5000
    const reply = await post(`/r/${link.token}`, { nonce, score: '9' })
    expect(reply.status).toBe(410)
    expect(await reply.text()).toContain('no longer valid')
    expect((await open(`/r/${link.token}`)).status).toBe(410)
    expect(await stored(link.invitationId)).toEqual([])
  })

  test('the page of another link is not taken, and the choice is kept', async () => {
    const [mine, other] = [await ask(), await ask()]
    const nonce = nonceIn(await (await open(`/r/${other.token}`)).text())
    ahead += 5000
    const reply = await post(`/r/${mine.token}`, { nonce, score: '9' })
    expect(reply.status).toBe(400)
    expect(checkedIn(await reply.text())).toBe('9')
    expect(await stored(mine.invitationId)).toEqual([])
  })
})

describe('forms that are not right', () => {
  const wrongScores = [
    '',
    '11',
    '-1',
    '-0',
    '+9',
    '9.0',
    '9.0000001',
    '1e0',
    '1e400',
    ' 9',
    '9 ',
    '09',
    '٩',
    '９',
    'true',
    '[9]',
    'null',
    '0x9',
    '9\u0000',
    'NaN',
  ]
  test.each(wrongScores)('the score %j is refused and nothing is stored', async score => {
    const link = await ask()
    const { reply, page } = await answer(link.token, score)
    expect(reply.status).toBe(400)
    expect(page).toContain('Please choose a number from 0 to 10')
    expect(await stored(link.invitationId)).toEqual([])
  })

  test('two scores in one form are refused', async () => {
    const link = await ask()
    const nonce = nonceIn(await (await open(`/r/${link.token}`)).text())
    ahead += 5000
    const reply = await post(`/r/${link.token}`, [
      ['nonce', nonce],
      ['score', '3'],
      ['score', '9'],
    ])
    expect(reply.status).toBe(400)
    expect(await stored(link.invitationId)).toEqual([])
  })

  test.each([
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=x',
    '',
    'application/x-www-form-urlencodedx',
  ])('the content type %j is refused', async type => {
    const link = await ask()
    const reply = await post(`/r/${link.token}`, '{"score":9}', type)
    expect(reply.status).toBe(415)
    expect(await stored(link.invitationId)).toEqual([])
  })

  test.each([
    'application/x-www-form-urlencoded;charset=UTF-8',
    'APPLICATION/x-www-form-urlencoded ; x=y',
    '\tapplication/x-www-form-urlencoded;',
  ])('the content type %j is a form', async type => {
    const link = await ask()
    const nonce = nonceIn(await (await open(`/r/${link.token}`)).text())
    ahead += 5000
    expect((await post(`/r/${link.token}`, `nonce=${nonce}&score=9`, type)).status).toBe(200)
  })

  test('a body above 64 kB is refused before it is read', async () => {
    const link = await ask()
    const reply = await post(`/r/${link.token}`, `comment=${'x'.repeat(70_000)}`)
    expect(reply.status).toBe(413)
  })
})

describe('texts', () => {
  test('markup stays text on the page that shows it again', async () => {
    const link = await ask()
    const { nonce } = await answer(link.token, 3)
    const reply = await post(`/r/${link.token}/comment`, {
      nonce,
      comment: '</textarea><script>alert(1)</script>',
      switch: 'de',
    })
    const page = await reply.text()
    expect(page).toContain('&lt;/textarea&gt;&lt;script&gt;')
    expect(page).not.toContain('<script>alert')
  })

  test('an empty second page keeps the score and thanks', async () => {
    const link = await ask()
    const { nonce } = await answer(link.token, 3)
    expect((await post(`/r/${link.token}/comment`, { nonce, comment: ' \n ' })).status).toBe(200)
    expect(await stored(link.invitationId)).toMatchObject([{ score: 3, comment: null }])
  })

  test('another text replaces the first and keeps it as a revision', async () => {
    const link = await ask()
    const { nonce } = await answer(link.token, 3)
    await post(`/r/${link.token}/comment`, { nonce, comment: 'first' })
    await post(`/r/${link.token}/comment`, { nonce, comment: 'second' })
    await post(`/r/${link.token}/comment`, { nonce, comment: 'second' })
    const [row] = await stored(link.invitationId)
    expect(row).toMatchObject({ comment: 'second' })
    expect(await revisions(row?.response_id ?? '')).toMatchObject([{ comment: 'first' }])
  })

  test('5,000 characters are kept and the person is told about the rest', async () => {
    const link = await ask()
    const { nonce } = await answer(link.token, 3)
    const reply = await post(`/r/${link.token}/comment`, { nonce, comment: 'ä'.repeat(6000) })
    expect(await reply.text()).toContain('first 5,000 characters')
    expect((await stored(link.invitationId))[0]?.comment).toHaveLength(5000)
  })
})

test('an answer keeps country and attributes of that moment, so that segments see it', async () => {
  const link = await ask()
  await database.inWorkspace(north.scope, tx =>
    tx
      .updateTable('people')
      .set({ country: 'FI', attributes: JSON.stringify({ plan: 'Team' }) })
      .where('person_id', '=', link.personId)
      .execute(),
  )
  await answer(link.token, 8)
  const [kept] = await stored(link.invitationId)
  expect(kept?.attributes).toEqual({ country: 'FI', plan: 'Team' })
})

test('a form that is cut off on its way gets a page, not an error', async () => {
  const { token } = await ask()
  const body = new ReadableStream({ pull: controller => controller.error(new Error('cut off')) })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const reply = await open(`/r/${token}`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '30'])
  expect(await reply.text()).toContain('<html')
})

test('an answer is taken while slow reports hold every other connection', async () => {
  const { token } = await ask()
  const held = await Promise.all(Array.from({ length: database.pool.options.max ?? 0 }, () => database.pool.connect()))
  const { reply } = await answer(token, 9).finally(() => {
    for (const client of held) client.release()
  })
  expect(reply.status).toBe(200)
})
