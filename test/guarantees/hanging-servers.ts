// G4, M3: mail servers that fall silent, break off or lose their reply at any point; whatever they took is never sent again.

import { migratedDatabase } from '../../scripts/gen/scratch-database.ts'
import { sending } from '../../src/loop/messages/index.ts'
import { NOON, queuedWave, toolsFor } from '../../src/loop/messages/sending.fixture.ts'
import { Database } from '../../src/platform/database/index.ts'
import { type Point, type Script, scriptedServer } from '../../src/platform/mail/scripted-server.fixture.ts'
import { numbersFrom } from './_seeded.ts'
import { counts, settled } from './sender-kills.ts'

export const guarantee = 'G4'
export const promise =
  'A mail server that hangs, breaks off or loses its reply at any point gets no mail twice: before the last dot it is tried again, after it it is unknown.'
export const small = { mails: 40 }
export const long = { mails: 1000 }

const SILENCE_MS = 400
const SENDERS = 4
const LANES = 6
const MINUTE = 60_000
const BEFORE: Point[] = ['banner', 'EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA']
const BREAKS = ['silence', 'hang up', 'reset'] as const
/** After the dot the server has the mail or not, and says so late, never, or breaks off. */
const AFTER: Script[] = [
  ...BREAKS.flatMap(dot => [{ dot }, { dot, taken: true }]),
  { dot: 'late', taken: true },
  { dot: '451 4.3.0 later' },
]

type Taken = { messageId: string }
type Row = { id: string; state: string }

/** One half of the conversations go well; of the others a third breaks before the dot, the rest after it. */
function troubles(seed: number): () => Script {
  const random = numbersFrom(seed)
  const oneOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  return () => {
    const luck = random()
    if (luck < 0.5) return {}
    const point = oneOf(BEFORE)
    return (luck < 0.67 && point ? { [point]: oneOf(BREAKS) } : oneOf(AFTER)) ?? {}
  }
}

export async function run({ mails, seed = 20_261_122 }: { mails: number; seed?: number }) {
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url, { connections: 12 })
  const server = await scriptedServer(troubles(seed))
  try {
    const scope = await trustedCompany(database)
    await queuedWave(
      database,
      scope,
      Array.from({ length: mails }, (_, i) => ({ email: `hang${i}@hang${i}.example` })),
    )
    await sendUntilSettled(database, server.url)
    const taken = server.accepted.map(raw => ({ messageId: /^Message-ID: <([^@>]+)/im.exec(raw)?.[1] ?? '' }))
    return { name: 'mails to servers that hang', runs: mails, seed, ...(await judge(database, taken)) }
  } finally {
    await server.stop()
    await database.close()
    await scratch.stop()
  }
}

async function trustedCompany(database: Database) {
  const { rows } = await database.pool.query<{ id: string }>(
    `with made as (insert into workspaces (name, sender_address, imprint) values ('Nordwind', 'ask@nordwind.example', 'x') returning workspace_id),
       trusted as (insert into sender_domains (workspace_id, domain, override_at, override_note)
         select workspace_id, 'nordwind.example', now(), 'a trial' from made)
     select workspace_id as id from made`,
  )
  return { workspaceId: rows[0]?.id ?? '', actor: 'test' }
}

/** Several senders at once; a new one each time, as one that met a dead server would rest. The clock goes on to the next tries. */
async function sendUntilSettled(database: Database, smtpUrl: string): Promise<void> {
  const clock = { now: NOON }
  const pace = { lanes: LANES, batch: 4 * LANES, sweepMs: 0, silenceMs: SILENCE_MS, leaseSeconds: 20 }
  const send = () =>
    sending(
      toolsFor(database, smtpUrl, () => clock.now),
      pace,
    ).once()
  while (!settled(await counts(database))) {
    await Promise.all(Array.from({ length: SENDERS }, send))
    const { queued = 0, claimed = 0 } = await counts(database)
    if (queued + claimed === 0) clock.now = new Date(clock.now.getTime() + 15 * MINUTE)
  }
  // Replies that come late change what is unknown, and nothing else.
  await new Promise(resolve => setTimeout(resolve, 4 * SILENCE_MS))
  await send()
}

/** Twice is a failure; so is a mail that the server has and we call unsent, and the other way round. */
async function judge(database: Database, taken: Taken[]): Promise<{ failures: number; detail: string }> {
  const times = new Map<string, number>()
  for (const { messageId } of taken) times.set(messageId, (times.get(messageId) ?? 0) + 1)
  const { rows } = await database.pool.query<Row>('select message_id as id, state from messages')
  const twice = [...times.values()].filter(n => n > 1).length
  const untrue = rows.filter(({ id, state }) => {
    const there = times.has(id)
    return state === 'accepted' ? !there : state !== 'unknown' && there
  }).length
  const inState = (name: string) => rows.filter(({ state }) => state === name).length
  const open = rows.length - inState('accepted') - inState('unknown') - inState('expired')
  return {
    failures: twice + untrue + open,
    detail: `${inState('accepted')} accepted, ${inState('unknown')} unknown, ${inState('expired')} too late; ${twice} twice, ${untrue} recorded wrongly`,
  }
}
