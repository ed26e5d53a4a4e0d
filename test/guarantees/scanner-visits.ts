// G3, S1: programs open everything in a mail, in every order, with and without a browser; nobody has voted. Then the people answer.

import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { migratedDatabase } from '../../scripts/gen/scratch-database.ts'
import { createApp } from '../../src/app.ts'
import { deliverEvents } from '../../src/loop/deliver-events.ts'
import { loop } from '../../src/loop/index.ts'
import { Database } from '../../src/platform/database/index.ts'
import { listen } from '../../src/platform/http/listen.ts'
import { openBrowser } from '../harness/browser.ts'
import { type Invited, invitedPeople } from '../harness/invited-people.ts'
import { testTools } from '../harness/product.ts'

export const guarantee = 'G3'
export const promise = "A program's visit is never a vote: opened links, previews and scanners change nothing"
export const small = { mails: 180, browsers: 3 }
export const long = { mails: 3000, browsers: 12 }

type Options = { mails: number; browsers?: number; seed?: number }
type Link = Invited['links'][number] & { stop: string }
type Visitor = (origin: string, link: Link, i: number) => Promise<unknown>

const SCORES = Array.from({ length: 11 }, (_, score) => score)
const TOGETHER = 60

export async function run({ mails, browsers = 0, seed = 20_261_121 }: Options) {
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url, { connections: 8 })
  const tools = { ...testTools(database).tools, clock: () => new Date() }
  const door = await listen(createApp(tools).fetch, 0, '127.0.0.1')
  const origin = `http://127.0.0.1:${door.port}`
  try {
    const links = await preparedLinks(database, mails, origin)
    const rows = await rowsIn(database)
    await inPortions(links, (link, i) => PROFILES[(i + seed) % PROFILES.length]?.(origin, link, i))
    await visitWithBrowser(origin, links.slice(0, browsers))
    while (await deliverEvents(tools, loop).once());
    const before = (await changesIn(database)) + differences(rows, await rowsIn(database))
    const accepted = await answerAsPeople(origin, links)
    const { tagged, confirmed } = await seenIn(database)
    const opened = links.filter((_, i) => PROFILES[(i + seed) % PROFILES.length] !== openOne).length
    const failures = before + (mails - confirmed) + (mails - accepted) + Math.max(0, opened - tagged)
    const detail = `${before} votes, cases, events or objections by programs; ${confirmed} of ${mails} people counted afterwards; ${tagged} mails marked as scanned`
    return { name: 'votes by scanners, and people not counted after them', runs: mails, failures, seed, detail }
  } finally {
    await door.close(1000)
    await database.close()
    await scratch.stop()
  }
}

async function preparedLinks(database: Database, mails: number, origin: string): Promise<Link[]> {
  const { workspace_id } = await database.inInstance(tx =>
    tx.insertInto('workspaces').values({ name: 'Nordwind' }).returning('workspace_id').executeTakeFirstOrThrow(),
  )
  const { links } = await invitedPeople(database, { workspaceId: workspace_id }, mails)
  await database.pool.query(`update people set email = person_id || '@example.com'`)
  const prepared: Link[] = []
  await inPortions(links, async link => {
    const page = await (await fetch(`${origin}/r/${link.token}/about`)).text()
    prepared.push({ ...link, stop: /href="(\/u\/[^"]+)"/.exec(page)?.[1] ?? '/u/x' })
  })
  return prepared
}

async function inPortions<T>(all: T[], work: (one: T, i: number) => Promise<unknown> | undefined): Promise<void> {
  for (let from = 0; from < all.length; from += TOGETHER) {
    await Promise.all(all.slice(from, from + TOGETHER).map((one, i) => work(one, from + i)))
  }
}

const visit = (url: string, method = 'GET') => fetch(url, { method }).then(reply => reply.arrayBuffer())
const everything = ({ token, stop }: Link) => [
  ...SCORES.map(score => `/r/${token}?score=${score}`),
  `/r/${token}`,
  `/r/${token}/h`,
  `/r/${token}/about`,
  `/r/${token}/comment`,
  `/r/${token}/thanks`,
  `/r/${token}/questions`,
  `/r/${token}/answers`,
  `/r/${token}/erasure`,
  `/r/${token}?rating=4`,
  stop,
]

/** One link and no more may be a person who looks twice: it is an intent, and no sign of a program. */
const openOne: Visitor = (origin, link, i) => visit(`${origin}/r/${link.token}?score=${i % 11}`)

/** Ways in which programs read mails. */
const PROFILES: Visitor[] = [
  async (origin, link) => {
    for (const path of everything(link)) await visit(origin + path)
  },
  async (origin, link) => {
    for (const path of everything(link).reverse()) await visit(origin + path, 'HEAD')
  },
  (origin, link) => Promise.all(everything(link).map(path => visit(origin + path))),
  openOne,
  async (origin, link, i) => {
    await visit(`${origin}/r/${link.token}?score=${i % 11}`, 'HEAD')
    await visit(`${origin}/r/${link.token}?score=${i % 11}`)
  },
  async (origin, link) => {
    const shuffled = everything(link).sort((a, b) => a.length - b.length || b.localeCompare(a))
    for (const path of shuffled) await visit(origin + path)
  },
]

/** Scanners with a real browser run scripts and follow what they find, but press no button: in order, shuffled, all at once. */
async function visitWithBrowser(origin: string, links: Link[]): Promise<void> {
  if (links.length === 0) return
  const browser = await openBrowser()
  for (const [i, link] of links.entries()) {
    const context = await browser.newContext()
    const paths = everything(link)
    if (i % 3 === 1) paths.sort((a, b) => a.length - b.length || b.localeCompare(a))
    const look = async (page: Page, path: string) => {
      await page.goto(origin + path, { waitUntil: 'load' })
      await page.mouse.move(100, 200)
      await page.mouse.wheel(0, 400)
    }
    if (i % 3 === 2) await Promise.all(paths.map(async path => look(await context.newPage(), path)))
    else {
      const page = await context.newPage()
      for (const path of paths) await look(page, path)
    }
    await context.close()
  }
  await browser.close()
}

/** How many rows every table has: messages, events, webhooks and rewards to come are found without knowing their names. */
async function rowsIn(database: Database): Promise<Map<string, number>> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const counted = tables.map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`)
  const { rows } = await database.pool.query<{ name: string; n: number }>(counted.join(' union all '))
  return new Map(rows.map(({ name, n }) => [name, n]))
}

/** Rows that came or went, but for the visits themselves. */
const differences = (before: Map<string, number>, after: Map<string, number>): number =>
  [...after].reduce(
    (sum, [name, n]) => sum + (name === 'invitation_visits' ? 0 : Math.abs(n - (before.get(name) ?? 0))),
    0,
  )

/** What programs changed: answers, cases, objections. */
async function changesIn(database: Database): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    `select (select count(*) from responses) + (select count(*) from cases)
      + (select count(*) from addresses where suppressed_at is not null) + (select count(*) from erasure_requests) as n`,
  )
  return rows[0]?.n ?? 0
}

/** People open the page, read, and press the button, without a script. */
async function answerAsPeople(origin: string, links: Link[]): Promise<number> {
  let accepted = 0
  await inPortions(links, async (link, i) => {
    const page = await (await fetch(`${origin}/r/${link.token}?score=${i % 11}`)).text()
    const nonce = /name="nonce" value="([^"]+)"/.exec(page)?.[1] ?? ''
    await setTimeout(850)
    const body = new URLSearchParams({ nonce, score: String(i % 11), language: 'en', seen: 'no' })
    const reply = await fetch(`${origin}/r/${link.token}`, { method: 'POST', body })
    await reply.arrayBuffer()
    if (reply.ok) accepted += 1
  })
  return accepted
}

async function seenIn(database: Database): Promise<{ tagged: number; confirmed: number }> {
  const { rows } = await database.pool.query<{ tagged: number; confirmed: number }>(
    `select (select count(distinct invitation_id) from invitation_visits where scanner_suspected) as tagged,
      (select count(*) from responses where state = 'confirmed') as confirmed`,
  )
  return rows[0] ?? { tagged: 0, confirmed: 0 }
}
