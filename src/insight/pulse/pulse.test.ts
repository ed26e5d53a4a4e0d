import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { storeAnswers, type Told } from '../../../test/harness/answers.ts'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { countCases } from '../../loop/cases/index.ts'
import { Pulse, PulseQuery } from '../../vocabulary/index.ts'
import { wordingBreaks } from './queries/tallies.ts'
import { readPulse } from './read-pulse.ts'
import { readRailCounts } from './surroundings.ts'

const NOW = new Date('2026-11-21T10:00:00Z')
const { database } = await freshDatabase()
let scope: { workspaceId: string; actor: string }
let surveyId: string

beforeEach(async () => {
  scope = (await freshWorkspace(database)).scope
  surveyId = await database.inWorkspace(scope, async tx => {
    const row = await tx
      .insertInto('surveys')
      .values({ name: 'Customer survey' })
      .returning('survey_id')
      .executeTakeFirstOrThrow()
    return row.survey_id
  })
})

const told = (answers: Told[]) => database.inWorkspace(scope, tx => storeAnswers(tx, surveyId, answers))

const pulse = (query: Record<string, unknown> = {}) =>
  database.readWorkspace(scope, async reader =>
    Pulse.parse(await readPulse(reader, PulseQuery.parse(query), NOW, 'en')),
  )

const many = (count: number, answer: Told): Told[] => Array.from({ length: count }, () => answer)
const NOVEMBER = '2026-11-10T09:00:00Z'
const JULY = '2026-07-10T09:00:00Z'

describe('few answers', () => {
  test('none at all: no score, no comparison, a sentence that says so', async () => {
    const { now, change, answersEver, headline, trend, segments } = await pulse()
    expect({ now, change, answersEver, periods: trend.periods, segments }).toEqual({
      now: null,
      change: null,
      answersEver: 0,
      periods: [],
      segments: [],
    })
    expect(headline.lead).toBe('There are no answers in this period.')
  })

  test('a single one: its interval is wide and the sentence warns', async () => {
    await told([{ score: 10, at: NOVEMBER }])
    const { now, headline, trend } = await pulse()
    expect(now).toMatchObject({ nps: 100, n: 1, method: 'score', upper: 100 })
    expect(now?.lower).toBeLessThan(0)
    expect(headline.lead).toBe('NPS 100 from one answer: too few to rely on.')
    expect(trend.periods).toHaveLength(2)
  })

  test('all promoters are not certain to be all promoters', async () => {
    await told(many(25, { score: 10, at: NOVEMBER }))
    const { now } = await pulse()
    expect(now).toMatchObject({ nps: 100, upper: 100, method: 'score' })
    expect(now?.lower).toBeCloseTo(73.4, 1)
  })
})

describe('which answers count', () => {
  test('of a person who answered twice in the period, the newest; of every person where every answer is asked for', async () => {
    await told([
      { score: 2, at: '2026-10-01T09:00:00Z', person: 'marta' },
      { score: 9, at: NOVEMBER, person: 'marta' },
      { score: 10, at: NOVEMBER },
    ])
    expect(await pulse()).toMatchObject({ now: { nps: 100, n: 2 }, olderOnes: 1 })
    expect(await pulse({ per: 'answer' })).toMatchObject({ now: { n: 3 }, olderOnes: 0 })
  })

  test('what is quarantined is counted apart, never in the score', async () => {
    await told([
      { score: 10, at: NOVEMBER },
      { score: 0, at: NOVEMBER, state: 'quarantined' },
    ])
    expect(await pulse()).toMatchObject({ now: { nps: 100, n: 1 }, quarantined: 1 })
  })

  test('days are those of the workspace: half past midnight in Berlin is the next day', async () => {
    await told([{ score: 10, at: '2026-11-09T23:30:00Z' }])
    expect((await pulse({ from: '2026-11-10', to: '2026-11-10' })).now?.n).toBe(1)
    expect((await pulse({ from: '2026-11-09', to: '2026-11-09' })).now).toBeNull()
  })

  test('answers of long ago alone are shown as everything there is', async () => {
    await told(many(12, { score: 9, at: '1984-05-01T10:00:00Z' }))
    expect(await pulse()).toMatchObject({
      period: { chosen: 'all', from: '1984-05-01' },
      before: null,
      change: null,
      now: { n: 12 },
    })
  })

  test('another workspace sees none of it', async () => {
    await told([{ score: 10, at: NOVEMBER }])
    const other = await freshWorkspace(database, 'Kaleva Oy')
    const seen = await database.readWorkspace(other.scope, reader => readPulse(reader, PulseQuery.parse({}), NOW, 'en'))
    expect(seen.answersEver).toBe(0)
  })
})

describe('change', () => {
  test('a large fall is real and the sentence says where it sits', async () => {
    await told([
      ...many(60, { score: 9, at: JULY, attributes: { customer_size: 'small' } }),
      ...many(60, { score: 9, at: JULY, attributes: { customer_size: 'large' } }),
      ...many(60, { score: 3, at: NOVEMBER, attributes: { customer_size: 'small' } }),
      ...many(60, { score: 9, at: NOVEMBER, attributes: { customer_size: 'large' } }),
    ])
    const { headline, change } = await pulse()
    expect(change).toMatchObject({ difference: -100, verdict: 'real' })
    expect(headline.lead).toBe('NPS 0, down 100 on the period before.')
    expect(headline.rest).toBe('The fall is real and sits in “small” (customer size).')
    expect(headline.because).toHaveLength(4)
  })

  test('a small one cannot be told from chance', async () => {
    const wave = (at: string, promoters: number): Told[] => [
      ...many(promoters, { score: 9, at }),
      ...many(40 - promoters, { score: 5, at }),
    ]
    await told([...wave(JULY, 24), ...wave(NOVEMBER, 22)])
    const { headline, change } = await pulse()
    expect(change?.verdict).toBe('noise')
    expect(headline.rest).toContain('cannot be told from chance')
  })

  test('against nine answers it has an interval and no verdict, however large it is', async () => {
    await told([...many(9, { score: 9, at: JULY }), ...many(40, { score: 0, at: NOVEMBER })])
    const { headline, change } = await pulse()
    expect(change).toMatchObject({ difference: -200, verdict: 'unknown' })
    expect(headline.rest).toBe('There are too few answers to judge the difference.')
    expect(headline.because).toHaveLength(3)
  })

  test('the same sentences in German and Finnish', async () => {
    await told([...many(50, { score: 9, at: JULY }), ...many(50, { score: 3, at: NOVEMBER })])
    expect((await pulse({ language: 'de' })).headline.rest).toBe('Der Rückgang ist belegt.')
    expect((await pulse({ language: 'fi' })).headline.rest).toBe('Lasku on todellinen.')
  })
})

describe('segments', () => {
  test('one that differs is found after correction; one below ten answers shows no score, nor the smallest beside it', async () => {
    await told([
      ...many(60, { score: 10, at: NOVEMBER, attributes: { plan: 'Pro', seat: 'a' } }),
      ...many(70, { score: 10, at: NOVEMBER, attributes: { plan: 'Team', seat: 'a' } }),
      ...many(80, { score: 4, at: NOVEMBER, attributes: { plan: 'Start', seat: 'a' } }),
      ...many(4, { score: 0, at: NOVEMBER, attributes: { plan: 'Trial', seat: 'b' } }),
    ])
    const { segments } = await pulse()
    const of = (value: string) => segments.find(segment => segment.value === value)
    expect(of('Start')).toMatchObject({ verdict: 'real', direction: 'below', nps: -100, n: 80 })
    expect(of('Trial')).toMatchObject({ suppressed: true, nps: null, counts: null, n: 4 })
    expect(of('Pro')?.suppressed, 'or the hidden one could be worked out').toBe(true)
    expect(of('a')?.suppressed).toBe(true)
  })

  test('countries have a score but no verdict against each other', async () => {
    await told([
      ...many(60, { score: 10, at: NOVEMBER, attributes: { country: 'FI' } }),
      ...many(60, { score: 4, at: NOVEMBER, attributes: { country: 'DE' } }),
    ])
    const { segments, headline } = await pulse()
    expect(segments.find(segment => segment.value === 'DE')).toMatchObject({ nps: -100, verdict: 'unknown', q: null })
    expect(headline.rest).toBe('')
  })

  test('a filter on a segment narrows everything', async () => {
    await told([
      ...many(12, { score: 10, at: NOVEMBER, attributes: { plan: 'Pro' } }),
      ...many(12, { score: 4, at: NOVEMBER, attributes: { plan: 'Start' } }),
    ])
    expect((await pulse({ segment: 'plan:Pro' })).now).toMatchObject({ nps: 100, n: 12 })
    expect((await pulse({ segment: ['plan:Pro', 'plan:Start'] })).now).toMatchObject({ nps: 0, n: 24 })
  })
})

test('the trend keeps an empty month as a gap', async () => {
  await told([...many(20, { score: 9, at: '2026-05-05T09:00:00Z' }), ...many(20, { score: 9, at: NOVEMBER })])
  const { trend } = await pulse({ unit: 'month' })
  expect(trend.periods.map(period => period.n)).toEqual([20, 0, 0, 0, 0, 0, 20])
  expect(trend.periods[2]).toMatchObject({ nps: null, level: null })
})

test('the rail, the pulse and the inbox mean the same by due: today, and nobody was in touch yet', async () => {
  await told(many(4, { score: 2, at: NOVEMBER }))
  expect(await database.readWorkspace(scope, reader => readRailCounts(reader, NOW))).toEqual({ due: 0, recent: 0 })
  const [contacted] = await database.inWorkspace(scope, async tx => {
    const { rows } = await sql<{ case_id: string }>`
      insert into cases (response_id, queue, opened_at, due_at)
      select response_id, 'support', ${NOVEMBER}::timestamptz,
        (array['2026-11-20T09:00Z', '2026-11-20T10:00Z', '2026-11-21T16:00Z', '2026-11-23T09:00Z'])[row_number() over ()]::timestamptz
      from responses returning case_id`.execute(tx)
    await sql`insert into case_contacts (case_id, kind, contacted_at) values (${rows[0]?.case_id}, 'call', ${NOVEMBER})`.execute(
      tx,
    )
    return rows
  })
  const { due } = await database.readWorkspace(scope, reader => readRailCounts(reader, NOW))
  const { waiting } = await pulse()
  const inbox = await database.readWorkspace(scope, reader => countCases(reader, null, NOW))
  expect([due, waiting.due, inbox.all.due]).toEqual([2, 2, 2])
  expect([waiting.open, inbox.all.open]).toEqual([4, 4])
  expect(waiting.heads.map(head => head.overdue)).toEqual([false, true, false, false])
  expect(waiting.heads[0]?.caseId).toBe(contacted?.case_id)
})

test('a new wording stands on the day of the workspace, not of Greenwich', async () => {
  await database.inWorkspace(scope, tx =>
    sql`insert into survey_versions (survey_id, version, wording, published_at)
      values (${surveyId}, 2, '{}', '2026-11-20T20:00:00Z')`.execute(tx),
  )
  const breaks = (from: string, to: string) =>
    database.readWorkspace(scope, reader => wordingBreaks(reader, { from, to, timeZone: 'Asia/Tokyo' }))
  expect(await breaks('2026-11-21', '2026-11-30')).toEqual([{ start: '2026-11-21', version: 2 }])
  expect(await breaks('2026-11-01', '2026-11-20')).toEqual([])
})
