// L6: a thousand sockets that never finish a request, on every kind of public address; honest visitors go on as before.

import { fork } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { migratedDatabase } from '../../scripts/gen/scratch-database.ts'
import { Database } from '../../src/platform/database/index.ts'
import { bundled } from '../harness/bundled.ts'
import { companyWithLinks } from '../harness/company-with-links.ts'
import { invitedPeople } from '../harness/invited-people.ts'
import { startServer } from '../harness/server-process.ts'
import { freePort } from '../harness/started-product.ts'

export const guarantee = 'L6'
export const promise =
  'A thousand sockets that never finish their request are dropped within 15 s, and honest visitors wait no more than twice as long.'
/** How fast honest visitors are served is judged on a quiet machine only. */
export const small = { sockets: 1000, visits: 60, patienceMs: 40_000, slower: Number.POSITIVE_INFINITY }
export const long = { sockets: 1000, visits: 900, patienceMs: 15_000, slower: 2 }

type Sizes = { sockets: number; visits: number; patienceMs: number; slower: number }

/** The sockets are held by processes of their own, as a process may have few files open. */
const PROCESSES = 2
const ROUNDS = 3

export async function run({ sockets, visits, patienceMs, slower }: Sizes) {
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url, { connections: 2 })
  const port = await freePort()
  const server = await startServer({ DATABASE_URL: scratch.url }, port)
  try {
    const { openLink, own } = await companyWithLinks(database)
    const { links } = await invitedPeople(database, own.scope, 1)
    const page = `/r/${links[0]?.token}`
    const { key } = await openLink()
    const paths = [page, `/o/${key}/answers`, `/api/v1/open-links/${key}/answers`, '/u/x', '/p/x', '/c/x']
    const honest = () => honestVisits(`${server.origin}${page}`, visits / ROUNDS)
    await honest()
    const usual = await p99(honest)
    const crowd = await Promise.all(
      Array.from({ length: PROCESSES }, () => holdSockets(port, sockets / PROCESSES, paths)),
    )
    const meanwhile = await p99(honest)
    const dropped = (await Promise.all(crowd.map(one => one.dropped()))).flat()
    const ratio = meanwhile / usual
    const slowest = Math.max(...dropped)
    const failures = sockets - dropped.filter(ms => ms <= patienceMs).length + (ratio > slower ? 1 : 0)
    const detail = `${sockets} sockets, the last dropped after ${(slowest / 1000).toFixed(1)} s; honest visitors, p99: ${usual.toFixed(1)} ms before, ${meanwhile.toFixed(1)} ms meanwhile`
    return { name: 'sockets that never finish', runs: sockets, failures, seed: 0, detail }
  } finally {
    await server.kill('SIGTERM')
    await database.close()
    await scratch.stop()
  }
}

/** Times of honest visits, in ms; one that is refused is an error. */
async function honestVisits(address: string, visits: number): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < visits; i++) {
    const since = performance.now()
    const reply = await fetch(address)
    await reply.arrayBuffer()
    if (reply.status !== 200) throw new Error(`an honest visitor got ${reply.status}`)
    times.push(performance.now() - since)
  }
  return times
}

/** The slow end of several rounds; their middle, so that one hiccup of the machine is none of the server. */
async function p99(visit: () => Promise<number[]>): Promise<number> {
  const ends: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const times = (await visit()).sort((a, b) => a - b)
    ends.push(times[Math.floor(times.length * 0.99)] ?? times.at(-1) ?? 0)
  }
  return ends.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
}

/** Starts a process that holds sockets open; resolves once all of them are. */
async function holdSockets(port: number, sockets: number, paths: string[]) {
  const script = await bundled(new URL('./slow-clients-process.ts', import.meta.url).pathname)
  const client = fork(script, [String(port), String(Math.ceil(sockets)), ...paths], { execArgv: [] })
  const told: unknown[] = []
  client.on('message', message => told.push(message))
  while (told.length < 1) await setTimeout(20)
  return {
    /** Times after which the server dropped them. */
    dropped: async (): Promise<number[]> => {
      while (told.length < 2) await setTimeout(50)
      client.kill('SIGKILL')
      return told[1] as number[]
    },
  }
}
