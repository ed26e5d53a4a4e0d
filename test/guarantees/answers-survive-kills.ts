// G1, C1: the server and its database are killed again and again while people answer; whatever was acknowledged is there afterwards.

import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { issueNonce } from '../../src/loop/responses/answer-nonce.ts'
import { Database } from '../../src/platform/database/index.ts'
import { findEmbedded } from '../../src/platform/embedded/index.ts'
import { tokenHash } from '../../src/platform/secrets/index.ts'
import { type Invited, invitedPeople } from '../harness/invited-people.ts'
import { SECRET, type ServerProcess, startServer } from '../harness/server-process.ts'
import { freePort } from '../harness/started-product.ts'
import { numbersFrom } from './_seeded.ts'

export const guarantee = 'G1'
export const promise = 'An answer that we acknowledged is never lost and never stored twice, whatever is killed'
export const small = { kills: 60, longestLifeMs: 600, longestStartMs: Number.POSITIVE_INFINITY }
/** How soon it serves again is judged on a quiet machine only. */
export const long = { kills: 1000, longestLifeMs: 1500, longestStartMs: 10_000 }

type Options = { kills: number; longestLifeMs: number; longestStartMs: number; seed?: number }
type Sent = { token: string; score: number; acknowledged: boolean }

const CLIENTS = 8
/** More than can be given between two kills, so that no kill meets an idle server. */
const answersPerKill = (longestLifeMs: number) => Math.ceil(longestLifeMs / 3)
/** People take their time: answers go on as long as the kills do, and leave the machine room to start again. */
const LONGEST_PAUSE_MS = 40

export async function run({ kills, longestLifeMs, longestStartMs, seed = 20_261_121 }: Options) {
  const random = numbersFrom(seed)
  const folder = await mkdtemp(join(tmpdir(), 'echolot-kills-'))
  const environment = { ECHOLOT_DATA: folder }
  const port = await freePort()
  let server = await startServer(environment, port)
  try {
    const sent = await prepare(folder, kills * answersPerKill(longestLifeMs), random)
    let slowestMs = 0
    const began = performance.now()
    const client = answerAll(sent, server.origin)
    for (let kill = 0; kill < kills; kill++) {
      await setTimeout(random() * longestLifeMs)
      const killed = performance.now()
      server = kill % 2 === 0 ? await killServer(server, environment, port) : await killDatabase(server, folder)
      slowestMs = Math.max(slowestMs, performance.now() - killed)
    }
    const perKill = (performance.now() - began) / 1000 / kills
    await client.stop()
    if (sent.every(one => one.acknowledged)) throw new Error('All answers were given before the last kill.')
    const { failures, detail } = await judge(folder, sent)
    const back = `serving again after ${(slowestMs / 1000).toFixed(1)} s at most, ${perKill.toFixed(1)} s per kill`
    const late = slowestMs > longestStartMs ? 1 : 0
    return {
      name: 'acknowledged answers lost or doubled',
      runs: kills,
      seed,
      failures: failures + late,
      detail: `${detail}, ${back}`,
    }
  } finally {
    await server.kill('SIGTERM')
    await rm(folder, { recursive: true, force: true })
  }
}

const open = (folder: string) => new Database(findEmbedded(folder) ?? '', { connections: 2 })

async function prepare(folder: string, answers: number, random: () => number): Promise<Sent[]> {
  const database = open(folder)
  const { workspace_id } = await database.inInstance(tx =>
    tx.insertInto('workspaces').values({ name: 'Nordwind' }).returning('workspace_id').executeTakeFirstOrThrow(),
  )
  const invited: Invited = await invitedPeople(database, { workspaceId: workspace_id }, answers)
  await database.close()
  return invited.links.map(({ token }) => ({ token, score: Math.floor(random() * 11), acknowledged: false }))
}

/** Many people answer, one after the other in each line; who gets no answer presses the button again. */
function answerAll(sent: Sent[], origin: string) {
  let next = 0
  let stopped = false
  const line = async () => {
    while (!stopped) {
      const one = sent[next++]
      if (!one) return
      const nonce = issueNonce(SECRET, one.token, new Date(Date.now() - 5000))
      const body = new URLSearchParams({ nonce, score: String(one.score), language: 'en', seen: 'touch' })
      while (!stopped && !one.acknowledged) {
        const reply = await fetch(`${origin}/r/${one.token}`, { method: 'POST', body }).catch(() => null)
        one.acknowledged = reply?.ok ?? false
        if (reply?.ok) await reply.text().catch(() => undefined)
        else await setTimeout(50)
      }
      await setTimeout(Math.random() * LONGEST_PAUSE_MS)
    }
  }
  const lines = Array.from({ length: CLIENTS }, line)
  return {
    stop: async () => {
      stopped = true
      await Promise.all(lines)
    },
  }
}

async function killServer(
  server: ServerProcess,
  environment: Record<string, string>,
  port: number,
): Promise<ServerProcess> {
  await server.kill('SIGKILL')
  return startServer(environment, port)
}

/** The server has to bring its database up again by itself. */
async function killDatabase(server: ServerProcess, folder: string): Promise<ServerProcess> {
  const [pid] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), 'SIGKILL')
  const until = Date.now() + 60_000
  while (Date.now() < until) {
    await setTimeout(30)
    const ready = await fetch(`${server.origin}/readyz`).catch(() => null)
    if (ready?.ok) return server
  }
  throw new Error('The server did not bring its database up again within a minute.')
}

async function judge(folder: string, sent: Sent[]): Promise<{ failures: number; detail: string }> {
  const database = open(folder)
  const { rows } = await database.pool.query<{ token_hash: Buffer; score: number; events: number; revisions: number }>(
    `select i.token_hash, r.score,
      (select count(*) from events e where e.subject_id = r.response_id and e.name = 'response.received') as events,
      (select count(*) from response_revisions v where v.response_id = r.response_id) as revisions
    from responses r join invitations i using (workspace_id, invitation_id)`,
  )
  await database.close()
  const stored = new Map(rows.map(row => [row.token_hash.toString('hex'), row]))
  const acknowledged = sent.filter(one => one.acknowledged)
  const lost = acknowledged.filter(one => stored.get(tokenHash(one.token).toString('hex'))?.score !== one.score).length
  const doubled = rows.filter(row => row.events !== 1 || row.revisions > 0).length + rows.length - stored.size
  return {
    failures: lost + doubled,
    detail: `${acknowledged.length} acknowledged, ${lost} lost, ${doubled} doubled, ${rows.length} stored`,
  }
}
