import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Wording } from '../../src/vocabulary/index.ts'
import { openBrowser } from '../harness/browser.ts'
import { freshDatabase, freshWorkspace } from '../harness/database.ts'
import { type ServerProcess, startServer } from '../harness/server-process.ts'
import { freePort } from '../harness/started-product.ts'
import { madeLink, strangeSite } from './open-links.fixture.ts'

const own = await freshDatabase()
export const { database } = own
export const { workspaceId } = await freshWorkspace(database)
const port = await freePort()
export const echolot = `http://127.0.0.1:${port}`
let server: ServerProcess
let browser: Browser
let site: Awaited<ReturnType<typeof strangeSite>>

beforeAll(async () => {
  server = await startServer({ DATABASE_URL: own.url, ECHOLOT_URL: echolot }, port)
  browser = await openBrowser()
  // Nothing of its own, no inline style, no code from text: what a bank would set.
  site = await strangeSite('', `default-src 'none'; script-src ${echolot}; connect-src ${echolot}`)
})
afterAll(async () => {
  await browser?.close()
  site?.server.close()
  await server?.kill('SIGTERM')
})

const KEYS = 'abcdefghjkmnpqrs'
let made = 0
/** A page of a strange shop with the widget of a new link. */
export async function visit(
  given: {
    widget?: object
    opening?: 'nps' | 'stars' | 'free'
    body?: string
    options?: BrowserContextOptions
    everyKind?: boolean
    nextStep?: Wording['nextStep']
  } = {},
) {
  const key = `widget${KEYS[made++]}abc`.replaceAll(/[^a-z2-9]/g, 'x')
  const widget = { trigger: 'delay', amount: 0, ...given.widget }
  const surveyId = await madeLink(database, workspaceId, {
    channel: 'widget',
    key,
    origins: [site.origin],
    widget,
    opening: given.opening,
    everyKind: given.everyKind,
    nextStep: given.nextStep,
  })
  site.show(
    `<!doctype html><html lang="en"><title>Shop</title><main>${given.body ?? '<h1>Shop</h1><input aria-label="Search">'}</main><script src="${echolot}/w/${key}.js" async></script></html>`,
  )
  const context = await browser.newContext({ locale: 'en', ...given.options })
  const page = await context.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  page.on(
    'request',
    request => request.url().startsWith(echolot) && requests.push(`${request.method()} ${request.url()}`),
  )
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(String(error)))
  await page.goto(`${site.origin}/shop/shoes`)
  return { surveyId, key, page, context, requests, complaints }
}
