import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage } from '../harness/browser.ts'
import { type Product, startProduct } from '../harness/started-product.ts'

let product: Product
let browser: Browser
let page: Page

beforeAll(async () => {
  product = await startProduct(['--demo'])
  browser = await openBrowser()
  page = await openPage(browser, { width: 1440 })
  await page.goto(product.link)
  await page.waitForURL(`${product.url}/`)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const order = (id: number, email: string) => ({
  id,
  status: 'delivered',
  created_at: new Date().toISOString(),
  customer: { email },
  lines: [{ title: 'Winter boots' }],
})

test('a shop tells of a delivery, the fields are chosen on a page, and a trigger waits to ask', async () => {
  await page.goto(`${product.url}/ask/triggers`)
  await page.getByRole('button', { name: 'New trigger' }).click()
  await page.getByText('In the last 90 days nothing like this was told.').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/\/ask\/triggers\/[0-9a-f-]{36}/)
  const trigger = page.url()
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Start' }).click()
  await page.getByText('running').waitFor()

  await page.goto(`${product.url}/ask/events`)
  await page.getByRole('button', { name: 'New webhook' }).click()
  await page.getByLabel('Name of the other system').fill('Boot shop')
  await page.getByRole('button', { name: 'Make the address' }).click()
  const address = await page.locator('.address-line').textContent()
  const first = await page.request.post(address ?? '', { data: order(1, 'boots-one@example.com') })
  expect([first.status(), (await first.json()).state]).toEqual([202, 'sample'])

  await page.getByText('What came').waitFor()
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByText('This would be taken:').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('reads events').waitFor()
  const second = await page.request.post(address ?? '', { data: order(2, 'boots-two@example.com') })
  expect([second.status(), (await second.json()).state]).toEqual([200, 'taken'])
  await page.getByRole('button', { name: 'Take again' }).click()

  await page.goto(trigger)
  await page.getByRole('cell', { name: 'Winter boots · delivered' }).first().waitFor()
  expect(await page.getByRole('cell', { name: 'waits' }).count()).toBeGreaterThan(0)
  await page.getByRole('main').getByRole('link', { name: 'Triggers', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'One trigger is listening.' }).waitFor()
})

test('the planner says before the send what a sample will be able to show', async () => {
  await page.goto(`${product.url}/ask/send`)
  await page.getByLabel('Whom of them').selectOption('random')
  await page.getByLabel('How many people').fill('100')
  await page.getByText(/answers are expected from 100 invitations/).waitFor()
  await page.getByText(/The NPS will then be known to ±\d+ points/).waitFor()
})
