import { type Browser, chromium, type Page } from 'playwright-core'
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
