import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { AttributeInput, BandsQuestion } from '../../vocabulary/index.ts'
import { inAudience, savePerson } from '../people/index.ts'
import { listAudienceFields } from '../people/list-audience-fields.ts'
import { defineAttribute, removeAttribute } from './define-attribute.ts'
import { guessType } from './guess-type.ts'
import { listAttributes, listAttributeTitles } from './list-attributes.ts'
import { previewBands } from './preview-bands.ts'
import { readValue } from './read-value.ts'

const { database } = await freshDatabase()
let scope: { workspaceId: string; actor: string }
beforeEach(async () => {
  scope = (await freshWorkspace(database)).scope
})

const change = <T>(work: Parameters<typeof database.inWorkspace<T>>[1]) => database.inWorkspace(scope, work)
const read = <T>(work: Parameters<typeof database.readWorkspace<T>>[1]) => database.readWorkspace(scope, work)
const meant = (given: unknown) => change(tx => defineAttribute(tx, AttributeInput.parse(given)))
const known = (attributes: Record<string, string | number | boolean>, more = {}) =>
  change(tx => savePerson(tx, { name: 'Somebody', attributes, ...more }))

const BANDS = [{ below: 100 }, { below: 1000 }, { below: null, label: 'large' }]

describe('what an attribute means', () => {
  test('is guessed until somebody says it, and text again when it is taken back', async () => {
    await known({ revenue: 120, plan: 'pro', born: '31.12.1980', newsletter: 'ja', code: '00490' })
    await known({ revenue: '1.200,50', plan: 'free', born: '1975-01-02', newsletter: 'nein', code: '00491' })
    const types = async () => (await read(listAttributes)).items.map(({ name, type, defined }) => [name, type, defined])
    expect(new Set(await types())).toEqual(
      new Set([
        ['born', 'date', false],
        ['code', 'text', false],
        ['newsletter', 'flag', false],
        ['plan', 'text', false],
        ['revenue', 'number', false],
      ]),
    )
    await meant({ name: 'revenue', type: 'number', bands: BANDS, label: 'Revenue' })
    expect(await types()).toContainEqual(['revenue', 'number', true])
    expect(await read(listAttributeTitles)).toEqual({ items: [{ attribute: 'revenue', label: 'Revenue' }] })
    await change(tx => removeAttribute(tx, 'revenue'))
    expect(await types()).toContainEqual(['revenue', 'number', false])
    await expect(change(tx => removeAttribute(tx, 'revenue'))).rejects.toMatchObject({ code: 'not_found' })
  })

  test.each([
    ['falling bands', { type: 'number', bands: [{ below: 5 }, { below: 3 }, { below: null }] }],
    ['no open end', { type: 'number', bands: [{ below: 5 }, { below: 7 }] }],
    ['bands of a text', { type: 'text', bands: BANDS }],
    [
      'two bands of one name',
      {
        type: 'number',
        bands: [
          { below: 5, label: 'a' },
          { below: null, label: 'a' },
        ],
      },
    ],
    ['something above a number', { type: 'number', parent: 'country' }],
  ])('is no %s', (_name, given) => {
    expect(AttributeInput.safeParse({ name: 'x', ...given }).success).toBe(false)
  })

  test('never lies below itself', async () => {
    await meant({ name: 'region', type: 'text', parent: 'country' })
    await meant({ name: 'city', type: 'text', parent: 'region' })
    await expect(meant({ name: 'region', type: 'text', parent: 'city' })).rejects.toMatchObject({
      code: 'body_invalid',
    })
  })
})

test('a preview counts people by band, suggests bands, and names what it cannot read', async () => {
  for (const revenue of [10, 50, 200, '300,5', 4000, 'a lot']) await known({ revenue })
  const ask = BandsQuestion.parse({ name: 'revenue', type: 'number', bands: BANDS })
  expect(await read(reader => previewBands(reader, ask))).toEqual({
    people: 6,
    unreadable: { people: 1, examples: ['a lot'] },
    bands: [
      { name: '< 100', people: 2 },
      { name: '100 – < 1000', people: 2 },
      { name: 'large', people: 1 },
    ],
    suggestion: [50, 200, 300, null].map(below => ({ below, label: null })),
  })
})

describe('a value of a typed attribute', () => {
  test('is stored as its type, or refused with the field that is wrong', async () => {
    await meant({ name: 'revenue', type: 'number' })
    await meant({ name: 'born', type: 'date' })
    const { personId } = await known({ revenue: '1.200,50', born: '31.12.1980', free: 'as it is' })
    const row = await read(reader =>
      reader.selectFrom('people').select('attributes').where('person_id', '=', personId).executeTakeFirstOrThrow(),
    )
    expect(row.attributes).toEqual({ revenue: 1200.5, born: '1980-12-31', free: 'as it is' })
    await expect(known({ revenue: 'much', born: '31.02.1980' })).rejects.toMatchObject({
      code: 'body_invalid',
      fields: [{ path: 'attributes.revenue' }, { path: 'attributes.born' }],
    })
  })

  test.each([
    ['number', '1,5', 1.5],
    ['number', '12abc', null],
    ['date', '1980-2-9', '1980-02-09'],
    ['date', '29.02.2023', null],
    ['flag', 'Kyllä', true],
    ['flag', 'perhaps', null],
  ] as const)('%s %s is %s', (type, given, value) => {
    expect(readValue(type, given)).toBe(value)
  })

  test('a column of codes is no number, and one of 0 and 1 no flag', () => {
    expect([guessType(['00490', '00123']), guessType(['0', '1']), guessType([])]).toEqual(['text', 'number', 'text'])
  })
})

test('people are chosen by bands in their order and by regions of a country', async () => {
  await meant({ name: 'revenue', type: 'number', bands: BANDS })
  await meant({ name: 'region', type: 'text', parent: 'country' })
  for (const revenue of [5000, 6000, 20, 300, 300, 300]) await known({ revenue, region: 'Limburg' }, { country: 'NL' })
  await known({ revenue: 20, region: 'Limburg' }, { country: 'DE' })
  const { items } = await read(listAudienceFields)
  expect(items.find(({ field }) => field === 'attributes.revenue')?.values).toEqual([
    { value: '< 100', people: 2 },
    { value: '100 – < 1000', people: 3 },
    { value: 'large', people: 2 },
  ])
  const chosen = async (field: 'attributes.region' | 'attributes.revenue', value: string) =>
    read(async reader => {
      const who = await inAudience(reader, { kind: 'filter', filters: [{ field, values: [value] }] })
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from people where ${who}`.execute(reader)
      return rows[0]?.n
    })
  expect(await chosen('attributes.revenue', 'large')).toBe(2)
  expect(await chosen('attributes.region', 'DE › Limburg')).toBe(1)
  expect(await chosen('attributes.region', 'Limburg')).toBe(7)
})
