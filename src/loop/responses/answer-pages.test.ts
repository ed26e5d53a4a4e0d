import { describe, expect, test } from 'vitest'
import { checkedIn, nonceIn, visitedPages } from './answer-pages.fixture.ts'

const { database, scope, open, look, post, ask, send, stored, revisions, visits } = await visitedPages()

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
    const page = await look(`/r/${link.token}`)
    expect(page).not.toMatch(/src=|url\(|<link|http/)
    expect(page).toMatch(/rel="nofollow"/)
    expect(reply.headers.get('content-security-policy')).toMatch(/default-src 'none'; style-src 'sha256-/)
    expect(reply.headers.get('referrer-policy')).toBe('no-referrer')
    expect(reply.headers.get('cache-control')).toBe('no-store')
  })

  test('speaks the language of the person, and another when asked', async () => {
    const link = await ask({ language: 'fi' })
    expect(await look(`/r/${link.token}`)).toContain('Kuinka todennäköisesti')
    const nonce = nonceIn(await look(`/r/${link.token}`))
    const switched = await post(`/r/${link.token}`, { nonce, score: '4', language: 'fi', switch: 'de' })
    const { page } = switched
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
  const page = await look(`/r/${link.token}`)
  const stop = /href="\/u\/([^"]+)"/.exec(page)?.[1] ?? ''
  expect(stop).not.toBe('')
  expect((await open(`/r/${stop}`)).status).toBe(404)
})

describe('texts', () => {
  test('markup stays text on the page that shows it again', async () => {
    const link = await ask()
    const { nonce } = await send(link.token, 3)
    const reply = await post(`/r/${link.token}/comment`, {
      nonce,
      comment: '</textarea><script>alert(1)</script>',
      switch: 'de',
    })
    const page = reply.page
    expect(page).toContain('&lt;/textarea&gt;&lt;script&gt;')
    expect(page).not.toContain('<script>alert')
  })

  test('an empty second page keeps the score and thanks', async () => {
    const link = await ask()
    const { nonce } = await send(link.token, 3)
    expect((await post(`/r/${link.token}/comment`, { nonce, comment: ' \n ' })).status).toBe(200)
    expect(await stored(link.invitationId)).toMatchObject([{ score: 3, comment: null }])
  })

  test('another text replaces the first and keeps it as a revision', async () => {
    const link = await ask()
    const { nonce } = await send(link.token, 3)
    await post(`/r/${link.token}/comment`, { nonce, comment: 'first' })
    await post(`/r/${link.token}/comment`, { nonce, comment: 'second' })
    await post(`/r/${link.token}/comment`, { nonce, comment: 'second' })
    const [row] = await stored(link.invitationId)
    expect(row).toMatchObject({ comment: 'second' })
    expect(await revisions(row?.response_id ?? '')).toMatchObject([{ comment: 'first' }])
  })

  test('5,000 characters are kept and the person is told about the rest', async () => {
    const link = await ask()
    const { nonce } = await send(link.token, 3)
    const reply = await post(`/r/${link.token}/comment`, { nonce, comment: 'ä'.repeat(6000) })
    expect(reply.page).toContain('first 5,000 characters')
    expect((await stored(link.invitationId))[0]?.comment).toHaveLength(5000)
  })
})

test('an answer keeps country and attributes of that moment, so that segments see it', async () => {
  const link = await ask()
  await database.inWorkspace(scope, tx =>
    tx
      .updateTable('people')
      .set({ country: 'FI', attributes: JSON.stringify({ plan: 'Team' }) })
      .where('person_id', '=', link.personId)
      .execute(),
  )
  await send(link.token, 8)
  const [kept] = await stored(link.invitationId)
  expect(kept?.attributes).toEqual({ country: 'FI', plan: 'Team' })
})

test('an answer is taken while slow reports hold every other connection', async () => {
  const { token } = await ask()
  const held = await Promise.all(Array.from({ length: database.pool.options.max ?? 0 }, () => database.pool.connect()))
  const { status } = await send(token, 9).finally(() => {
    for (const client of held) client.release()
  })
  expect(status).toBe(200)
})
