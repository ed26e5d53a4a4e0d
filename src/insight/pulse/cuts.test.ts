import { beforeEach, describe, expect, test } from 'vitest'
import { storeAnswers, type Told } from '../../../test/harness/answers.ts'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { defineAttribute } from '../../loop/attributes/define-attribute.ts'
import {
  AnswersQuery,
  AttributeInput,
  AttributeTrendsQuery,
  Pulse,
  PulseQuery,
  RatingsQuery,
} from '../../vocabulary/index.ts'
import { listAnswers } from '../answers/index.ts'
import { readRatings } from '../ratings/index.ts'
import { readPulse } from './read-pulse.ts'
import { readAttributeTrends } from './trend.ts'

const NOW = new Date('2026-11-21T10:00:00Z')
const NOVEMBER = '2026-11-10T09:00:00Z'
const { database } = await freshDatabase()
let scope: { workspaceId: string; actor: string }
let surveyId: string

beforeEach(async () => {
  scope = (await freshWorkspace(database)).scope
  surveyId = await database.inWorkspace(scope, async tx => {
    const row = await tx.insertInto('surveys').values({ name: 'All' }).returning('survey_id').executeTakeFirstOrThrow()
    return row.survey_id
  })
})

const told = (answers: Told[]) => database.inWorkspace(scope, tx => storeAnswers(tx, surveyId, answers))
const meant = (given: unknown) => database.inWorkspace(scope, tx => defineAttribute(tx, AttributeInput.parse(given)))
const read = <T>(work: Parameters<typeof database.readWorkspace<T>>[1]) => database.readWorkspace(scope, work)
const pulse = (query: Record<string, unknown> = {}) =>
  read(async reader => Pulse.parse(await readPulse(reader, PulseQuery.parse(query), NOW, 'en')))
const many = (count: number, score: number, attributes: Told['attributes']): Told[] =>
  Array.from({ length: count }, () => ({ score, at: NOVEMBER, attributes }))
const byValue = ({ segments }: Pulse, attribute: string) =>
  Object.fromEntries(
    segments
      .filter(one => one.attribute === attribute)
      .map(({ value, n, suppressed }) => [value, suppressed ? 'few' : n]),
  )
const valuesOf = ({ choices }: Pulse, attribute: string) =>
  choices.attributes.find(one => one.attribute === attribute)?.values

const AGE = { name: 'age', type: 'number', bands: [{ below: 30 }, { below: 50, label: 'middle' }, { below: null }] }

describe('a number in bands', () => {
  beforeEach(async () => {
    await told(Array.from({ length: 36 }, (_, at) => many(1, at % 11, { age: 18 + at })).flat())
    await told([...many(11, 9, { age: '70,5' }), ...many(13, 9, { age: 'unknown' })])
  })

  test('is no segment before anybody says what it means', async () => {
    expect(valuesOf(await pulse(), 'age')).toBeUndefined()
  })

  test('is cut by them in their order, also where the number came as text with a comma', async () => {
    await meant(AGE)
    const found = await pulse()
    expect(valuesOf(found, 'age')).toEqual(['< 30', 'middle', '≥ 50'])
    expect(byValue(found, 'age')).toEqual({ '< 30': 12, middle: 20, '≥ 50': 15 })
  })

  test('filters answers, figures and trends', async () => {
    await meant(AGE)
    expect((await pulse({ segment: ['age:middle'] })).now?.n).toBe(20)
    const answers = await read(reader => listAnswers(reader, AnswersQuery.parse({ segment: ['age:< 30'] })))
    expect(answers.items).toHaveLength(12)
    const trends = await read(reader =>
      readAttributeTrends(reader, AttributeTrendsQuery.parse({ attribute: 'age' }), NOW),
    )
    expect(trends.trends.map(({ value, n }) => [value, n])).toEqual([
      ['< 30', 12],
      ['middle', 20],
      ['≥ 50', 15],
    ])
    const ratings = await read(reader => readRatings(reader, RatingsQuery.parse({ survey: surveyId }), NOW))
    expect(ratings.choices.attributes.map(({ attribute, ordered }) => [attribute, ordered])).toEqual([['age', true]])
  })

  test('hides a band with too few answers and the one that would give it away', async () => {
    await meant({ ...AGE, bands: [{ below: 22 }, { below: 34 }, { below: null }] })
    expect(byValue(await pulse(), 'age')).toEqual({ '< 22': 'few', '22 – < 34': 'few', '≥ 34': 31 })
  })
})

test('a day counts as whole years at the moment of the answer, written either way', async () => {
  await meant({ name: 'born', type: 'date', bands: [{ below: 40 }, { below: null }] })
  await told([
    ...many(12, 9, { born: '1986-11-11' }),
    ...many(11, 3, { born: '10.11.1986' }),
    ...many(3, 3, { born: '1986-02-31 or so' }),
  ])
  expect(byValue(await pulse(), 'born')).toEqual({ '< 40': 12, '≥ 40': 14 })
})

test('yes and no are the same in every spelling', async () => {
  await meant({ name: 'member', type: 'flag', label: 'Club' })
  await told([...many(10, 9, { member: 'ja' }), ...many(10, 9, { member: 1 }), ...many(12, 2, { member: 'No' })])
  const found = await pulse()
  expect(byValue(found, 'member')).toEqual({ true: 20, false: 12 })
  expect(found.headline.rest).toContain('“no” (Club)')
})

describe('a region below its country', () => {
  beforeEach(async () => {
    await meant({ name: 'region', type: 'text', parent: 'country' })
    await told([
      ...many(20, 9, { country: 'DE', region: 'Bavaria' }),
      ...many(20, 2, { country: 'DE', region: 'Limburg' }),
      ...many(15, 9, { country: 'NL', region: 'Limburg' }),
      ...many(4, 9, { country: 'NL', region: 'Zeeland' }),
      ...many(12, 9, { country: 'NL', region: 'Utrecht' }),
    ])
  })

  test('is its own, and what is too small is hidden among its neighbours', async () => {
    expect(byValue(await pulse(), 'region')).toEqual({
      'DE › Bavaria': 20,
      'DE › Limburg': 20,
      'NL › Limburg': 15,
      'NL › Utrecht': 'few',
      'NL › Zeeland': 'few',
    })
  })

  test('has no trend where its figures are hidden', async () => {
    const found = await read(reader =>
      readAttributeTrends(reader, AttributeTrendsQuery.parse({ attribute: 'region' }), NOW),
    )
    expect(found.trends.map(({ value }) => value).toSorted()).toEqual(['DE › Bavaria', 'DE › Limburg', 'NL › Limburg'])
  })

  test('has no verdict against regions of other countries, and one within its own', async () => {
    const style = (found: Pulse) => found.segments.filter(one => one.attribute === 'region').map(one => one.style)
    expect(new Set(style(await pulse()))).toEqual(new Set([true]))
    const german = await pulse({ segment: ['country:DE'] })
    expect(byValue(german, 'region')).toEqual({ 'DE › Bavaria': 20, 'DE › Limburg': 20 })
    expect(new Set(style(german))).toEqual(new Set([false]))
    expect(german.segments.find(one => one.value === 'DE › Limburg')).toMatchObject({
      verdict: 'real',
      direction: 'below',
    })
  })

  test('filters by its whole way, or by its bare name as before', async () => {
    expect((await pulse({ segment: ['region:NL › Limburg'] })).now?.n).toBe(15)
    expect((await pulse({ segment: ['region:Limburg'] })).now?.n).toBe(35)
  })
})
