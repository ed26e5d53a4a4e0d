import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { issueNonce } from '../../src/loop/responses/answer-nonce.ts'
import { Database } from '../../src/platform/database/index.ts'
import { type Invited, invitedPeople } from '../../test/harness/invited-people.ts'
import { SECRET, startServer } from '../../test/harness/server-process.ts'
import { migratedDatabase } from '../gen/scratch-database.ts'
import { formRequest, openConnection } from './_raw-client.ts'

type Figure = { name: string; value: number; unit: string; goal: string }

const CONNECTIONS = 32
const ROUNDS = 3
const PER_ROUND = Number(process.env.BENCH_ANSWERS ?? 8000)
const PER_SECOND = 500
const SECONDS = Number(process.env.BENCH_ANSWERS_SECONDS ?? 15)
const PORT = 47_471

/** Answers acknowledged per second against raw INSERTs of the same row, and the latency at a fixed rate. */
export async function run(): Promise<Figure[]> {
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url, { connections: 4 })
  try {
    const scope = await freshScope(database)
    const invited = await invitedPeople(database, scope, PER_ROUND * (2 * ROUNDS + 1) + PER_SECOND * SECONDS)
    const server = await startServer({ DATABASE_URL: scratch.url }, PORT)
    try {
      return await measure(scratch.url, scope.workspaceId, invited, server.pid)
    } finally {
      await server.kill('SIGTERM')
    }
  } finally {
    await database.close()
    await scratch.stop()
  }
}

async function freshScope(database: Database): Promise<{ workspaceId: string }> {
  return database.inInstance(async tx => {
    const row = await tx
      .insertInto('workspaces')
      .values({ name: 'Nordwind' })
      .returning('workspace_id')
      .executeTakeFirstOrThrow()
    return { workspaceId: row.workspace_id }
  })
}

async function measure(url: string, workspaceId: string, invited: Invited, pid: number): Promise<Figure[]> {
  const links = [...invited.links]
  const take = (count: number) => links.splice(0, count)
  await answersPerSecond(take(PER_ROUND))
  const answers: number[] = []
  let used = 0
  const inserts: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    inserts.push(await insertsPerSecond(url, workspaceId, invited, take(PER_ROUND)))
    const before = processorSeconds(pid)
    answers.push(await answersPerSecond(take(PER_ROUND)))
    used += processorSeconds(pid) - before
  }
  const latency = await latencyAtFixedRate(take(PER_SECOND * SECONDS))
  const ratios = answers.map((rate, round) => rate / (inserts[round] ?? Number.NaN))
  return [
    {
      name: `answers acknowledged, ${CONNECTIONS} connections`,
      value: median(answers),
      unit: 'per s',
      goal: '≥ 2,000',
    },
    {
      name: `raw INSERTs of the same row, ${CONNECTIONS} connections`,
      value: median(inserts),
      unit: 'per s',
      goal: '–',
    },
    { name: 'answers against raw INSERTs', value: median(ratios), unit: 'ratio', goal: '≥ 0.4' },
    {
      name: 'processor time of the server per answer',
      value: (used * 1000) / (ROUNDS * PER_ROUND),
      unit: 'ms',
      goal: '–',
    },
    { name: `answer at ${PER_SECOND}/s, p50`, value: quantile(latency, 0.5), unit: 'ms', goal: '–' },
    { name: `answer at ${PER_SECOND}/s, p99`, value: quantile(latency, 0.99), unit: 'ms', goal: '≤ 250' },
    { name: `answer at ${PER_SECOND}/s, p99.9`, value: quantile(latency, 0.999), unit: 'ms', goal: '≤ 500' },
  ]
}

/** What a process has used of the processors so far; 0 where the system does not say. */
function processorSeconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}

const median = (values: number[]) => quantile(values, 0.5)
const quantile = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

const requestsFor = (links: Invited['links']) =>
  links.map(({ token }, i) => {
    const nonce = issueNonce(SECRET, token, new Date(Date.now() - 5000))
    return formRequest(`/r/${token}`, `nonce=${nonce}&score=${i % 11}&language=de&seen=touch`)
  })

async function answersPerSecond(links: Invited['links']): Promise<number> {
  const requests = requestsFor(links)
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(PORT)))
  const began = performance.now()
  let next = 0
  await Promise.all(
    connections.map(async connection => {
      for (let request = requests[next++]; request; request = requests[next++]) {
        const status = await connection.send(request)
        if (status !== 200) throw new Error(`an answer got ${status}`)
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  for (const connection of connections) connection.close()
  return requests.length / seconds
}

const INSERT = `insert into responses (workspace_id, survey_id, survey_version, wave_id, person_id, invitation_id, channel, score,
  language, attributes, source, source_key, answer_key) values ($1, $2, 1, $3, $4, $5, 'email', $6, 'de', '{}', 'link', $7, $8)`

async function insertsPerSecond(url: string, workspaceId: string, invited: Invited, links: Invited['links']) {
  const clients = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      return client
    }),
  )
  const began = performance.now()
  let next = 0
  await Promise.all(
    clients.map(async client => {
      for (let link = links[next++]; link; link = links[next++]) {
        const key = `${randomBytes(12).toString('base64url')}.9`
        const { personId, invitationId } = link
        await client.query(INSERT, [
          workspaceId,
          invited.surveyId,
          invited.waveId,
          personId,
          invitationId,
          9,
          invitationId,
          key,
        ])
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  await Promise.all(clients.map(client => client.end()))
  return links.length / seconds
}

/** Each request has its moment; the wait counts from that moment on, also when every connection is busy. */
async function latencyAtFixedRate(links: Invited['links']): Promise<number[]> {
  const requests = requestsFor(links)
  const free = await Promise.all(Array.from({ length: 200 }, () => openConnection(PORT)))
  const all = [...free]
  const waits: number[] = []
  const sending: Promise<void>[] = []
  const began = performance.now()
  for (let i = 0; i < requests.length; ) {
    const due = Math.floor(((performance.now() - began) / 1000) * PER_SECOND)
    for (; i < Math.min(due, requests.length); i++) {
      const [request, connection] = [requests[i], free.pop()]
      if (!request || !connection) break
      const planned = began + (i / PER_SECOND) * 1000
      sending.push(
        connection.send(request).then(status => {
          if (status !== 200) throw new Error(`an answer got ${status}`)
          waits.push(performance.now() - planned)
          free.push(connection)
        }),
      )
    }
    await new Promise(resolve => setTimeout(resolve, 1))
  }
  await Promise.all(sending)
  for (const connection of all) connection.close()
  return waits
}
