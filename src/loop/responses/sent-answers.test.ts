import { describe, expect, test } from 'vitest'
import { checkedIn, nonceIn, visitedPages } from './answer-pages.fixture.ts'

const { database, scope, look, post, wait, ask, send, stored, revisions } = await visitedPages()

const DAY_MS = 86_400_000
const said = (subjectId: string) =>
  database.readWorkspace(scope, r =>
    r
      .selectFrom('events')
      .select(['name', 'payload'])
      .where('subject_id', '=', subjectId)
      .orderBy('event_id')
      .execute(),
  )

describe('sending', () => {
  test.each([
    [3, 'What went wrong', 'support'],
    [7, 'What would have to change', 'probe'],
    [10, 'What do you value most', 'thanks'],
  ])('a %i is stored and asks the question that fits', async (score, question) => {
    const link = await ask()
    const { status, page } = await send(link.token, score)
    expect(status).toBe(200)
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
    const { nonce } = await send(link.token, 8)
    const reply = await post(`/r/${link.token}/comment`, {
      nonce,
      comment: 'Halvempi hinta',
      reason: 'value_below_cost',
    })
    expect(reply.status).toBe(200)
    expect(reply.page).toContain('Thank you')
    const [row] = await stored(link.invitationId)
    expect(row).toMatchObject({ score: 8, comment: 'Halvempi hinta', reason: 'value_below_cost' })
    expect((await said(row?.response_id ?? '')).map(e => e.name)).toEqual(['response.received', 'response.commented'])
  })

  test('the same page sent again gets the same reply and stores nothing twice', async () => {
    const link = await ask()
    const { page, nonce } = await send(link.token, 6)
    const again = await post(`/r/${link.token}`, { nonce, score: '6', language: 'en' })
    expect(again.page).toBe(page)
    const rows = await stored(link.invitationId)
    expect(rows).toHaveLength(1)
    expect(await revisions(rows[0]?.response_id ?? '')).toEqual([])
  })

  test('another number within 14 days is a revision, not a second answer', async () => {
    const link = await ask()
    const first = await send(link.token, 6)
    await send(link.token, 9)
    const rows = await stored(link.invitationId)
    expect(rows).toMatchObject([{ score: 9 }])
    expect(await revisions(rows[0]?.response_id ?? '')).toMatchObject([{ score: 6, revision: 1 }])
    expect((await said(rows[0]?.response_id ?? '')).map(e => e.name)).toEqual(['response.received', 'response.changed'])
    // The first page comes twice more a day later, from a phone that was without a network.
    wait(DAY_MS)
    const late = () => post(`/r/${link.token}`, { nonce: first.nonce, score: '6', language: 'en' })
    const [once, again] = await Promise.all([late(), late()])
    expect(again).toEqual(once)
    expect(await stored(link.invitationId)).toMatchObject([{ score: 9 }])
    expect(await revisions(rows[0]?.response_id ?? '')).toHaveLength(1)
  })

  test('pages of two devices, sent a day later and sent again, are one answer', async () => {
    const link = await ask()
    const nonces = [nonceIn(await look(`/r/${link.token}`)), nonceIn(await look(`/r/${link.token}`))]
    wait(DAY_MS)
    for (const nonce of [...nonces, ...nonces])
      expect((await post(`/r/${link.token}`, { nonce, score: '7', language: 'en' })).status).toBe(200)
    const rows = await stored(link.invitationId)
    expect(rows).toMatchObject([{ score: 7, state: 'confirmed' }])
    expect(await revisions(rows[0]?.response_id ?? '')).toEqual([])
  })

  test('the back button and another number change the answer', async () => {
    const link = await ask()
    const { nonce } = await send(link.token, 2)
    const reply = await post(`/r/${link.token}`, { nonce, score: '5', language: 'en' })
    expect(reply.status).toBe(200)
    expect(await stored(link.invitationId)).toMatchObject([{ score: 5 }])
  })

  test('after 14 days the answer stands', async () => {
    const link = await ask()
    await send(link.token, 6)
    await database.inInstance(tx =>
      tx
        .updateTable('responses')
        .set({ answered_at: new Date(Date.now() - 15 * 86_400_000) })
        .where('invitation_id', '=', link.invitationId)
        .execute(),
    )
    expect(await look(`/r/${link.token}`)).toContain('The time for changes ended')
    const nonce = nonceIn(await look(`/r/${(await ask()).token}`))
    expect((await post(`/r/${link.token}/comment`, { nonce, comment: 'late' })).status).toBe(400)
    expect(await stored(link.invitationId)).toMatchObject([{ score: 6, comment: null }])
  })

  test('fifty at the same moment leave exactly one answer', async () => {
    const link = await ask()
    const pages = await Promise.all(Array.from({ length: 50 }, async () => nonceIn(await look(`/r/${link.token}`))))
    wait(2000)
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
    const nonce = nonceIn(await look(`/r/${link.token}`))
    const soon = await post(`/r/${link.token}`, { nonce, score: '9', language: 'en' })
    const { page } = soon
    expect(soon.status).toBe(429)
    expect(soon.headers.get('retry-after')).toBe('1')
    expect(checkedIn(page)).toBe('9')
    expect(await stored(link.invitationId)).toEqual([])
    wait(1000)
    expect((await post(`/r/${link.token}`, { nonce: nonceIn(page), score: '9', language: 'en' })).status).toBe(200)
    expect(await stored(link.invitationId)).toMatchObject([{ score: 9, state: 'confirmed' }])
  })

  test('a script that no person touched is set aside, and the person who comes later counts', async () => {
    const link = await ask()
    await send(link.token, 0, { seen: 'script' })
    const [machine] = await stored(link.invitationId)
    expect(machine).toMatchObject({ state: 'quarantined', score: 0 })
    expect((await said(machine?.response_id ?? '')).map(e => e.name)).toEqual(['response.quarantined'])
    await send(link.token, 9, { seen: 'touch' })
    expect(await stored(link.invitationId)).toMatchObject([{ state: 'confirmed', score: 9 }])
    await send(link.token, 1, { seen: 'script' })
    expect(await stored(link.invitationId)).toMatchObject([{ state: 'confirmed', score: 9 }])
  })
})
