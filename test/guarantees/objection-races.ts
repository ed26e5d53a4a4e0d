import { setTimeout } from 'node:timers/promises'
import { migratedDatabase } from '../../scripts/gen/scratch-database.ts'
import { sending, stopToken } from '../../src/loop/messages/index.ts'
import { queuedWave, SECRET, toolsFor } from '../../src/loop/messages/sending.fixture.ts'
import { unsubscribePages } from '../../src/loop/messages/unsubscribe-pages.ts'
import { Database } from '../../src/platform/database/index.ts'
import { mailServer } from '../harness/mail-server.ts'

export const guarantee = 'G5'
export const promise = 'From the acknowledgement of an objection on, no message to that address passes the gate.'
export const small = { races: 60 }
export const long = { races: 1000 }

const AT_ONCE = 100
/** Half of the objections come while the server is told the recipient: the gate is the next step. */
const LONGEST_WAIT_MS = 800
const LONGEST_STEP_MS = 40

/** Objections by one click against senders at work on the same people; a message that passed the gate afterwards is a failure. */
export async function run({ races }: { races: number }) {
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url)
  const near = new Map<string, () => void>()
  const server = await mailServer({
    recipient: async address => {
      near.get(address)?.()
      await setTimeout(Math.random() * LONGEST_STEP_MS)
      return null
    },
  })
  const tools = toolsFor(database, server.url)
  const pages = unsubscribePages(tools)
  const { rows } = await database.pool.query<{ workspace_id: string }>(
    `insert into workspaces (name, sender_address, imprint) values ('Nordwind', 'ask@nordwind.example', 'x') returning workspace_id`,
  )
  const scope = { workspaceId: rows[0]?.workspace_id ?? '', actor: 'test' }
  await database.pool.query(
    `insert into sender_domains (workspace_id, domain, override_at, override_note) values ($1, 'nordwind.example', now(), 'a trial')`,
    [scope.workspaceId],
  )
  let failures = 0
  let blocked = 0
  for (let done = 0; done < races; done += AT_ONCE) {
    const count = Math.min(AT_ONCE, races - done)
    const people = Array.from({ length: count }, (_, i) => ({ email: `race${done + i}@example.com` }))
    const { invited } = await queuedWave(database, scope, people)
    const object = async ({ address, addressKey: key }: (typeof invited)[number], i: number) => {
      await (i % 2 === 0 ? atTheGate(near, address) : setTimeout(Math.random() * LONGEST_WAIT_MS))
      const token = stopToken(SECRET, { workspaceId: scope.workspaceId, channel: 'email', addressKey: key })
      const reply = await pages.request(`/u/${token}`, { method: 'POST', body: 'List-Unsubscribe=One-Click' })
      if (reply.status !== 200) throw new Error(`an objection got ${reply.status}`)
      // What has not passed the gate by now must never do so.
      const { rows: waiting } = await database.pool.query<{ message_id: string }>(
        `select message_id from messages where address_key = $1 and state in ('queued', 'claimed')`,
        [key],
      )
      return waiting.map(row => row.message_id)
    }
    const works = [sending(tools, { lanes: 4, batch: 20 }), sending(tools, { lanes: 4, batch: 20 })]
    const send = async (work: (typeof works)[number]) => {
      while (await work.once());
    }
    const [held] = await Promise.all([Promise.all(invited.map(object)), ...works.map(send)])
    for (const work of works) await send(work)
    const waited = new Set(held.flat())
    blocked += waited.size
    failures += server.accepted.filter(mail => waited.has(mail.messageId.split('@')[0] ?? '')).length
  }
  // Where every objection came first, none of them raced.
  if (blocked === races) failures += 1
  await server.stop()
  await database.close()
  await scratch.stop()
  return {
    name: 'objection races',
    runs: races,
    failures,
    seed: 0,
    detail: `${blocked} of ${races} objections came before the gate`,
  }
}

/** Waits until a mail to this address is about to be written. */
const atTheGate = (near: Map<string, () => void>, address: string) =>
  new Promise<void>(resolve => near.set(address, resolve))
