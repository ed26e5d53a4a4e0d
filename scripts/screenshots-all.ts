// Starts the demo, signs in as a visitor would, and takes one picture after the other into docs/img/.
import { mkdirSync } from 'node:fs'
import { openBrowser, openPage, type Theme } from '../test/harness/browser.ts'
import { startProduct } from '../test/harness/started-product.ts'

type Shot = {
  name: string
  path: string
  width?: number
  height?: number
  theme?: Theme
  locale?: string
  open?: string
}

const SHOTS: Shot[] = [
  { name: 'pulse-light', path: '/' },
  { name: 'pulse-dark', path: '/', theme: 'dark' },
  { name: 'pulse-phone', path: '/', width: 390, height: 844, locale: 'fi' },
  { name: 'case-light', path: '/act', open: '[data-case], .queue a, main a[href^="/act/"]' },
  { name: 'proof-light', path: '/prove' },
  { name: 'ask-light', path: '/ask' },
]

mkdirSync('docs/img', { recursive: true })
const product = await startProduct({ args: ['--demo'] })
const browser = await openBrowser()
const first = await openPage(browser, { width: 1440 })
await first.goto(product.link, { waitUntil: 'networkidle' })
const cookies = await first.context().cookies()
for (const shot of SHOTS) {
  const page = await openPage(browser, {
    width: shot.width ?? 1440,
    theme: shot.theme ?? 'light',
    locale: shot.locale ?? 'en',
  })
  await page.context().addCookies(cookies)
  await page.setViewportSize({ width: shot.width ?? 1440, height: shot.height ?? 1100 })
  await page.goto(product.url + shot.path, { waitUntil: 'networkidle' })
  if (shot.open) {
    await page.locator(shot.open).first().click()
    await page.waitForLoadState('networkidle')
  }
  await page.screenshot({ path: `docs/img/${shot.name}.png` })
  console.log(`docs/img/${shot.name}.png`)
  await page.context().close()
}
await browser.close()
await product.stop()
process.exit(0)
