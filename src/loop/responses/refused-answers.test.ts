import { describe, expect, test } from 'vitest'
import { randomToken, sealToken } from '../../platform/secrets/index.ts'
import { checkedIn, nonceIn, SECRET, visitedPages } from './answer-pages.fixture.ts'

const { database, open, look, post, wait, ask, send, stored } = await visitedPages()

describe('links that cannot be answered', () => {
  const dead = {
    garbage: () => 'x',
    'a token never issued': () => randomToken(),
    'a mangled token': async () => `${(await ask()).token.slice(0, -2)}..`,
    'a token cut short': async () => (await ask()).token.slice(0, 20),
    'an unsubscribe token': () => sealToken(SECRET, 'unsubscribe', Buffer.from('somebody')),
  }
  test.each(Object.entries(dead))('%s gets the same 404, opened or sent', async (_name, make) => {
    const token = await make()
    const unknown = await look(`/r/${randomToken()}`)
    const opened = await open(`/r/${encodeURIComponent(token)}`)
    for (const { status, page } of [
      { status: opened.status, page: await opened.text() },
      await post(`/r/${encodeURIComponent(token)}`, { nonce: 'n', score: '9' }),
      await post(`/r/${encodeURIComponent(token)}/comment`, { nonce: 'n', comment: 'x' }),
    ]) {
      expect(status).toBe(404)
      expect(page).toBe(unknown)
    }
  })

  test('a link that ran out says so and takes nothing', async () => {
    const link = await ask({ expiresInDays: -1 })
    const { status, page } = await send(link.token, 9)
    expect(page).toContain('has run out')
    expect(status).toBe(410)
    expect(await stored(link.invitationId)).toEqual([])
  })

  test('a link that was taken back says so, also for a page opened before', async () => {
    const link = await ask()
    const nonce = nonceIn(await look(`/r/${link.token}`))
    await database.inInstance(tx =>
      tx
        .updateTable('invitations')
        .set({ revoked_at: new Date() })
        .where('invitation_id', '=', link.invitationId)
        .execute(),
    )
    wait(5000)
    const reply = await post(`/r/${link.token}`, { nonce, score: '9' })
    expect(reply.status).toBe(410)
    expect(reply.page).toContain('no longer valid')
    expect((await open(`/r/${link.token}`)).status).toBe(410)
    expect(await stored(link.invitationId)).toEqual([])
  })

  test('the page of another link is not taken, and the choice is kept', async () => {
    const [mine, other] = [await ask(), await ask()]
    const nonce = nonceIn(await look(`/r/${other.token}`))
    wait(5000)
    const reply = await post(`/r/${mine.token}`, { nonce, score: '9' })
    expect(reply.status).toBe(400)
    expect(checkedIn(reply.page)).toBe('9')
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
    const { status, page } = await send(link.token, score)
    expect(status).toBe(400)
    expect(page).toContain('Please choose a number from 0 to 10')
    expect(await stored(link.invitationId)).toEqual([])
  })

  test('two scores in one form are refused', async () => {
    const link = await ask()
    const nonce = nonceIn(await look(`/r/${link.token}`))
    wait(5000)
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
    const nonce = nonceIn(await look(`/r/${link.token}`))
    wait(5000)
    expect((await post(`/r/${link.token}`, `nonce=${nonce}&score=9`, type)).status).toBe(200)
  })

  test('a body above 64 kB is refused before it is read', async () => {
    const link = await ask()
    const reply = await post(`/r/${link.token}`, `comment=${'x'.repeat(70_000)}`)
    expect(reply.status).toBe(413)
  })
})

test('a form that is cut off on its way gets a page, not an error', async () => {
  const { token } = await ask()
  const body = new ReadableStream({ pull: controller => controller.error(new Error('cut off')) })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const reply = await open(`/r/${token}`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '30'])
  expect(await reply.text()).toContain('<html')
})
