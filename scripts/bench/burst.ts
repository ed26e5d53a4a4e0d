import { readFileSync } from 'node:fs'
import pg from 'pg'
import { issueNonce } from '../../src/loop/responses/answer-nonce.ts'
import { Database } from '../../src/platform/database/index.ts'
import { type Invited, invitedPeople } from '../../test/harness/invited-people.ts'
import { SECRET, startServer } from '../../test/harness/server-process.ts'
import { migratedDatabase } from '../gen/scratch-database.ts'
import { type Connection, formRequest, openConnection } from './_raw-client.ts'

type Figure = { name: string; value: number; unit: string; goal: string }
type Links = Invited['links']

const PORT = 47_476
const CONNECTIONS = 500
const TIMES = 3
const SECONDS = Number(process.env.BENCH_BURST_SECONDS ?? 30)
const RECOVERY_S = 10
const CALM_PER_SECOND = 300
const CALM_S = 5
const MEASURED = 6000
const MOST_PER_SECOND = 2500

/** Three times the measured capacity for half a minute (case L2): taken or told to come back, and calm again soon after. */
export async function run(): Promise<Figure[]> {
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url, { connections: 4 })
  try {
    const { workspace_id } = await database.inInstance(tx =>
      tx.insertInto('workspaces').values({ name: 'Nordwind' }).returning('workspace_id').executeTakeFirstOrThrow(),
    )
    const count = MEASURED + TIMES * MOST_PER_SECOND * SECONDS + CALM_PER_SECOND * CALM_S
    const { links } = await invitedPeople(database, { workspaceId: workspace_id }, count)
    const server = await startServer({ DATABASE_URL: scratch.url }, PORT)
    try {
      return await measure(scratch.url, links, server.pid)
    } finally {
      await server.kill('SIGTERM')
    }
  } finally {
    await database.close()
    await scratch.stop()
  }
}

async function measure(url: string, links: Links, pid: number): Promise<Figure[]> {
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(PORT)))
  const take = (count: number) => requestsFor(links.splice(0, count))
  const capacity = Math.min(MOST_PER_SECOND, await answersPerSecond(connections, take(MEASURED)))
  const memory = watchMemory(pid)
  const burst = await atRate(connections, take(Math.floor(TIMES * capacity * SECONDS)), TIMES * capacity)
  const megabytes = memory()
  await new Promise(resolve => setTimeout(resolve, RECOVERY_S * 1000))
  const calm = await atRate(connections, take(CALM_PER_SECOND * CALM_S), CALM_PER_SECOND)
  for (const connection of connections) connection.close()
  const acknowledged = MEASURED + burst.taken + calm.taken
  return [
    { name: 'measured capacity, 500 connections', value: capacity, unit: 'per s', goal: '–' },
    { name: `answers taken in a burst of ${TIMES} × that`, value: burst.taken, unit: '', goal: '–' },
    { name: 'told to come back (503 with Retry-After)', value: burst.putOff, unit: '', goal: '–' },
    { name: 'any other reply, or none', value: burst.other, unit: '', goal: '0' },
    { name: 'acknowledged but not stored', value: acknowledged - (await stored(url)), unit: '', goal: '0' },
    { name: 'memory of the server at most', value: megabytes, unit: 'MB', goal: '≤ 600' },
    {
      name: `answer ${RECOVERY_S} s after the burst, p99`,
      value: quantile(calm.waits, 0.99),
      unit: 'ms',
      goal: '≤ 250',
    },
  ]
}

const requestsFor = (links: Links): Buffer[] =>
  links.map(({ token }, i) => {
    const nonce = issueNonce(SECRET, token, new Date(Date.now() - 5000))
    return formRequest(`/r/${token}`, `nonce=${nonce}&score=${i % 11}&language=de&seen=touch`)
  })

async function answersPerSecond(connections: Connection[], requests: Buffer[]): Promise<number> {
  const began = performance.now()
  let next = 0
  await Promise.all(
    connections.map(async connection => {
      for (let request = requests[next++]; request; request = requests[next++]) await connection.send(request)
    }),
  )
  return (requests.length / (performance.now() - began)) * 1000
}

/** Each request has its moment; where every connection is busy the person waits in front of the door, as with a real browser. */
async function atRate(connections: Connection[], requests: Buffer[], perSecond: number) {
  const free = [...connections]
  const seen = { taken: 0, putOff: 0, other: 0, waits: [] as number[] }
  const sending: Promise<void>[] = []
  const began = performance.now()
  const send = async (connection: Connection, request: Buffer) => {
    const sentAt = performance.now()
    const { status, head } = await connection.ask(request).catch(() => ({ status: 0, head: '' }))
    seen.waits.push(performance.now() - sentAt)
    if (status === 200) seen.taken += 1
    else if (status === 503 && /^retry-after: \d/im.test(head)) seen.putOff += 1
    else seen.other += 1
    free.push(connection)
  }
  const last = began + (requests.length / perSecond) * 1000
  for (let i = 0; i < requests.length && performance.now() < last + 1000; ) {
    const due = Math.floor(((performance.now() - began) / 1000) * perSecond)
    for (; i < Math.min(due, requests.length); i++) {
      const [request, connection] = [requests[i], free.pop()]
      if (!request || !connection) break
      sending.push(send(connection, request))
    }
    await new Promise(resolve => setTimeout(resolve, 1))
  }
  await Promise.all(sending)
  return seen
}

/** The most memory that a process took; 0 where the system does not say. */
function watchMemory(pid: number): () => number {
  let most = 0
  const timer = setInterval(() => {
    try {
      const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      most = Math.max(most, Number(kilobytes ?? 0) / 1024)
    } catch {
      clearInterval(timer)
    }
  }, 200)
  return () => {
    clearInterval(timer)
    return most
  }
}

async function stored(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select count(*)::int as answers from responses')
  await client.end()
  return rows[0].answers
}

const quantile = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN
