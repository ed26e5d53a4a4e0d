import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { Database } from '../../src/platform/database/index.ts'
import { openBrowser } from '../../test/harness/browser.ts'
import { startServer } from '../../test/harness/server-process.ts'
import { madeLink } from '../../test/journeys/open-links.fixture.ts'
import { findBrowser } from '../browser.mjs'
import { migratedDatabase } from '../gen/scratch-database.ts'

type Figure = { name: string; value: number; unit: string; goal: string }

const PORT = 47_474
const ROUNDS = 7
const SLOWER = 4
const KEY = 'widgetkeyx'

/** What the widget costs a page of somebody else, and how soon it is seen after its trigger on a processor four times slower. */
export async function run(): Promise<Figure[]> {
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url, { connections: 2 })
  const server = await startServer({ DATABASE_URL: scratch.url, ECHOLOT_URL: `http://127.0.0.1:${PORT}` }, PORT)
  const site = createServer((_request, reply) => {
    reply.setHeader('content-type', 'text/html')
    reply.end(
      `<!doctype html><title>Shop</title><h1>Shop</h1><script src="${server.origin}/w/${KEY}.js" async></script>`,
    )
  })
  await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  try {
    const { workspace_id } = await database.inInstance(tx =>
      tx.insertInto('workspaces').values({ name: 'Nordwind' }).returning('workspace_id').executeTakeFirstOrThrow(),
    )
    const widget = { trigger: 'event' }
    await madeLink(database, workspace_id, { channel: 'widget', key: KEY, origins: [origin], widget })
    const script = await (await fetch(`${server.origin}/w/${KEY}.js`)).text()
    return [
      { name: 'widget with its texts, packed', value: gzipSync(script).length, unit: 'bytes', goal: '≤ 5,000' },
      ...(findBrowser() ? await inBrowser(origin, server.origin) : []),
    ]
  } finally {
    site.close()
    await server.kill('SIGTERM')
    await database.close()
    await scratch.stop()
  }
}

async function inBrowser(site: string, echolot: string): Promise<Figure[]> {
  const browser = await openBrowser()
  const seen = []
  for (let round = 0; round < ROUNDS; round++) seen.push(await timesOf(browser, site, echolot))
  await browser.close()
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
  return [
    {
      name: 'widget, requests until the answer is stored',
      value: median(seen.map(one => one.requests)),
      unit: '',
      goal: '≤ 2',
    },
    {
      name: `widget, seen after its trigger at ${SLOWER}× slower processor`,
      value: median(seen.map(one => one.visible)),
      unit: 'ms',
      goal: '≤ 300',
    },
  ]
}

async function timesOf(browser: Browser, site: string, echolot: string) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  let requests = 0
  page.on('request', request => {
    if (request.url().startsWith(echolot)) requests += 1
  })
  await page.goto(site, { waitUntil: 'networkidle' })
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  // Two frames after the trigger what was drawn is on the screen.
  const visible = await page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const began = performance.now()
        dispatchEvent(new CustomEvent('echolot:ask'))
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)))
      }),
  )
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '9', exact: true }).click()
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('heading', { name: /thank/i }).waitFor()
  await context.close()
  return { visible, requests }
}
