import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { listen } from '../../src/platform/http/listen.ts'
import { HOSTILE_WORDS } from '../contract/hostile-words.ts'
import { company, cookieOf, oneOfEach } from '../contract/two-companies.ts'
import { openBrowser, visit } from '../harness/browser.ts'
import { freshDatabase } from '../harness/database.ts'
import { testTools } from '../harness/product.ts'

/** Words that would be markup, a link, a formula or the wrong way round, if a page took them for more than words. */
const EVIL = '"><script>hit=1</script><img src=x onerror=hit=1>'
const LONG_EVIL = `=cmd|' /C calc'!A1 ${EVIL} <svg onload=hit=1> <a href="javascript:hit=1">x</a> [x](javascript:hit=1) {{constructor}}`
const TURNED = '\u202Egnp.exe\u2066'

const { database } = await freshDatabase()
const own = await company(database, 'Nordwind')
const { tools } = testTools(database)
let door: Awaited<ReturnType<typeof listen>>
let browser: Browser
let context: BrowserContext
let ids: Record<string, string>

beforeAll(async () => {
  door = await listen(createApp({ ...tools, clock: () => new Date() }).fetch, 0, '127.0.0.1')
  ids = await oneOfEach(database, own)
  await poison()
  await crowd()
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en' })
  const [name = '', value = ''] = (await cookieOf(database, own, 'owner')).split('=')
  await context.addCookies([{ name, value, url: `http://127.0.0.1:${door.port}` }])
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', event => {
      document.documentElement.dataset.violated = `${event.violatedDirective} ${event.blockedURI}`
    })
  })
})
afterAll(async () => {
  await browser?.close()
  await door?.close(100)
})

/** Every text that a member or a customer may have written is replaced, past all that cleans it on its way in. */
async function poison(): Promise<void> {
  const [both, long] = [`${EVIL} ${TURNED}`, `${LONG_EVIL} ${TURNED}`]
  const rows: [string, string[]][] = [
    ['workspaces', ['name']],
    ['people', ['name', 'company']],
    ['surveys', ['name']],
    ['waves', ['name']],
    ['open_links', ['name']],
    ['touchpoints', ['title']],
    ['imports', ['file_name']],
    ['api_keys', ['name']],
    ['rolling_plans', ['name']],
    ['triggers', ['name']],
    ['event_sources', ['name']],
    ['accounts', ['name']],
  ]
  for (const [table, columns] of rows) {
    await database.pool.query(`update ${table} set ${columns.map(column => `${column} = $1`).join(', ')}`, [both])
  }
  await database.pool.query('update responses set comment = $1', [long])
  await database.pool.query('update messages set provider_reply = $1', [long])
  await database.pool.query('update people set attributes = $1', [{ [EVIL]: EVIL, plan: TURNED }])
  await database.pool.query('update responses set attributes = (select attributes from people limit 1)')
}

/** Answers that fill a page of the inbox. */
const CROWD = 45

/** Many more answers and letters of the same person, so that one look at a page meets every hostile word there is. */
async function crowd(): Promise<void> {
  const storable = HOSTILE_WORDS.filter(words => words.length < 1000).map(words => words.replaceAll(/\0|\p{Cs}/gu, ''))
  const comments = Array.from({ length: CROWD }, (_, i) => storable.filter((_, at) => at % CROWD === i).join('\n'))
  await database.pool.query(
    `insert into responses (workspace_id, survey_id, wave_id, person_id, channel, score, comment, source, source_key, answered_at, anonymous)
     select r.workspace_id, r.survey_id, r.wave_id, r.person_id, 'link', n % 11, words, 'crowd', n::text, r.answered_at - n * interval '1 minute', false
     from responses r, unnest($1::text[]) with ordinality t (words, n) where r.response_id = $2`,
    [comments, ids.responseId],
  )
  await database.pool.query(
    `insert into touchpoints (workspace_id, person_id, kind, title, body, source, source_id, occurred_at)
     select workspace_id, person_id, 'mail', 'Re:', words, 'crowd', n::text, now() - n * interval '1 minute'
     from people, unnest($1::text[]) with ordinality t (words, n) where person_id = $2`,
    [comments, ids.personId],
  )
}

/** What a page made of the words: elements that came out of them, scripts that ran, and texts that may turn their neighbours round. */
const made = (page: Page) =>
  page.evaluate(() => {
    const found = [...document.querySelectorAll('img[src="x"], [onerror], [onload], a[href^="javascript" i]')]
    const scripts = [...document.scripts].filter(script => script.textContent?.includes('hit=1'))
    const turned: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.textContent ?? ''
      if (!words.includes('\u202E')) continue
      let around = node.parentElement
      while (around && getComputedStyle(around).unicodeBidi === 'normal') around = around.parentElement
      // Quotation marks belong to the words; anything else beside them would be turned round.
      if ((around?.textContent?.trim().length ?? 0) > words.trim().length + 4)
        turned.push(around?.outerHTML.slice(0, 160) ?? '')
    }
    return {
      elements: [...found, ...scripts].map(element => element.outerHTML.slice(0, 160)),
      ran: 'hit' in window,
      violated: document.documentElement.dataset.violated ?? null,
      turned: [...new Set(turned)],
      shown: document.body.innerText.includes('<script>hit=1</script>'),
    }
  })

/** Pages, and whether the words stand on them. */
const PAGES = (): [string, boolean][] => [
  ['/', true],
  ['/listen', true],
  [`/act/${ids.caseId}`, true],
  ['/people', true],
  [`/people/${ids.personId}`, true],
  [`/people/${ids.personId}/ledger`, true],
  ['/understand', true],
  ['/ask', true],
  [`/ask/surveys/${ids.surveyId}`, true],
  [`/ask/rounds/${ids.waveId}`, true],
  ['/ask/messages', true],
  ['/import', true],
  ['/settings', true],
]

test('hostile names, comments and attributes are words on every page of the team (S8)', async () => {
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('dialog', dialog => {
    wrong.push(`a dialog on ${page.url()}: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', error => wrong.push(`${page.url()}: ${error}`))
  for (const [path, isShown] of PAGES()) {
    await visit(page, `http://127.0.0.1:${door.port}${path}`)
    const { shown, ...seen } = await made(page)
    if (isShown && !shown)
      wrong.push(`${path} does not show the words: ${(await page.innerText('body')).slice(0, 200)}`)
    const calm = seen.elements.length === 0 && !seen.ran && seen.violated === null && seen.turned.length === 0
    if (!calm) wrong.push(`${path}: ${JSON.stringify(seen)}`)
    if (path === '/listen') expect(await page.locator('.answers > li').count()).toBeGreaterThan(CROWD)
  }
  expect(wrong).toEqual([])
}, 120_000)

test('files that are downloaded hold no formula (S8, S9)', async () => {
  for (const path of ['/messages/file', '/permissions/report/file']) {
    const reply = await context.request.get(`http://127.0.0.1:${door.port}/api/v1${path}`)
    expect(reply.status(), path).toBe(200)
    const cells = (await reply.text()).split(/[,\r\n]/).map(cell => cell.replace(/^\uFEFF?"/, ''))
    expect(cells.filter(cell => /^[=+@\t]|^-(?!\d)/.test(cell))).toEqual([])
  }
})
