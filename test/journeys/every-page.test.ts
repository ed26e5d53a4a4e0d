import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/platform/package-root.ts'
import { accessibilityProblems } from '../harness/axe.ts'
import { openBrowser, openPage, type Theme, visit, WIDTHS } from '../harness/browser.ts'
import { type Product, startProduct } from '../harness/started-product.ts'

const PAGES = [
  '/',
  '/ask',
  '/ask/send',
  '/ask/rolling',
  '/ask/triggers',
  '/ask/events',
  '/ask/coverage',
  '/ask/links',
  '/listen',
  '/understand',
  '/understand/coverage',
  '/act',
  '/prove',
  '/people',
  '/people/legal-basis',
  '/import',
  '/report',
  '/settings',
  '/ask/messages',
  '/ask/suppressed',
  '/settings/delivery',
  '/settings/attributes',
  '/settings/channels',
  '/mail',
] as const
const LOOKS: { width: (typeof WIDTHS)[number]; theme: Theme }[] = WIDTHS.flatMap(width => [
  { width, theme: 'light' as const },
  { width, theme: 'dark' as const },
])
const SHOTS = join(packageRoot, 'test/screenshots')

/** By how many pixels the page is wider than the window. */
const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

let product: Product
let browser: Browser

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  product = await startProduct(['--demo'])
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Signs in once by the demo's link; later pages share the cookies. */
let cookies: Awaited<ReturnType<ReturnType<Page['context']>['cookies']>> | null = null
async function signedIn(look: { width: number; theme: Theme; locale?: string }): Promise<Page> {
  const page = await openPage(browser, look)
  if (cookies) await page.context().addCookies(cookies)
  else {
    await visit(page, product.link)
    await page.waitForURL(`${product.url}/`)
    cookies = await page.context().cookies()
  }
  return page
}

describe.each(LOOKS)('at $width pixels, $theme', look => {
  let page: Page
  const complaints: string[] = []
  beforeAll(async () => {
    page = await signedIn(look)
    page.on('pageerror', error => complaints.push(String(error)))
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  })
  afterAll(() => page.context().close())

  test.each(PAGES)('%s is accessible, fits the width and complains about nothing', async path => {
    complaints.length = 0
    await visit(page, product.url + path)
    const name = `${path.slice(1) || 'pulse'}-${look.width}-${look.theme}.png`
    await page.screenshot({ path: join(SHOTS, name), fullPage: true })
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await page.evaluate(overhang), 'wider than the window').toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
  })
})

describe.each(['de', 'fi'])('in %s', language => {
  beforeAll(async () => {
    const page = await signedIn({ width: 390, theme: 'light' })
    const headers = { origin: product.url, 'sec-fetch-site': 'same-origin' }
    const reply = await page.request.patch(`${product.url}/api/v1/account`, { data: { language }, headers })
    expect(reply.ok()).toBe(true)
    await page.context().close()
  })

  test.each(PAGES.slice(0, -1))('%s fits a phone', async path => {
    const page = await signedIn({ width: 390, theme: 'light', locale: language })
    await visit(page, product.url + path)
    await page.screenshot({ path: join(SHOTS, `${path.slice(1) || 'pulse'}-390-${language}.png`), fullPage: true })
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
    expect(await page.evaluate(overhang)).toBeLessThanOrEqual(0)
    await page.context().close()
  })
})
