import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/platform/package-root.ts'
import type { Survey } from '../../src/vocabulary/index.ts'
import { accessibilityProblems } from '../harness/axe.ts'
import { openBrowser, openPage, type Theme, WIDTHS } from '../harness/browser.ts'
import { type Product, startProduct } from '../harness/started-product.ts'

const SHOTS = join(packageRoot, 'test/screenshots')
/** By how many pixels the page is wider than the window. */
const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

let product: Product
let browser: Browser
let cookies: Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>
let address: string

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  product = await startProduct(['--demo'])
  browser = await openBrowser()
  const page = await openPage(browser, { width: 1440 })
  await page.goto(product.link)
  await page.waitForURL(`${product.url}/`)
  cookies = await page.context().cookies()
  const { items } = (await (await page.request.get(`${product.url}/api/v1/surveys`)).json()) as { items: Survey[] }
  address = `${product.url}/ask/surveys/${items[0]?.surveyId}`
  await page.context().close()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function opened(look: { width: number; theme?: Theme }) {
  const page = await openPage(browser, look)
  await page.context().addCookies(cookies)
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(address)
  await drawn(page)
  return { page, complaints }
}

/** The editor stands with its previews and its versions. */
async function drawn(page: Page): Promise<void> {
  await expect.poll(() => page.locator('.preview iframe').count(), { timeout: 30_000 }).toBe(3)
  await page.locator('.versions > li').first().waitFor()
}

const LOOKS = WIDTHS.flatMap(width => (['light', 'dark'] as const).map(theme => ({ width, theme })))

describe('the editor of a survey', () => {
  test.each(LOOKS)('at $width pixels, $theme, is accessible and fits', async look => {
    const { page, complaints } = await opened(look)
    await page.screenshot({ path: join(SHOTS, `survey-${look.width}-${look.theme}.png`), fullPage: true })
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await page.evaluate(overhang), 'wider than the window').toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('shows mail, page, widget and text side by side, and every change in them', async () => {
    const { page } = await opened({ width: 1440 })
    await page.getByLabel('Question', { exact: true }).first().fill('How great is Nordwind?')
    const frames = page.locator('.preview iframe')
    await expect.poll(() => frames.count()).toBe(3)
    for (const at of [0, 1, 2]) {
      // The widget stands in a shadow, which a locator looks into.
      const shown = () => frames.nth(at).contentFrame().locator('h1, h2').first().innerText()
      await expect.poll(shown, { timeout: 15_000 }).toContain('How great is Nordwind?')
    }
    await expect.poll(() => page.locator('.bubble').innerText()).toContain('/r/')
    await page.getByRole('button', { name: 'Published (version 1)' }).click()
    const before = () => frames.nth(1).contentFrame().locator('h1').innerText()
    await expect.poll(before, { timeout: 15_000 }).toContain('How likely is it')
    await page.context().close()
  })

  test('gives hints, asks 7 and 8 apart, branches, keeps the draft, and publishes a version', async () => {
    const { page } = await opened({ width: 1440 })
    await page.getByLabel('Question', { exact: true }).first().fill('How amazing is Nordwind?')
    await page.getByText('“amazing” suggests the answer.').waitFor()
    await page.getByRole('button', { name: 'Ask 7 and 8 apart' }).click()
    await page.getByLabel('For exactly 8').waitFor()
    await page.getByRole('button', { name: 'Add a question' }).click()
    await page.getByRole('button', { name: /Which of these fits you best/ }).click()
    await page.getByText(/Asked only of those who answered “How amazing is Nordwind\?” with 7 or 8/).waitFor()
    await page.getByRole('button', { name: 'Further', exact: true }).waitFor()
    await page.waitForTimeout(600)
    await page.reload()
    await drawn(page)
    await page.getByText(/that you have not published/).waitFor()
    expect(await page.getByLabel('Question', { exact: true }).first().inputValue()).toBe('How amazing is Nordwind?')
    await page.getByRole('button', { name: 'Publish version 2' }).click()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('Version 2 is published.').waitFor()
    const row = page.locator('.versions > li').first()
    await expect.poll(() => row.innerText()).toContain('Version 2')
    await row.locator('summary').first().click()
    await expect.poll(() => row.innerText()).toContain('English')
    await page.getByRole('link', { name: 'See version 1 as it was' }).click()
    await page.getByText(/This is version 1 of/).waitFor()
    const then = () => page.locator('.preview iframe').nth(1).contentFrame().locator('h1').innerText()
    await expect.poll(then, { timeout: 15_000 }).toContain('How likely is it')
    await page.getByRole('link', { name: 'To the newest version' }).click()
    await page.getByText('Ask people with this survey').waitFor()
    await page.context().close()
  })

  test('adds a language with its standard words and lets it go again', async () => {
    const { page } = await opened({ width: 1440 })
    await page.locator('.languages-bar select').selectOption('sv')
    const question = page.getByLabel('Question', { exact: true }).first()
    await expect.poll(() => question.inputValue()).toMatch(/rekommendera/)
    await page.getByRole('button', { name: 'Remove Swedish' }).click()
    await expect.poll(() => page.getByRole('button', { name: /Swedish/ }).count()).toBe(0)
    await page.context().close()
  })

  test('a survey of another kind is made and opened in the editor', async () => {
    const { page, complaints } = await opened({ width: 390 })
    await page.goto(`${product.url}/ask`)
    await page.getByRole('button', { name: 'New survey' }).click()
    await page.getByLabel('Kind of survey').selectOption('transactional')
    await page.getByLabel('First question').selectOption('ces')
    await page.getByRole('button', { name: 'Make survey' }).click()
    await page.waitForURL(/\/ask\/surveys\//)
    await page.getByText('What 7 means').waitFor()
    await page.getByRole('button', { name: 'See the preview' }).click()
    await page.getByRole('button', { name: 'Page', exact: true }).click()
    const shown = () => page.locator('.place.shown iframe').contentFrame().locator('body').innerText()
    await expect.poll(shown, { timeout: 15_000 }).toContain('easy')
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
