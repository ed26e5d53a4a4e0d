import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import decodeQR from 'qr/decode.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityProblems } from '../harness/axe.ts'
import { openBrowser } from '../harness/browser.ts'
import { freshDatabase, freshWorkspace } from '../harness/database.ts'
import { type ServerProcess, startServer } from '../harness/server-process.ts'
import { freePort } from '../harness/started-product.ts'
import { answersOf, furtherOf, madeLink, openedOf } from './open-links.fixture.ts'

const { database, url } = await freshDatabase()
const { workspaceId } = await freshWorkspace(database)
let server: ServerProcess
let browser: Browser
let port: number

beforeAll(async () => {
  port = await freePort()
  server = await startServer({ DATABASE_URL: url }, port)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.kill('SIGTERM')
})

const address = (key: string) => `http://localhost:${port}/k/${key}`

/** What a phone reads from the code on the screen. */
async function addressIn(page: Page): Promise<string> {
  const side = Number((await page.locator('.way svg').getAttribute('viewBox'))?.split(' ')[2]) * 4
  const data = new Uint8Array(side * side * 3).fill(255)
  const path = (await page.locator('.way path').getAttribute('d')) ?? ''
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = 0; row < 4; row++) {
      const from = ((Number(y) * 4 + row) * side + Number(x) * 4) * 3
      data.fill(0, from, from + Number(length) * 12)
    }
  }
  return decodeQR({ width: side, height: side, data })
}

/** One visitor: a number, perhaps a word, thanks. */
async function answer(page: Page, score: number, words = '') {
  await page.getByRole('button', { name: new RegExp(`^${score}(,|$)`) }).click()
  if (words) await page.getByRole('textbox').fill(words)
  await page.getByRole('button', { name: words ? 'Send' : 'Skip this', exact: true }).click()
  await page.getByRole('heading', { name: /thank/i }).waitFor()
}

test('a kiosk takes five answers without a network, survives a reload, and sends each exactly once with its time', async () => {
  const surveyId = await madeLink(database, workspaceId, { channel: 'kiosk', key: 'kxskabcdef' })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en' })
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(address('kxskabcdef'))
  await page.waitForFunction(() => document.documentElement.dataset.offline === 'ready')
  await context.setOffline(true)
  for (const [i, score] of [9, 3, 10].entries()) {
    await answer(page, score, i === 1 ? 'Queue too long' : '')
    await page.clock.runFor(5_100)
  }
  await page.getByText('3 answers wait').waitFor()
  await page.reload()
  await page.getByText('3 answers wait').waitFor()
  for (const score of [7, 0]) {
    await answer(page, score)
    await page.clock.runFor(5_100)
  }
  await page.getByText('5 answers wait').waitFor()
  await page.waitForTimeout(1500)
  await context.setOffline(false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(async () => (await answersOf(database, workspaceId, surveyId)).length, { timeout: 20_000 }).toBe(5)
  await expect.poll(() => page.locator('footer').textContent()).toBe('')
  await page.clock.runFor(40_000)
  const rows = await answersOf(database, workspaceId, surveyId)
  expect(rows.map(row => row.score)).toEqual([9, 3, 10, 7, 0])
  expect(rows[1]).toMatchObject({ comment: 'Queue too long', channel: 'kiosk', state: 'confirmed', language: 'en' })
  const times = rows.map(row => row.answered_at.getTime())
  // Each 5 s of thanks after the one before, by the device's own clock.
  expect(times.slice(1).every((time, i) => time - (times[i] ?? 0) >= 5_000)).toBe(true)
  // The page that the device kept for itself, and the one that it showed without a network, are no visits.
  await expect.poll(() => openedOf(database, workspaceId, surveyId)).toBe(1)
  await context.close()
})

test('a kiosk offers passives their reasons, and leads on by a code for the own phone that the next visitor closes', async () => {
  const address = 'https://nordwind.example/new'
  const nextStep = { passive: { label: 'What is new', address } }
  const surveyId = await madeLink(database, workspaceId, { channel: 'kiosk', key: 'kxskwwwwww', nextStep })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en' })
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(`http://localhost:${port}/k/kxskwwwwww`)
  await page.getByText('10 = ').waitFor()
  await page.getByRole('button', { name: '8', exact: true }).click()
  await page.getByRole('radio', { name: 'I use it out of habit' }).check()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('Point the camera of your phone at the code.').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  expect(await page.getByRole('link').count()).toBe(0)
  expect(await addressIn(page)).toBe(address)
  await page.clock.runFor(10_000)
  await page.getByText('What is new').waitFor()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByText('How likely').waitFor()
  await expect
    .poll(() => answersOf(database, workspaceId, surveyId))
    .toMatchObject([{ score: 8, reason: 'habit', comment: null }])
  await context.close()
})

test('a kiosk has targets of 64 pixels, starts anew when a visitor goes, and keeps the number', async () => {
  const surveyId = await madeLink(database, workspaceId, { channel: 'kiosk', key: 'kxskghjkmn' })
  const context = await browser.newContext({ viewport: { width: 768, height: 1024 }, locale: 'en' })
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(address('kxskghjkmn'))
  expect(await accessibilityProblems(page)).toEqual([])
  const sizes = await page
    .getByRole('button')
    .evaluateAll(all => all.map(one => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)))
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(64)
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await page.getByText('Wie wahrscheinlich').waitFor()
  await page.getByRole('button', { name: /^6/ }).click()
  await page.getByRole('textbox').waitFor()
  await page.clock.runFor(30_500)
  await page.getByText('How likely').waitFor()
  await expect
    .poll(() => answersOf(database, workspaceId, surveyId))
    .toMatchObject([{ score: 6, comment: null, language: 'de' }])
  await context.close()
})

test('a kiosk asks every question without a network, and the answer belongs to the wording that stood on it', async () => {
  const surveyId = await madeLink(database, workspaceId, { channel: 'kiosk', key: 'kxskprstuv', everyKind: true })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en' })
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(address('kxskprstuv'))
  await page.waitForFunction(() => document.documentElement.dataset.offline === 'ready')
  await context.setOffline(true)
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
  await press('Deutsch')
  await press('6')
  await press('Überspringen')
  await press('Die Beratung')
  await press(/^1/)
  await press('Überspringen')
  await press('7')
  await press('4')
  await press(/^5/)
  await page.getByRole('checkbox', { name: 'Die Auswahl' }).check()
  await press('Weiter')
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('textbox').fill('Ein dritter Tresen')
  // Another visitor leaves in the middle; a reload keeps what was said.
  await press('Weiter')
  await page.clock.runFor(5_100)
  await press(/^10/)
  await press('Skip this')
  await press(/^7/)
  await page.getByText('How likely are you to come again?').waitFor()
  await page.reload()
  await page.getByText('2 answers wait').waitFor()
  await database.inWorkspace({ workspaceId }, tx =>
    sql`insert into survey_versions (survey_id, version, wording) select survey_id, 2,
      jsonb_set(wording, '{questions}', '[]') from survey_versions where survey_id = ${surveyId}`.execute(tx),
  )
  await page.waitForTimeout(1500)
  await context.setOffline(false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect
    .poll(() => answersOf(database, workspaceId, surveyId), { timeout: 20_000 })
    .toMatchObject([
      { score: 6, language: 'de', survey_version: 1 },
      { score: 10, language: 'en', survey_version: 1 },
    ])
  const said = { reason: ['service'], advice: 1, again: 7, shop: 4, clean: 5, liked: ['range'] }
  expect(await furtherOf(database, workspaceId, surveyId)).toEqual({ ...said, idea: 'Ein dritter Tresen', effort: 7 })
  await context.close()
})
