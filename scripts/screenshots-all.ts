// Starts the demo, signs in as a visitor would, and takes one picture after the other into docs/img/.
import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { randomFrom } from '../src/demo/random.ts'
import { openBrowser, openPage, type Theme, visit } from '../test/harness/browser.ts'
import { startProduct } from '../test/harness/started-product.ts'

type Shot = {
  name: string
  path: string
  width?: number
  height?: number
  theme?: Theme
  locale?: string
  ready?: (page: Page) => Promise<void>
}

const DAY = 86_400_000

/** A file of answers as a company would have it: six countries, two kinds of customers, a fall in autumn. */
function answersFile(): string {
  const random = randomFrom(47)
  const rows = Array.from({ length: 900 }, () => {
    const country = random.weighted({ Germany: 5, Finland: 3, Sweden: 2, Austria: 1 })
    const plan = random.weighted({ Team: 6, Solo: 3, Enterprise: 2 })
    const day = new Date(Date.UTC(2026, 0, 5) + random.whole(0, 300) * DAY)
    const mean = { Team: 8.1, Solo: 7.2, Enterprise: 9.1 }[plan] - (day.getUTCMonth() > 7 ? 0.8 : 0)
    const score = random.chance(0.01) ? 11 : Math.max(0, Math.min(10, Math.round(random.normal(mean, 1.9))))
    return [score, day.toISOString().slice(0, 10), country, plan].join(';')
  })
  return ['Likelihood to recommend;Date;Country;Plan', ...rows].join('\n')
}

const dropFile = async (page: Page) => {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'answers-2026.csv', mimeType: 'text/csv', buffer: Buffer.from(answersFile()) })
  await page.locator('main .card').nth(2).waitFor()
  await page.locator('main .card svg').first().waitFor()
}

/** The address of the survey page or mail as a customer would get it, from the demo's wording. */
async function previewOf(
  page: Page,
  show: 'opening' | 'follow_up' | 'mail',
  language: string,
  score: number,
): Promise<string> {
  const api = `${product.url}/api/v1`
  const surveys = await (await page.request.get(`${api}/surveys`)).json()
  const { wording } = await (await page.request.get(`${api}/surveys/${surveys.items[0].surveyId}`)).json()
  const data = { shows: [show], language, value: score, wording: wording.texts[language] }
  const headers = { origin: product.url, 'sec-fetch-site': 'same-origin' }
  return (await (await page.request.post(`${api}/survey-previews`, { data, headers })).json()).items[0].address
}

/** Until the page stands with its figures and its own type; a busy machine may be calm before it has begun. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('h1') !== null && !document.querySelector('.skeleton'))
  await page.waitForTimeout(500)
  await page.waitForFunction(() => !document.querySelector('.skeleton'))
  await page.evaluate(async () => void (await document.fonts.ready))
}

const SHOTS: Shot[] = [
  { name: 'pulse-light', path: '/', height: 1240 },
  { name: 'pulse-dark', path: '/', theme: 'dark', height: 1240 },
  { name: 'pulse-phone', path: '/', width: 390, height: 844, locale: 'fi' },
  { name: 'case-light', path: '/act', ready: page => page.locator('.case-head').first().waitFor() },
  { name: 'proof-light', path: '/prove', height: 1240 },
  { name: 'understand-light', path: '/understand' },
  { name: 'ask-light', path: '/ask' },
  { name: 'report-light', path: '/report', height: 1240, ready: dropFile },
]

mkdirSync('docs/img', { recursive: true })
const product = await startProduct(['--demo'])
const browser = await openBrowser()
const first = await openPage(browser, { width: 1440 })
await visit(first, product.link)
await first.waitForURL(`${product.url}/`)
const cookies = await first.context().cookies()
const survey = { width: 390, height: 760, locale: 'de' }
SHOTS.push({ name: 'survey-phone', path: await previewOf(first, 'opening', 'de', 7), ...survey })
SHOTS.push({ name: 'survey-phone-2', path: await previewOf(first, 'follow_up', 'fi', 7), ...survey, height: 860 })
SHOTS.push({ name: 'mail', path: await previewOf(first, 'mail', 'en', 9), width: 768, height: 700 })

for (const { name, path, width = 1440, height = 1010, theme = 'light', locale = 'en', ready } of SHOTS) {
  const page = await openPage(browser, { width, theme, locale })
  await page.context().addCookies(cookies)
  await page.setViewportSize({ width, height })
  await visit(page, product.url + path)
  await settled(page)
  await ready?.(page)
  await page.screenshot({ path: `docs/img/${name}.png` })
  console.log(`docs/img/${name}.png`)
  await page.context().close()
}
await browser.close()
await product.stop()
process.exit(0)
