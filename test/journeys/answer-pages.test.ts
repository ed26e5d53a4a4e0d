import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migratedDatabase } from '../../scripts/gen/scratch-database.ts'
import { answerPages } from '../../src/loop/responses/index.ts'
import { standardWordings } from '../../src/loop/surveys/index.ts'
import { Database } from '../../src/platform/database/index.ts'
import { listen } from '../../src/platform/http/listen.ts'
import { surveyMail } from '../../src/respondent/mail/survey-mail.ts'
import { Wording } from '../../src/vocabulary/index.ts'
import { accessibilityProblems } from '../harness/axe.ts'
import { openBrowser } from '../harness/browser.ts'
import { invitedPeople } from '../harness/invited-people.ts'
import { testTools } from '../harness/product.ts'

const LARGEST = 14 * 1024
const SMALLEST_TARGET = 44

const KINDS = ['nps', 'csat', 'ces', 'stars', 'five_point'] as const
const QUESTIONS = [
  ...KINDS.map(kind => ({ questionId: `q_${kind}`, kind })),
  {
    questionId: 'why',
    kind: 'choice',
    options: ['late', 'rude'],
    when: [{ questionId: 'q_five_point', ratings: [1, 2] }],
  },
  { questionId: 'areas', kind: 'choice', several: true, options: ['price', 'ease', 'people'] },
  { questionId: 'words', kind: 'free' },
]
const ends = { lowEnd: 'bad', highEnd: 'good' }
const WORDS = {
  ...Object.fromEntries(KINDS.map(kind => [`q_${kind}`, { text: `How do you find us, by ${kind}?`, ...ends }])),
  why: { text: 'What was it?', options: { late: 'Too late', rude: 'Rude' } },
  areas: { text: 'What matters to you?', options: { price: 'The price', ease: 'The ease', people: 'The people' } },
  words: { text: 'What should we do first?' },
}
const NEXT = { label: 'Write a review', address: 'https://reviews.example/nordwind' }

let scratch: Awaited<ReturnType<typeof migratedDatabase>>
let database: Database
let door: Awaited<ReturnType<typeof listen>>
let origin = ''
let browser: Browser

beforeAll(async () => {
  scratch = await migratedDatabase()
  database = new Database(scratch.url, { connections: 4 })
  const tools = { ...testTools(database).tools, clock: () => new Date() }
  door = await listen(answerPages(tools).fetch, 0, '127.0.0.1')
  origin = `http://127.0.0.1:${door.port}`
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await door?.close(1000)
  await database?.close()
  await scratch?.stop()
})

async function invite(language: 'en' | 'ar' = 'en') {
  const { workspace_id } = await database.inInstance(tx =>
    tx.insertInto('workspaces').values({ name: 'Nordwind' }).returning('workspace_id').executeTakeFirstOrThrow(),
  )
  const standard = standardWordings('{{company}}', 'en')
  const text = Wording.parse({ ...standard.texts.en, questions: WORDS, nextStep: { promoter: NEXT } })
  const wording = { language, questions: QUESTIONS, texts: { [language]: text } }
  const scope = { workspaceId: workspace_id }
  const { links } = await invitedPeople(database, scope, 1, { wording, language })
  return { link: `${origin}/r/${links[0]?.token}`, scope, wording: text }
}

const open = (javaScriptEnabled: boolean) =>
  browser
    .newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled, reducedMotion: 'reduce', locale: 'en' })
    .then(context => context.newPage())

const stored = async (scope: { workspaceId: string }) => {
  const answers = await database.readWorkspace(scope, r =>
    r.selectFrom('responses').select(['score', 'comment', 'state']).execute(),
  )
  const further = await database.readWorkspace(scope, r =>
    r.selectFrom('response_answers').select(['question_id', 'rating', 'choices', 'words']).execute(),
  )
  return { answers, further: new Map(further.map(one => [one.question_id, one])) }
}

/** A press on the page's button, as soon as a person could. */
async function press(page: Page): Promise<void> {
  await page.waitForTimeout(850)
  await Promise.all([page.waitForEvent('load'), page.locator('button.send').click()])
}

/** Controls that a finger could miss: smaller than 44 px, links within a sentence aside. */
const smallTargets = (page: Page) =>
  page.evaluate(least => {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        'button, textarea, .scale label, .reasons label, .skip, .next, .list a, footer a',
      ),
    ]
    return all.filter(one => one.getBoundingClientRect().height < least - 0.5).map(one => one.outerHTML.slice(0, 80))
  }, SMALLEST_TARGET)

const choose = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).check()

describe.each([
  ['with its script', true],
  ['without a script', false],
])('a survey of many questions on a phone, %s', (_how, withScript) => {
  test('is answered step by step, each stored as it is sent', async () => {
    const { link, scope } = await invite()
    const page = await open(withScript)
    await page.goto(`${link}?score=10`)
    await press(page)
    expect((await stored(scope)).answers).toEqual([{ score: 10, comment: null, state: 'confirmed' }])
    await page.locator('textarea').fill('The people')
    await press(page)
    for (const [kind, value] of [
      ['nps', '9'],
      ['csat', '4'],
      ['ces', '7'],
    ] as const)
      await choose(page, `q.q_${kind}`, value)
    await press(page)
    for (const [kind, value] of [
      ['stars', '3'],
      ['five_point', '1'],
    ] as const)
      await choose(page, `q.q_${kind}`, value)
    await press(page)
    await choose(page, 'q.why', 'late')
    await choose(page, 'q.areas', 'price')
    await choose(page, 'q.areas', 'people')
    await page.locator('textarea').fill('Keep on')
    await press(page)
    expect(await page.locator('a.next').getAttribute('href')).toBe(NEXT.address)
    const { answers, further } = await stored(scope)
    expect(answers).toEqual([{ score: 10, comment: 'The people', state: 'confirmed' }])
    expect(further.get('q_stars')).toMatchObject({ rating: 3 })
    expect(further.get('why')).toMatchObject({ choices: ['late'] })
    expect(further.get('areas')).toMatchObject({ choices: ['price', 'people'] })
    expect(further.get('words')).toMatchObject({ words: 'Keep on' })
    await page.context().close()
  })

  test('is taken up where it stopped', async () => {
    const { link } = await invite()
    const page = await open(withScript)
    await page.goto(`${link}?score=9`)
    await press(page)
    await page.goto('about:blank')
    await page.goto(link)
    expect(await page.locator('textarea[name="comment"]').count()).toBe(1)
    await page.context().close()
  })
})

test('"back" leads to the page before and changes the answer', async () => {
  const { link, scope } = await invite()
  const page = await open(true)
  await page.goto(`${link}?score=2`)
  await press(page)
  expect(await page.locator('textarea').count()).toBe(1)
  await page.goBack({ waitUntil: 'load' })
  await page.waitForSelector('.scale input:checked', { state: 'attached' })
  await page.locator('input[value="8"]').check()
  await press(page)
  expect((await stored(scope)).answers).toMatchObject([{ score: 8 }])
  await page.context().close()
})

test('two presses from the mail: the answer is stored, and the next step is there (003-9)', async () => {
  const { link, scope, wording } = await invite()
  const page = await open(true)
  const mail = { language: 'en', company: 'Nordwind', name: null, wording, link, stopLink: `${origin}/u/x` } as const
  await page.setContent(surveyMail({ ...mail, imprint: 'Nordwind GmbH' }).html)
  let presses = 0
  await Promise.all([page.waitForURL(/\/r\//), page.getByRole('link', { name: 'Answer 10' }).click()])
  presses += 1
  await press(page)
  presses += 1
  expect((await stored(scope)).answers).toMatchObject([{ score: 10, state: 'confirmed' }])
  expect(await page.getByRole('link', { name: NEXT.label }).count()).toBe(1)
  expect(presses).toBeLessThanOrEqual(2)
  await page.context().close()
})

describe.each(['en', 'ar'] as const)('every page in %s', language => {
  test('is one small response, has no accessibility problem and no small target, light and dark', async () => {
    const { link } = await invite(language)
    const page = await open(true)
    const sizes: number[] = []
    const requests: string[] = []
    page.on('request', request => request.url().startsWith('http') && requests.push(request.url()))
    page.on('response', async reply =>
      sizes.push(
        (
          await reply
            .request()
            .sizes()
            .catch(() => null)
        )?.responseBodySize ?? 0,
      ),
    )
    const look = async (what: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await accessibilityProblems(page), `${what}, ${colorScheme}`).toEqual([])
      }
      expect(await smallTargets(page), what).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, `${what} is as wide as the phone`).toBeLessThanOrEqual(0)
      expect(await page.evaluate(() => document.dir)).toBe(language === 'ar' ? 'rtl' : '')
    }
    await page.goto(`${link}?score=7`)
    await look('opening')
    await press(page)
    await look('reasons')
    await press(page)
    await look('questions')
    await press(page)
    await look('more questions')
    await choose(page, 'q.q_five_point', '1')
    await press(page)
    await look('choices')
    await press(page)
    await look('thanks')
    for (const path of ['/answers', '/about', '/erasure']) {
      await page.goto(link + path)
      await look(path)
    }
    await page.goto(`${link}/about`)
    await page.waitForTimeout(850)
    await Promise.all([page.waitForEvent('load'), page.locator('button.send').click()])
    await look('what is stored')
    expect(Math.max(...sizes)).toBeLessThan(LARGEST)
    expect(requests).toHaveLength(11)
    await page.context().close()
  })
})
