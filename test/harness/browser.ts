import { setTimeout } from 'node:timers/promises'
import { type Browser, chromium, type Page, type Request } from 'playwright-core'
import { findBrowser } from '../../scripts/browser.mjs'

const QUIET = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
]

/** Chromium without a window and without traffic of its own. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium was found; name one in ECHOLOT_CHROMIUM.')
  return chromium.launch({ executablePath, args: QUIET })
}

/** The three widths that every page is drawn for. */
export const WIDTHS = [1440, 768, 390] as const

export type Theme = 'light' | 'dark'

/** A page of one width and theme. */
export async function openPage(
  browser: Browser,
  options: { width: number; theme?: Theme; locale?: string },
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width, height: options.width === 390 ? 844 : 1000 },
    colorScheme: options.theme ?? 'light',
    locale: options.locale ?? 'en',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  })
  return context.newPage()
}

const CALM_MS = 400
const LONGEST_MS = 60_000

/**
 * Goes to an address and waits until nothing more is fetched and the page itself, on however busy a machine, has nothing
 * left to do. The stream of news never ends, so it does not count.
 */
export async function visit(page: Page, address: string): Promise<void> {
  const open = new Set<Request>()
  let calmSince = performance.now()
  const began = (request: Request) => {
    if (request.url().endsWith('/api/v1/news')) return
    open.add(request)
    calmSince = performance.now()
  }
  const ended = (request: Request) => {
    if (open.delete(request)) calmSince = performance.now()
  }
  page.on('request', began).on('requestfinished', ended).on('requestfailed', ended)
  await page.goto(address, { waitUntil: 'load' })
  const until = performance.now() + LONGEST_MS
  const isCalm = () => open.size === 0 && performance.now() - calmSince >= CALM_MS
  while (!(isCalm() && (await isIdle(page)) && isCalm())) {
    if (performance.now() > until)
      throw new Error(`still waits for ${[...open].map(request => request.url()).join(', ')}`)
    await setTimeout(50)
  }
  page.off('request', began).off('requestfinished', ended).off('requestfailed', ended)
}

/** Resolves as soon as the page has run what it had to run; false when it went elsewhere meanwhile. */
const isIdle = (page: Page): Promise<boolean> =>
  page
    .evaluate(() => {
      // Where scripts are forbidden, as in previews, no callback comes.
      if (document.scripts.length === 0) return true
      return new Promise<true>(resolve => requestIdleCallback(() => resolve(true)))
    })
    .catch(() => false)
