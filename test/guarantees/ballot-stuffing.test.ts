import { describe, expect, test } from 'vitest'
import { companyWithLinks, freshKey } from '../harness/company-with-links.ts'
import { byState, flood, run, small } from './ballot-stuffing.ts'

const { openLink, send, stored, signedIn, survey, laterBy } = await companyWithLinks()

describe('stuffing the ballot (S6)', () => {
  test('from one address or a thousand: all is kept, and no more than the usual counts', async () => {
    const { failures, detail } = await run(small)
    expect(failures, detail).toBe(0)
  }, 300_000)

  test('what was set aside counts when a member says so, and each verdict is noted', async () => {
    const link = await openLink({ channel: 'widget', origins: ['https://shop.example'] })
    for (let i = 0; i < 3; i++) await send(link.key, { key: freshKey(), score: 9 })
    const judged = await signedIn().post(`/open-links/${link.openLinkId}/verdicts`, { verdict: 'count' })
    expect([judged.status, judged.json.answered, judged.json.quarantined]).toEqual([200, 3, 0])
    for (let i = 0; i < 2; i++) await send(link.key, { key: freshKey(), score: 0 })
    const dropped = await signedIn().post(`/open-links/${link.openLinkId}/verdicts`, { verdict: 'drop' })
    expect([dropped.json.answered, dropped.json.quarantined]).toEqual([3, 0])
    expect(byState(await stored(link.surveyId))).toEqual({ confirmed: 3, retracted: 2 })
  })

  test('an expected crowd is let in: the team says what is usual', async () => {
    const link = await openLink({ surveyId: await survey(), usualAnswers: 100 })
    laterBy(11 * 60_000)
    await flood(200, i => send(link.key, { key: freshKey(), score: 8 }, { 'x-forwarded-for': `192.0.2.${i}` }))
    expect(byState(await stored(link.surveyId))).toEqual({ confirmed: 200 })
  })
})
