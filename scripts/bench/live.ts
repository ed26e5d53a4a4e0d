import { issueNonce } from '../../src/loop/responses/answer-nonce.ts'
import { Database } from '../../src/platform/database/index.ts'
import { company, cookieOf } from '../../test/contract/two-companies.ts'
import { invitedPeople } from '../../test/harness/invited-people.ts'
import { SECRET, type ServerProcess, startServer } from '../../test/harness/server-process.ts'
import { migratedDatabase } from '../gen/scratch-database.ts'

type Figure = { name: string; value: number; unit: string; goal: string }

const PORT = 47_478
const ANSWERS = 100
const PER_SECOND = 5

/** How long after a customer pressed the button an open dashboard hears of the answer, and the API has it. */
export async function run(): Promise<Figure[]> {
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url, { connections: 2 })
  const server = await startServer({ DATABASE_URL: scratch.url }, PORT)
  try {
    const own = await company(database, 'Nordwind')
    const { links } = await invitedPeople(database, own.scope, ANSWERS)
    const cookie = await cookieOf(database, own, 'viewer')
    const news = await watch(server, cookie)
    const waits: { told: number; listed: number }[] = []
    for (const { token } of links) {
      waits.push(await answer(server, { token, cookie, news }))
      await new Promise(resolve => setTimeout(resolve, 1000 / PER_SECOND))
    }
    return [
      {
        name: 'answer to the open dashboard, p95',
        value: p95(waits.map(one => one.told)),
        unit: 'ms',
        goal: '≤ 1,000',
      },
      { name: 'answer to the API, p95', value: p95(waits.map(one => one.listed)), unit: 'ms', goal: '≤ 1,000' },
    ]
  } finally {
    await server.kill('SIGTERM')
    await database.close()
    await scratch.stop()
  }
}

/** The stream that every open page of the team holds; `next` waits for an answer to be told. */
async function watch({ origin }: ServerProcess, cookie: string): Promise<{ next: () => Promise<void> }> {
  const reply = await fetch(`${origin}/api/v1/news?seconds=60`, { headers: { cookie } })
  if (!reply.ok || !reply.body) throw new Error(`the news got ${reply.status}: ${await reply.text()}`)
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader()
  await reader.read()
  return {
    next: async () => {
      for (let said = ''; !said.includes('"response.received"'); ) said += (await reader.read()).value ?? ''
    },
  }
}

/** One answer by the page's form; both waits count from the moment it was sent. */
async function answer(
  { origin }: ServerProcess,
  { token, cookie, news }: { token: string; cookie: string; news: { next: () => Promise<void> } },
) {
  const nonce = issueNonce(SECRET, token, new Date(Date.now() - 5000))
  const body = new URLSearchParams({ nonce, score: '9', language: 'en', seen: 'touch' })
  const before = await countAnswers(origin, cookie)
  const began = performance.now()
  const since = () => performance.now() - began
  const told = news.next().then(since)
  const reply = await fetch(`${origin}/r/${token}`, { method: 'POST', body })
  if (!reply.ok) throw new Error(`an answer got ${reply.status}`)
  while ((await countAnswers(origin, cookie)) === before);
  const listed = since()
  return { told: await told, listed }
}

async function countAnswers(origin: string, cookie: string): Promise<number> {
  const reply = await fetch(`${origin}/api/v1/answers?limit=100`, { headers: { cookie } })
  if (!reply.ok) throw new Error(`the answers got ${reply.status}`)
  return ((await reply.json()) as { items: unknown[] }).items.length
}

const p95 = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN
