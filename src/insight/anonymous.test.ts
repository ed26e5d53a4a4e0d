import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { storeAnswers, type Told } from '../../test/harness/answers.ts'
import { freshDatabase, freshWorkspace } from '../../test/harness/database.ts'
import { changeAnonymityRule, releaseAnswers } from '../loop/releases/index.ts'
import { changeSurvey, createSurvey, readSurvey, standardWordings } from '../loop/surveys/index.ts'
import {
  type AnswerFilter,
  AnswersQuery,
  AttributeTrendsQuery,
  PulseQuery,
  QuestionFiguresQuery,
  RatingsQuery,
} from '../vocabulary/index.ts'
import { listAnswers, readAnswerChoices } from './answers/index.ts'
import { eventsAfter } from './live/queries.ts'
import { readAttributeTrends } from './pulse/index.ts'
import { readPulse } from './pulse/read-pulse.ts'
import { readQuestionFigures, readRatings } from './ratings/index.ts'

const NOW = new Date('2026-11-21T10:00:00Z')
const DAY = 86_400_000
const SECRET = 'The stairs to the archive are dangerous.'
const { database } = await freshDatabase()
let scope: { workspaceId: string; actor: string }
let survey: string

const wording = (anonymous: boolean) => {
  const standard = standardWordings('Nordwind', 'en', { opening: 'nps' })
  const questions = [
    { questionId: 'why', kind: 'free' },
    { questionId: 'ease', kind: 'ces' },
  ]
  const words = { why: { text: 'Why?' }, ease: { text: 'How easy was it?' } }
  return anonymous ? { ...standard, questions, texts: { en: { ...standard.texts.en, questions: words } } } : standard
}

const surveyed = (anonymous: boolean) =>
  database.inWorkspace(scope, async tx => {
    const { survey_id } = await tx
      .insertInto('surveys')
      .values({ name: anonymous ? 'At work' : 'Customers', anonymous })
      .returning('survey_id')
      .executeTakeFirstOrThrow()
    const values = { survey_id, version: 1, wording: JSON.stringify(wording(anonymous)) }
    await tx.insertInto('survey_versions').values(values).execute()
    return survey_id
  })

beforeEach(async () => {
  scope = (await freshWorkspace(database)).scope
  survey = await surveyed(true)
})

const told = (answers: Told[], to = survey) => database.inWorkspace(scope, tx => storeAnswers(tx, to, answers))
const release = (now = NOW) => database.inWorkspace(scope, tx => releaseAnswers(tx, now))
const many = (count: number, answer: Partial<Told> = {}): Told[] =>
  Array.from({ length: count }, () => ({ score: 9, at: '2026-11-10T09:00:00Z', ...answer }))
const single: Told = {
  score: 0,
  at: '2026-11-12T15:23:00Z',
  comment: SECRET,
  person: 'anna',
  attributes: { site: 'Turku' },
}

const further = () =>
  database.inWorkspace(scope, tx =>
    sql`insert into response_answers (response_id, question_id, rating, words)
      select response_id, q.id, case q.id when 'ease' then 2 end, case q.id when 'why' then ${SECRET} end
      from responses, (values ('ease'), ('why')) q(id) where score = 0`.execute(tx),
  )

/** Every view of the product over answers, with these filters. */
const views: Record<string, (filter: Partial<AnswerFilter>) => Promise<unknown>> = {
  pulse: filter => read(reader => readPulse(reader, PulseQuery.parse(filter), NOW, 'en')),
  'trend of an attribute': filter =>
    read(reader => readAttributeTrends(reader, AttributeTrendsQuery.parse({ ...filter, attribute: 'site' }), NOW)),
  answers: ({ per: _, period: __, ...filter }) => read(reader => listAnswers(reader, AnswersQuery.parse(filter))),
  'answers of detractors': ({ per: _, period: __, ...filter }) =>
    read(reader => listAnswers(reader, AnswersQuery.parse({ ...filter, score: 0 }))),
  'answers that were searched': ({ per: _, period: __, ...filter }) =>
    read(reader => listAnswers(reader, AnswersQuery.parse({ ...filter, search: 'archive' }))),
  'choices of answers': () => read(reader => readAnswerChoices(reader)),
  ratings: filter => read(reader => readRatings(reader, RatingsQuery.parse({ survey, ...filter }), NOW)),
  'questions after the first': filter =>
    read(reader => readQuestionFigures(reader, QuestionFiguresQuery.parse({ survey, ...filter }), NOW)),
  news: () => eventsAfter(database, scope.workspaceId, 0, 100),
}
const read = <T>(look: Parameters<typeof database.readWorkspace<T>>[1]) => database.readWorkspace(scope, look)

const filters = (): Partial<AnswerFilter>[] => [
  {},
  { survey },
  { survey, period: 'all' },
  { survey, segment: ['site:Turku'] },
  { segment: ['site:Turku'] },
  { survey, from: '2026-11-12', to: '2026-11-12' },
  { from: '2026-11-12', to: '2026-11-12' },
]

test.each(Object.keys(views))('a single anonymous answer is not in the view: %s', async name => {
  await told(many(15), await surveyed(false))
  const before = await Promise.all(filters().map(filter => views[name]?.(filter)))
  await told([single])
  await further()
  await release()
  const after = await Promise.all(filters().map(filter => views[name]?.(filter)))
  const withoutCounts = (found: unknown) =>
    JSON.parse(JSON.stringify(found).replace(/"(waiting|answersEver)":\d+/g, '"$1":0'))
  expect(withoutCounts(after)).toEqual(withoutCounts(before))
  expect(JSON.stringify(after)).not.toContain('archive')
})

test('nine wait; the tenth shows all ten, from the next day on', async () => {
  await told([...many(8), single])
  await release()
  const pulse = () => read(reader => readPulse(reader, PulseQuery.parse({ survey }), NOW, 'en'))
  expect(await pulse()).toMatchObject({ now: null, comments: [], sealed: { shownFrom: 10, waiting: 9 } })
  await told(many(1, { at: '2026-11-21T08:00:00Z' }))
  await release()
  expect(await pulse()).toMatchObject({ now: null, sealed: { waiting: 10 } })
  await release(new Date(NOW.getTime() + DAY))
  const shown = await read(reader => readPulse(reader, PulseQuery.parse({ survey, period: 'all' }), NOW, 'en'))
  expect(shown).toMatchObject({ now: { n: 10 }, sealed: { waiting: 0 } })
  expect(shown.comments).toMatchObject([
    { comment: SECRET, person: null, attributes: {}, language: null, caseId: null },
  ])
  expect(shown.comments[0]?.answeredAt).toBe('2026-11-22T00:00:00.000Z')
})

test.each(Object.keys(views))('fourteen of a survey that shows from fifteen on are not in the view: %s', async name => {
  const look = async () =>
    JSON.stringify(await views[name]?.({ survey })).replace(/"(waiting|answersEver)":\d+/g, '"$1":0')
  await told(many(15), await surveyed(false))
  await database.inWorkspace(scope, tx => changeSurvey(tx, survey, { anonymousThreshold: 15 }))
  await told(many(1))
  const before = await look()
  await told([...many(12), single])
  await further()
  await release()
  expect(await look()).toEqual(before)
})

test('the fifteenth shows all; the number of a survey with answers is raised and never lowered, by no way', async () => {
  const pulse = () => read(reader => readPulse(reader, PulseQuery.parse({ survey }), NOW, 'en'))
  const change = (anonymousThreshold: number) =>
    database.inWorkspace(scope, tx => changeSurvey(tx, survey, { anonymousThreshold }))
  await expect(change(9)).rejects.toThrow('anonymous_threshold_low')
  await change(15)
  await told([...many(13), single])
  await release()
  await expect(change(14)).rejects.toThrow('anonymous_threshold_fixed')
  await database.inWorkspace(scope, tx => changeAnonymityRule(tx, { shownFrom: 5 }, NOW))
  expect(await pulse()).toMatchObject({ now: null, sealed: { shownFrom: 15, waiting: 14 } })
  const behind = database.inWorkspace(scope, tx =>
    sql`update surveys set anonymous_threshold = 5 where survey_id = ${survey}`.execute(tx),
  )
  await expect(behind).rejects.toThrow(/can be raised, not lowered/)
  await told(many(1))
  await release()
  expect(await pulse()).toMatchObject({ now: { n: 15 }, sealed: { shownFrom: 15, waiting: 0 } })
  await database.inWorkspace(scope, tx => changeAnonymityRule(tx, { shownFrom: 30 }, NOW))
  expect(await pulse()).toMatchObject({ sealed: { shownFrom: 30 } })
})

test('a survey without answers goes with the workspace until it has a number of its own', async () => {
  const rule = (shownFrom: number) => database.inWorkspace(scope, tx => changeAnonymityRule(tx, { shownFrom }, NOW))
  const threshold = async (surveyId: string) => (await read(reader => readSurvey(reader, surveyId))).anonymousThreshold
  await rule(7)
  const made = await database.inWorkspace(scope, tx => createSurvey(tx, { name: 'New', anonymous: true }))
  expect([await threshold(survey), made.anonymousThreshold]).toEqual([7, 7])
  await expect(
    database.inWorkspace(scope, tx => createSurvey(tx, { name: 'Early', anonymous: true, anonymousThreshold: 6 })),
  ).rejects.toThrow('anonymous_threshold_low')
  await rule(12)
  expect([await threshold(survey), await threshold(made.surveyId)]).toEqual([12, 12])
})

test('one more answer changes nothing in sight, and no two spans of days differ by fewer than ten', async () => {
  await told(many(12))
  await release(new Date('2026-11-13T10:00:00Z'))
  await told([single, ...many(10)])
  await release(new Date('2026-11-15T10:00:00Z'))
  const looked = await told([{ ...single, at: '2026-11-16T10:00:00Z' }]).then(() => release())
  expect(looked).toBeUndefined()
  const sizes = await Promise.all(
    ['2026-11-12', '2026-11-13', '2026-11-14', '2026-11-15', '2026-11-16'].map(async to => {
      const query = PulseQuery.parse({ survey, from: '2026-11-01', to })
      return (await read(reader => readPulse(reader, query, NOW, 'en'))).now?.n ?? 0
    }),
  )
  expect(sizes).toEqual([0, 12, 12, 23, 23])
})

test('a score that is changed after it was shown stays as shown; words that were taken back are gone', async () => {
  await told([...many(9), single])
  await release()
  await database.inWorkspace(scope, tx =>
    sql`update responses set score = 8, comment = 'Fine' where score = 0`.execute(tx),
  )
  const { counts, comments } = await read(reader => readPulse(reader, PulseQuery.parse({ survey }), NOW, 'en'))
  expect(counts).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0])
  expect(comments).toEqual([])
})

test('what one of ten said to a later question waits until ten have answered it', async () => {
  await told([...many(9), single])
  await further()
  await release()
  const found = await read(reader => readQuestionFigures(reader, QuestionFiguresQuery.parse({ survey }), NOW))
  expect(found).toMatchObject({
    n: 10,
    questions: [
      { hidden: true, words: [] },
      { hidden: true, n: 0, rating: null },
    ],
  })
})

test('answers set aside are judged without showing what they say', async () => {
  await told([{ ...single, state: 'quarantined' }])
  const list = (query: object) =>
    read(reader => listAnswers(reader, AnswersQuery.parse({ state: 'quarantined', ...query })))
  expect((await list({})).items).toMatchObject([{ anonymous: true, score: null, comment: null, person: null }])
  expect((await list({ score: 0 })).items).toEqual([])
})
