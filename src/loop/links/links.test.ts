import { describe, expect, test } from 'vitest'
import { companyWithLinks, freshKey } from '../../../test/harness/company-with-links.ts'
import type { Opening } from '../../vocabulary/index.ts'
import { writeOpened } from './count-opened.ts'
import { signIdentity } from './identity.ts'

const { database, own, product, signedIn, survey, openLink, send, stored, said, laterBy } = await companyWithLinks()

describe('an open link', () => {
  test('takes an answer once, however often its key is sent', async () => {
    const link = await openLink()
    const answer = { key: freshKey(), score: 9, comment: 'Quick and friendly', language: 'en' }
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(link.key, answer)))
    expect(replies.map(reply => reply.status)).toEqual(Array(20).fill(201))
    expect(new Set(replies.map(reply => reply.json.token)).size).toBe(1)
    const rows = await stored(link.surveyId)
    expect(rows).toMatchObject([
      { score: 9, comment: 'Quick and friendly', person_id: null, source: 'open', channel: 'link' },
    ])
    expect(await said(rows[0]?.response_id ?? '')).toMatchObject([
      { name: 'response.received', payload: { source: 'open' } },
    ])
  })

  test('cannot be answered without a key of its own: not by null, not by nothing, not by the database', async () => {
    const link = await openLink()
    for (const bad of [null, undefined, '', 'short', 7]) {
      expect((await send(link.key, { key: bad, score: 9 })).status).toBe(400)
    }
    const row = { survey_id: link.surveyId, channel: 'link', opening: 'nps', score: 9, source: 'open' } as const
    const insert = (source_key: string) =>
      database.inWorkspace(own.scope, tx =>
        tx
          .insertInto('responses')
          .values({ ...row, source_key })
          .execute(),
      )
    await expect(insert('')).rejects.toThrow(/responses_open_key/)
    expect(await stored(link.surveyId)).toEqual([])
  })

  test('is read as it was typed from paper', async () => {
    const link = await openLink()
    const typed = `${link.key.slice(0, 5)}-${link.key.slice(5)}`.toUpperCase()
    expect((await send(typed, { key: freshKey(), score: 3 })).status).toBe(201)
    expect((await send('aaaaaaaaaa', { key: freshKey(), score: 3 })).status).toBe(404)
  })

  test.each([
    ['nps', { score: 11 }, 400],
    ['nps', { rating: 5 }, 400],
    ['ces', { rating: 7 }, 201],
    ['ces', { score: 7 }, 400],
    ['stars', { rating: 6 }, 400],
    ['free', { comment: '  ' }, 400],
    ['free', { comment: 'Longer opening hours' }, 201],
  ] as [Opening, object, number][])(
    'of a survey that opens with %s answers %j with %i',
    async (opening, answer, status) => {
      const link = await openLink({ surveyId: await survey(opening) })
      expect((await send(link.key, { key: freshKey(), ...answer })).status).toBe(status)
      expect(await stored(link.surveyId)).toHaveLength(status === 201 ? 1 : 0)
    },
  )

  test('takes nothing after it was closed', async () => {
    const link = await openLink()
    await signedIn().send('PATCH', `/open-links/${link.openLinkId}`, { closed: true })
    laterBy(6000)
    expect(await send(link.key, { key: freshKey(), score: 9 })).toMatchObject({
      status: 410,
      json: { code: 'open_link_closed' },
    })
  })

  test('keeps the reason of a passive, and of nobody else', async () => {
    const [link, other] = [await openLink(), await openLink()]
    const reasonOf = async ({ surveyId }: { surveyId: string }) => (await stored(surveyId))[0]?.reason
    const { json } = await send(link.key, { key: freshKey(), score: 8, reason: 'habit' })
    await send(other.key, { key: freshKey(), score: 9, reason: 'habit' })
    expect([await reasonOf(link), await reasonOf(other)]).toEqual(['habit', null])
    const path = `/open-links/${link.key}/answers/${json.token}`
    await product.browser().send('PATCH', path, { reason: 'more_time' })
    expect(await reasonOf(link)).toBe('more_time')
    await product.browser().send('PATCH', path, { score: 10 })
    expect(await reasonOf(link)).toBe(null)
    expect((await send(link.key, { key: freshKey(), score: 8, reason: 'bored' })).status).toBe(400)
  })

  test('is changed by its token within 14 days, and the earlier word is kept', async () => {
    const link = await openLink()
    const { json } = await send(link.key, { key: freshKey(), score: 6 })
    const browser = product.browser()
    const path = `/open-links/${link.key}/answers/${json.token}`
    expect((await browser.send('PATCH', path, { score: 8, comment: 'Better than I thought' })).status).toBe(204)
    const [row] = await stored(link.surveyId)
    expect(row).toMatchObject({ score: 8, comment: 'Better than I thought' })
    expect((await said(row?.response_id ?? '')).map(event => event.name)).toEqual([
      'response.received',
      'response.changed',
      'response.commented',
    ])
    laterBy(15 * 86_400_000)
    expect((await browser.send('PATCH', path, { score: 1 })).status).toBe(404)
    product.time.now = new Date()
  })

  test('counts how often it was opened, answered and set aside', async () => {
    const link = await openLink({ channel: 'kiosk' })
    const open = (headers = {}) => product.fetch(new Request(`http://localhost:4747/k/${link.key}`, { headers }))
    await open()
    await open({ 'sec-fetch-mode': 'navigate' })
    // A device fetches the page once more to keep it.
    await open({ 'sec-fetch-mode': 'cors' })
    await writeOpened(database)
    await send(link.key, { key: freshKey(), score: 5 })
    const { json } = await signedIn().get(`/open-links/${link.openLinkId}`)
    expect(json).toMatchObject({ opened: 2, answered: 1, quarantined: 0 })
  })
})

describe('a kiosk', () => {
  test('says when it was answered, whatever its clock says; nobody else does', async () => {
    const at = new Date(Date.now() - 3 * 3_600_000).toISOString()
    const kiosk = await openLink({ channel: 'kiosk' })
    await send(kiosk.key, { key: freshKey(), score: 9, answeredAt: at })
    const early = new Date(Date.now() - 86_400_000)
    const slow = { answeredAt: new Date(early.getTime() - 60_000).toISOString(), sentAt: early.toISOString() }
    await send(kiosk.key, { key: freshKey(), score: 8, ...slow })
    const ages = (await stored(kiosk.surveyId)).map(row =>
      Math.round((Date.now() - row.answered_at.getTime()) / 60_000),
    )
    expect(ages).toEqual([180, 1])
    const link = await openLink()
    await send(link.key, { key: freshKey(), score: 9, answeredAt: at })
    expect(Date.now() - ((await stored(link.surveyId))[0]?.answered_at.getTime() ?? 0)).toBeLessThan(60_000)
  })
})

describe('an anonymous survey', () => {
  test('keeps no person, no attributes and no time but the day, and no event leads to the answer', async () => {
    const surveyId = await survey('nps', true)
    const link = await openLink({ surveyId })
    const { json } = await signedIn().post(`/open-links/${link.openLinkId}/identity-secret`, {})
    laterBy(6000)
    const exp = Math.floor(Date.now() / 1000) + 600
    await send(link.key, { key: freshKey(), score: 2, identity: signIdentity(json.secret, { externalId: 'c-1', exp }) })
    const [row] = await stored(surveyId)
    expect(row).toMatchObject({ person_id: null, invitation_id: null, attributes: {}, score: 2 })
    expect(row?.answered_at.toISOString()).toMatch(/T00:00:00.000Z$/)
    expect(await said(row?.response_id ?? '')).toEqual([])
    expect((await said(surveyId)).map(event => event.name)).toEqual(['survey.answered'])
  })

  test('keeps none of it whoever writes the row', async () => {
    const surveyId = await survey('nps', true)
    await database.inWorkspace(own.scope, async tx => {
      const { person_id } = await tx
        .insertInto('people')
        .values({ name: 'Aino' })
        .returning('person_id')
        .executeTakeFirstOrThrow()
      const row = {
        survey_id: surveyId,
        person_id,
        channel: 'phone',
        score: 9,
        attributes: '{"plan":"pro"}',
        source: 'api',
        source_key: freshKey(),
      }
      await tx
        .insertInto('responses')
        .values({ ...row, anonymous: true })
        .execute()
      await tx.updateTable('responses').set({ person_id }).where('survey_id', '=', surveyId).execute()
    })
    expect(await stored(surveyId)).toMatchObject([{ person_id: null, attributes: {} }])
  })

  test('takes no row that says it were not anonymous', async () => {
    const surveyId = await survey('nps', true)
    const row = { survey_id: surveyId, channel: 'phone', score: 9, source: 'api', source_key: freshKey() }
    const written = database.inWorkspace(own.scope, tx => tx.insertInto('responses').values(row).execute())
    await expect(written).rejects.toMatchObject({ constraint: 'responses_survey' })
  })
})
