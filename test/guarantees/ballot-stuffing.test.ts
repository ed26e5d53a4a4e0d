import { describe, expect, test } from 'vitest'
import { companyWithLinks, freshKey } from '../harness/company-with-links.ts'

const { openLink, send, stored, signedIn, survey, laterBy } = await companyWithLinks()

/** So many at once, as a program would. */
async function flood(count: number, sendOne: (i: number) => Promise<{ status: number }>) {
  const statuses = new Map<number, number>()
  for (let from = 0; from < count; from += 50) {
    const replies = await Promise.all(Array.from({ length: Math.min(50, count - from) }, (_, i) => sendOne(from + i)))
    for (const { status } of replies) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  return Object.fromEntries(statuses)
}

const byState = (rows: { state: string; evidence: string | null }[]) => {
  const counts: Record<string, number> = {}
  for (const { state, evidence } of rows) {
    const name = evidence ?? state
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

const MANY = 10_000

// One address has 20 a minute, a survey 5 × 10 in ten minutes: all the rest waits for a look, and nothing is refused.
describe('stuffing the ballot (S6)', () => {
  test('10,000 from one address: all are kept, and no more than its share counts', async () => {
    const link = await openLink()
    const statuses = await flood(MANY, () => send(link.key, { key: freshKey(), score: 0 }))
    expect(statuses).toEqual({ 201: MANY })
    const counts = byState(await stored(link.surveyId))
    expect(counts.confirmed).toBeLessThanOrEqual(20)
    expect(counts.many_from_one_address).toBe(MANY - (counts.confirmed ?? 0))
  }, 300_000)

  test('10,000 from 1,000 addresses with a forged origin: all are kept, and no more than five times the usual counts', async () => {
    const link = await openLink({ channel: 'widget', origins: ['https://shop.example'] })
    const from = (i: number) => ({
      'x-forwarded-for': `203.0.${Math.floor((i % 1000) / 250)}.${i % 250}`,
      origin: 'https://shop.example',
    })
    const statuses = await flood(MANY, i => send(link.key, { key: freshKey(), score: 10 }, from(i)))
    expect(statuses).toEqual({ 201: MANY })
    const counts = byState(await stored(link.surveyId))
    expect(counts.confirmed).toBe(50)
    expect((counts.unusual_rush ?? 0) + (counts.many_from_one_address ?? 0)).toBe(MANY - 50)
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
