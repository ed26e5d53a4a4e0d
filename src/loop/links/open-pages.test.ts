import { describe, expect, test } from 'vitest'
import { companyWithLinks } from '../../../test/harness/company-with-links.ts'

const { product, survey, openLink, stored, laterBy, database, own } = await companyWithLinks()

const open = async (path: string) => {
  const reply = await product.fetch(
    new Request(`http://localhost:4747${path}`, { headers: { 'accept-language': 'en' } }),
  )
  return { status: reply.status, headers: reply.headers, page: await reply.text() }
}
const post = async (path: string, fields: Record<string, string>) => {
  const request = new Request(`http://localhost:4747${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': '198.51.100.9' },
    body: new URLSearchParams(fields),
  })
  const reply = await product.fetch(request)
  return { status: reply.status, page: await reply.text() }
}
const nonceIn = (page: string) => /name="nonce" value="([^"]+)"/.exec(page)?.[1] ?? ''
const actionIn = (page: string) => /<form method="post" action="([^"]+)"/.exec(page)?.[1] ?? ''

/** Opens the link, waits as a person does, and sends. */
async function answer(key: string, fields: Record<string, string>) {
  const first = await open(`/o/${key}`)
  laterBy(2000)
  const nonce = nonceIn(first.page)
  return { ...(await post(`/o/${key}`, { nonce, language: 'en', ...fields })), nonce }
}

describe('the page of an open link', () => {
  test('is one small response that works without script and stores nothing when it is opened', async () => {
    const link = await openLink()
    const { status, headers, page } = await open(`/o/${link.key}?score=9`)
    expect(status).toBe(200)
    expect(page).toMatch(/value="9" required checked/)
    expect(page.length).toBeLessThan(14 * 1024)
    expect(page).not.toMatch(/src=|url\(|<link/)
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/)
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(await stored(link.surveyId)).toEqual([])
  })

  test('stores the number, then the reasons, then thanks', async () => {
    const link = await openLink()
    const second = await answer(link.key, { score: '3' })
    expect(second.page).toContain('What went wrong')
    const third = await post(actionIn(second.page), {
      nonce: nonceIn(second.page),
      language: 'en',
      comment: 'The queue',
    })
    expect(third.page).toContain('Thank you')
    expect(await stored(link.surveyId)).toMatchObject([
      { score: 3, comment: 'The queue', channel: 'link', person_id: null },
    ])
  })

  test('the same page sent again gets the same reply; another number from it changes the answer', async () => {
    const link = await openLink()
    const first = await answer(link.key, { score: '6' })
    const again = await post(`/o/${link.key}`, { nonce: first.nonce, language: 'en', score: '6' })
    expect(actionIn(again.page)).toBe(actionIn(first.page))
    await post(`/o/${link.key}`, { nonce: first.nonce, language: 'en', score: '9' })
    expect(await stored(link.surveyId)).toMatchObject([{ score: 9 }])
    await post(`/o/${link.key}`, { nonce: first.nonce, language: 'en', score: '6' })
    expect(await stored(link.surveyId)).toMatchObject([{ score: 9 }])
  })

  test('an answer is changed and looked at by its own address, which is worth nothing for another', async () => {
    const link = await openLink()
    const second = await answer(link.key, { score: '7' })
    const address = actionIn(second.page).replace('/comment', '')
    const change = await open(`${address}?change=1`)
    await post(address, { nonce: nonceIn(change.page), language: 'en', score: '10' })
    expect(await stored(link.surveyId)).toMatchObject([{ score: 10 }])
    expect((await open(`${address}/about`)).page).toContain('does not learn who you are')
    for (const token of ['x', second.nonce, address.split('/').at(-1)?.slice(0, -2) ?? '']) {
      expect((await open(`/o/${link.key}/a/${token}`)).status).toBe(404)
    }
    laterBy(15 * 86_400_000)
    expect((await open(address)).status).toBe(404)
    product.time.now = new Date()
  })

  test('a page sent too soon is asked once more; a page of another link is not taken', async () => {
    const link = await openLink()
    const other = await openLink()
    const { page } = await open(`/o/${link.key}`)
    expect((await post(`/o/${link.key}`, { nonce: nonceIn(page), score: '9' })).status).toBe(429)
    laterBy(2000)
    expect((await post(`/o/${other.key}`, { nonce: nonceIn(page), score: '9' })).status).toBe(400)
    expect(await stored(other.surveyId)).toEqual([])
    expect((await post(`/o/${link.key}`, { nonce: nonceIn(page), score: '9' })).status).toBe(200)
  })

  test.each([
    ['ces', { rating: '6' }, { rating: 6 }],
    ['free', { comment: 'More seats' }, { comment: 'More seats' }],
  ] as const)('asks a question of kind %s', async (opening, fields, kept) => {
    const link = await openLink({ surveyId: await survey(opening) })
    expect((await answer(link.key, fields)).status).toBe(200)
    expect(await stored(link.surveyId)).toMatchObject([kept])
  })

  test('says of an anonymous survey that nobody can be found, and that is so', async () => {
    const surveyId = await survey('nps', true)
    const link = await openLink({ surveyId })
    expect((await open(`/o/${link.key}`)).page).toContain('Nobody can find out who gave which answer')
    expect((await open(`/o/${link.key}/about`)).page).toContain('This survey is anonymous')
    const second = await answer(link.key, { score: '2' })
    await post(actionIn(second.page), { nonce: nonceIn(second.page), language: 'en', comment: 'My boss' })
    const [row] = await stored(surveyId)
    expect(row).toMatchObject({ score: 2, comment: 'My boss', person_id: null })
    const events = await database.readWorkspace(own.scope, reader =>
      reader
        .selectFrom('events')
        .select(['name', 'subject_id', 'payload'])
        .where('subject_id', '=', surveyId)
        .execute(),
    )
    expect(events.filter(event => event.subject_id === surveyId).map(event => event.name)).toEqual([
      'survey.answered',
      'survey.answered',
    ])
    const leading = await database.readWorkspace(own.scope, reader =>
      reader
        .selectFrom('events')
        .select('name')
        .where('subject_id', '=', row?.response_id ?? '')
        .execute(),
    )
    expect(leading).toEqual([])
  })

  test('a closed link says so, a mistyped one too', async () => {
    expect((await open('/o/aaaaabbbbb')).status).toBe(404)
    const link = await openLink()
    await database.inWorkspace(own.scope, tx =>
      tx.updateTable('open_links').set({ closed_at: new Date() }).where('open_link_id', '=', link.openLinkId).execute(),
    )
    const { status, page } = await open(`/o/${link.key}`)
    expect([status, page.includes('no longer asks here')]).toEqual([410, true])
  })
})
