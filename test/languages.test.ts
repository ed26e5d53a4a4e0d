import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { CUSTOMER_LANGUAGES, type CustomerLanguage, directionOf, LANGUAGES, say } from '../src/languages/index.ts'
import { customers as inBrowsers } from '../src/languages/no-customers.ts'
import { standardWording } from '../src/loop/surveys/standard-wording.ts'
import { packageRoot } from '../src/platform/package-root.ts'
import { surveyText } from '../src/respondent/sms-text.ts'
import { OPENINGS, SURVEY_KINDS, smsLength, WORDING_LANGUAGES } from '../src/vocabulary/index.ts'

const folder = join(packageRoot, 'src/languages')
const files = readdirSync(folder).filter(name => name.endsWith('.json'))

/** What customers read; every other section is the team's, and stays in English, German and Finnish. */
const READ_BY_CUSTOMERS = [
  ...['language', 'respondent', 'surveys.standard', 'messages.mail', 'messages.stop', 'messages.sms'],
  ...['permissions.confirm', 'permissions.mail', 'permissions.page', 'links.visitor'],
]
const readByCustomers = (key: string) =>
  READ_BY_CUSTOMERS.some(section => key === section || key.startsWith(`${section}.`))

/** Words that other languages share with English. */
const SHARED = ['da Send', 'da Send {score}', 'no Send', 'no Send {score}', 'es No', 'it No', 'fr excellent']

const team: readonly string[] = LANGUAGES
const company = 'Nordwind Software'

function texts(place: unknown, path = ''): Map<string, string> {
  if (typeof place === 'string') return new Map([[path, place]])
  return new Map(
    Object.entries(place as object).flatMap(([key, value]) => [...texts(value, path ? `${path}.${key}` : key)]),
  )
}

const read = (name: string) => texts(JSON.parse(readFileSync(join(folder, name), 'utf8')))

type Part = { type: number; value?: string; options?: Record<string, { value: Part[] }>; children?: Part[] }

const PLURAL = 6

const parsed = (text: string, language: string) =>
  new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst() as Part[]

/** Every part of a text, however deep. */
const everyPart = (parts: Part[]): Part[] =>
  parts.flatMap(part => [
    part,
    ...Object.values(part.options ?? {}).flatMap(option => everyPart(option.value)),
    ...everyPart(part.children ?? []),
  ])

const named = (text: string, language: string) =>
  [
    ...new Set(
      everyPart(parsed(text, language)).flatMap(({ type, value }) =>
        type !== 0 && type !== 7 && value ? [value] : [],
      ),
    ),
  ].sort()

const english = read('en.json')
const customersRead = [...english.keys()].filter(readByCustomers)

test('there is a file for each language that customers are asked in, and a survey can be worded in each', () => {
  expect(files.map(name => name.replace('.json', '')).sort()).toEqual([...CUSTOMER_LANGUAGES].sort())
  expect(WORDING_LANGUAGES).toEqual(CUSTOMER_LANGUAGES)
  expect(CUSTOMER_LANGUAGES).toHaveLength(24)
})

test('browsers of the team get none of the languages that only customers read', () => {
  expect(inBrowsers).toEqual({})
})

test('only Arabic is written from right to left', () => {
  expect(CUSTOMER_LANGUAGES.filter(language => directionOf(language) === 'rtl')).toEqual(['ar'])
})

describe.each(files)('%s', name => {
  const own = read(name)
  const language = name.replace('.json', '')

  test('says nothing that English does not say', () => {
    expect([...own.keys()].filter(key => !english.has(key))).toEqual([])
  })

  test('uses the placeholders of the English sentence', () => {
    const wrong = [...own].filter(
      ([key, text]) => english.has(key) && named(text, language).join() !== named(english.get(key) ?? '', 'en').join(),
    )
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  test('leaves no text empty', () => {
    expect([...own].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  })
})

test.each(LANGUAGES)('%s is complete', language => {
  const own = read(`${language}.json`)
  expect([...english.keys()].filter(key => !own.has(key))).toEqual([])
})

describe.each(files.filter(name => !team.includes(name.replace('.json', ''))))('%s, for customers', name => {
  const own = read(name)
  const language = name.replace('.json', '')

  test('says everything that customers read, and nothing else', () => {
    expect([...own.keys()].sort()).toEqual([...customersRead].sort())
  })

  test('has each plural form of its grammar', () => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const lacking = [...own].filter(([, text]) =>
      everyPart(parsed(text, language)).some(
        ({ type, options = {} }) => type === PLURAL && !wanted.every(form => form in options),
      ),
    )
    expect(lacking.map(([key]) => key)).toEqual([])
  })

  test('leaves nothing in English', () => {
    const wordless = /^[\d\s=]*(\{\w+\}[\d\s=]*)*$/
    const same = [...own].filter(([key, text]) => text === english.get(key) && !wordless.test(text))
    expect(same.map(([, text]) => `${language} ${text}`).filter(text => !SHARED.includes(text))).toEqual([])
  })

  test('puts typographic apostrophes, since straight ones hide placeholders', () => {
    expect([...own].filter(([, text]) => text.includes("'")).map(([key]) => key)).toEqual([])
  })
})

test('pages and mails of customers say only what is in their languages', () => {
  const said = readdirSync(join(packageRoot, 'src/respondent'), { recursive: true, encoding: 'utf8' })
    .filter(file => /(?<!\.test)\.tsx?$/.test(file))
    .flatMap(file => [
      ...readFileSync(join(packageRoot, 'src/respondent', file), 'utf8').matchAll(/say\([^,()]+, *['"`]([\w.]+)/g),
    ])
    .map(match => (match[1] ?? '').replace(/\.$/, ''))
  expect(said.length).toBeGreaterThan(30)
  // The page that shows a widget at work is for the team.
  expect(said.filter(key => !readByCustomers(key) && key !== 'links.sample')).toEqual([])
})

describe.each(CUSTOMER_LANGUAGES)('the standard wording in %s', language => {
  const wordings = OPENINGS.flatMap(opening =>
    SURVEY_KINDS.map(kind => standardWording(language, { company, opening, kind })),
  )

  test('asks every opening of every kind of survey in that language', () => {
    const asked = new Set(wordings.map(wording => wording.question))
    expect(asked.size).toBeGreaterThanOrEqual(OPENINGS.length)
    const inEnglish = new Set(
      OPENINGS.flatMap(opening => SURVEY_KINDS.map(kind => standardWording('en', { company, opening, kind }).question)),
    )
    if (language !== 'en') expect([...asked].filter(question => inEnglish.has(question))).toEqual([])
  })

  test('has subjects that a phone shows in full', () => {
    const subjects = wordings.flatMap(({ mailSubject, reminderSubject }) => [mailSubject, reminderSubject])
    expect(subjects.filter(subject => subject.length > 60)).toEqual([])
  })

  test('fits with its link and its way out into two text messages', () => {
    const [wording] = wordings
    const link = 'https://ask.nordwind.example/r/AAAAAAAAAAAAAAAAAAAAAA'
    const stop = say(language, 'messages.sms.stopByReply')
    const text = surveyText({ company, name: 'Anna Meier', words: wording?.smsText ?? '', link, stop })
    expect(smsLength(text).segments).toBeLessThanOrEqual(2)
  })
})

/** Question and ends as docs/standard-wording.md shows them with their source. */
const documented = new Map(
  readFileSync(join(packageRoot, 'docs/standard-wording.md'), 'utf8')
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim()))
    .filter(cells => cells.length === 7)
    .map(([, language = '', question = '', low = '', high = '', source = '']) => [
      language,
      { question, low, high, source },
    ]),
)

test.each(CUSTOMER_LANGUAGES)(
  'the page of standard wordings shows %s as it is, with its source',
  (language: CustomerLanguage) => {
    const own = read(`${language}.json`)
    const shown = documented.get(language)
    expect(shown).toMatchObject({
      question: own.get('surveys.standard.question'),
      low: own.get('surveys.standard.lowEnd'),
      high: own.get('surveys.standard.highEnd'),
    })
    expect(shown?.source).toMatch(/https:|Harvard/)
  },
)
