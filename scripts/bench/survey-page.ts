import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { Database } from '../../src/platform/database/index.ts'
import { openBrowser } from '../../test/harness/browser.ts'
import { invitedPeople } from '../../test/harness/invited-people.ts'
import { startServer } from '../../test/harness/server-process.ts'
import { findBrowser } from '../browser.mjs'
import { migratedDatabase } from '../gen/scratch-database.ts'

type Figure = { name: string; value: number; unit: string; goal: string }

const PORT = 47_473
const ROUNDS = 15
const SLOWER = 4
/** Slow 4G as Lighthouse has it: 150 ms there and back, 1.6 Mbit/s down, 0.75 up. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 93_750 }

/** What a customer's phone has to load, and how long until the button can be pressed on a processor four times slower. */
export async function run(): Promise<Figure[]> {
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url, { connections: 2 })
  const server = await startServer({ DATABASE_URL: scratch.url }, PORT)
  try {
    const { workspace_id } = await database.inInstance(tx =>
      tx.insertInto('workspaces').values({ name: 'Nordwind' }).returning('workspace_id').executeTakeFirstOrThrow(),
    )
    const { links } = await invitedPeople(database, { workspaceId: workspace_id }, ROUNDS, { language: 'de' })
    const addresses = links.map(({ token }) => `${server.origin}/r/${token}?score=9`)
    const page = await (await fetch(addresses[0] ?? '')).text()
    return [
      { name: 'survey page, packed', value: gzipSync(page).length, unit: 'bytes', goal: '≤ 14,336' },
      { name: 'survey page, plain', value: Buffer.byteLength(page), unit: 'bytes', goal: '–' },
      ...(findBrowser() ? await inBrowser(addresses) : []),
    ]
  } finally {
    await server.kill('SIGTERM')
    await database.close()
    await scratch.stop()
  }
}

async function inBrowser(addresses: string[]): Promise<Figure[]> {
  const browser = await openBrowser()
  const seen = []
  for (const address of addresses) seen.push(await timesOf(browser, address))
  await browser.close()
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
  return [
    { name: 'survey page, requests', value: median(seen.map(one => one.requests)), unit: '', goal: '1' },
    {
      name: `survey page, usable at ${SLOWER}× slower processor and slow 4G`,
      value: median(seen.map(one => one.usable)),
      unit: 'ms',
      goal: '≤ 400',
    },
    {
      name: `survey page, painted at ${SLOWER}× slower processor and slow 4G`,
      value: median(seen.map(one => one.painted)),
      unit: 'ms',
      goal: '–',
    },
  ]
}

async function timesOf(browser: Browser, address: string) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', SLOW_4G)
  let requests = 0
  page.on('request', () => {
    requests += 1
  })
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  const times = await page.evaluate(() => ({
    usable: (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).domInteractive,
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  }))
  await context.close()
  return { ...times, requests }
}
