import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { migratedDatabase } from '../../scripts/gen/scratch-database.ts'
import { decide } from '../../src/loop/messages/decide.ts'
import { trustSender } from '../../src/loop/messages/delivery/delivery.fixture.ts'
import { sending } from '../../src/loop/messages/index.ts'
import { passGate } from '../../src/loop/messages/pass-gate.ts'
import type { ClaimedMessage } from '../../src/loop/messages/queries/claim.ts'
import { queuedWave, SECRET, toolsFor } from '../../src/loop/messages/sending.fixture.ts'
import { objectToMessages } from '../../src/loop/people/index.ts'
import { Database } from '../../src/platform/database/index.ts'
import { addressKey } from '../../src/platform/secrets/index.ts'
import { BUDGETED_PURPOSES, USUAL_RULES } from '../../src/vocabulary/index.ts'
import { mailServer } from '../harness/mail-server.ts'
import { type Action, type House, type Letter, reduce } from './_contact-reducer.ts'

export const guarantee = 'G7'
export const promise =
  'Nobody gets more than the limit from many senders and campaigns at once, and the gate on PostgreSQL decides as the model does.'
export const small = { people: 60, histories: 15, seed: 3 }
export const long = { people: 1000, histories: 300, seed: 3 }

const WORKERS = 20
const CAMPAIGNS = 5
const DAY = 86_400_000

type Scope = { workspaceId: string; actor: string }

async function workspace(database: Database): Promise<Scope> {
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into workspaces (name, sender_address, imprint) values ('Nordwind', 'ask@nordwind.example', 'x') returning workspace_id as id`,
  )
  return { workspaceId: rows[0]?.id ?? '', actor: 'test' }
}

/** Case S10: 20 workers, 5 campaigns, each person in all of them, one contact in 30 days. Returns what was broken. */
async function campaigns(database: Database, people: number): Promise<string[]> {
  const scope = await workspace(database)
  // A domain that proves nothing may not ask a thousand people in a day.
  await trustSender(database, scope)
  const server = await mailServer()
  const everybody = Array.from({ length: people }, (_, i) => ({ email: `s10-${i}@example.com` }))
  for (let campaign = 0; campaign < CAMPAIGNS; campaign++) await queuedWave(database, scope, everybody)
  const works = Array.from({ length: WORKERS }, () => sending(toolsFor(database, server.url), { lanes: 2, batch: 40 }))
  const finish = async (work: (typeof works)[number]) => {
    while (await work.once());
  }
  await Promise.all(works.map(finish))
  for (const work of works) await finish(work)
  await server.stop()
  const heard = new Map<string, number>()
  for (const { to } of server.accepted) heard.set(to, (heard.get(to) ?? 0) + 1)
  const { rows } = await database.pool.query<{ silent: number }>(
    `select count(*)::int as silent from messages m where workspace_id = $1 and state <> 'accepted' and not exists (
       select from message_turns t where t.workspace_id = m.workspace_id and t.message_id = m.message_id and t.reason = 'asked_recently')`,
    [scope.workspaceId],
  )
  const most = Math.max(...heard.values())
  return [
    ...(most > 1 ? [`somebody heard ${most} times`] : []),
    ...(heard.size === people ? [] : [`${heard.size} of ${people} people heard`]),
    ...(rows[0]?.silent ? [`${rows[0].silent} refusals without a reason row`] : []),
  ]
}

/** One history in tables of its own, step by step beside the reducer; returns the first step at which they part. */
async function history(database: Database, actions: Action[]): Promise<string | null> {
  const scope = await workspace(database)
  let clock = Date.parse('2026-03-27T11:00:00Z')
  const tools = toolsFor(database, null, () => new Date(clock))
  const people = await database.inWorkspace(scope, tx => addPeople(tx))
  const ids: string[] = []
  let house = emptyHouse(clock)
  for (const [step, action] of actions.entries()) {
    if (action.do === 'gate') {
      const letter = house.letters.find(one => one.state === 'queued' && one.notBefore <= clock)
      if (!letter) continue
      for (const name of ['claim', 'gate'] as const) house = reduce(house, { do: name, worker: 0 }, decide)
      house = reduce(house, { do: 'dot', worker: 0 }, decide)
      const message = messageOf(scope, letter, ids, people)
      await database.inWorkspace(scope, async tx => {
        await sql`update messages set state = 'claimed', fence = ${message.fence}, lease_until = now() + interval '1 hour'
          where message_id = ${message.messageId}`.execute(tx)
        if (await passGate(tx, message, tools))
          await sql`update messages set state = 'accepted' where message_id = ${message.messageId}`.execute(tx)
      })
      const seen = await database.readWorkspace(scope, reader =>
        reader
          .selectFrom('messages')
          .select(['state', 'reason'])
          .where('message_id', '=', message.messageId)
          .executeTakeFirst(),
      )
      const wanted = house.letters[letter.id]
      if (seen?.state !== wanted?.state || seen?.reason !== wanted?.reason)
        return `step ${step}: ${letter.purpose} is ${seen?.state} ${seen?.reason}, not ${wanted?.state} ${wanted?.reason}`
      continue
    }
    house = reduce(house, action, decide)
    clock = house.clock
    await database.inWorkspace(scope, tx => apply(tx, action, { people, letter: house.letters.at(-1), ids, clock }))
  }
  return null
}

type People = { id: string; keys: Record<'email' | 'sms', Buffer> }[]
type Tx = Parameters<Parameters<Database['inWorkspace']>[1]>[0]

const addressOf = (person: number, channel: 'email' | 'sms') =>
  channel === 'sms' ? `+4917000${person}` : `model${person}@example.com`

async function addPeople(tx: Tx): Promise<People> {
  const people: People = []
  for (const n of [0, 1, 2]) {
    const [email, sms] = [addressOf(n, 'email'), addressOf(n, 'sms')]
    const id = randomUUID()
    const zone = 'Europe/Berlin'
    await tx.insertInto('people').values({ person_id: id, email, phone: sms, time_zone: zone }).execute()
    for (const channel of ['email', 'sms']) {
      await tx.insertInto('permissions').values({ person_id: id, channel, basis: 'consent' }).execute()
    }
    people.push({ id, keys: { email: addressKey(SECRET, 'email', email), sms: addressKey(SECRET, 'sms', sms) } })
  }
  return people
}

async function apply(
  tx: Tx,
  action: Action,
  { people, letter, ids, clock }: { people: People; letter: Letter | undefined; ids: string[]; clock: number },
): Promise<void> {
  const person = 'person' in action ? people[action.person] : undefined
  if (action.do === 'object' && person) {
    await objectToMessages(tx, { channel: action.channel, addressKey: person.keys[action.channel] })
  }
  if (action.do === 'pause' && person) {
    for (const channel of ['email', 'sms'] as const) {
      await sql`insert into addresses (channel, address_key, paused_until)
        values (${channel}, ${person.keys[channel]}, ${new Date(clock + action.days * DAY)})
        on conflict (workspace_id, channel, address_key) do update set paused_until = excluded.paused_until`.execute(tx)
    }
  }
  if (action.do !== 'plan' || !letter || !person) return
  const { purpose, channel } = action
  const row = { purpose, channel, address: addressOf(action.person, channel), address_key: person.keys[channel] }
  const times = { not_before: new Date(letter.notBefore), expires_at: new Date(letter.expiresAt) }
  const saved = { ...row, ...times, person_id: person.id }
  ids.push((await tx.insertInto('messages').values(saved).returning('message_id').executeTakeFirstOrThrow()).message_id)
}

function messageOf({ workspaceId }: Scope, letter: Letter, ids: string[], people: People): ClaimedMessage {
  const person = people[letter.person]
  const { purpose, channel } = letter
  const known = { workspaceId, messageId: ids[letter.id] ?? '', fence: letter.id + 1, purpose, channel }
  return { ...known, addressKey: person?.keys[channel], personId: person?.id } as ClaimedMessage
}

const emptyHouse = (clock: number): House => ({
  ...{ clock, ticks: 0, limit: 1, days: 30, zone: 'Europe/Berlin', rules: USUAL_RULES },
  ...{ fences: 0, letters: [], objected: new Set(), pausedUntil: new Map(), hands: new Map() },
})

const person = fc.nat(2)
const channel = fc.constantFrom('email' as const, 'sms' as const)
const plan = fc.record({
  ...{ do: fc.constant('plan' as const), person, channel },
  purpose: fc.constantFrom('case_reply' as const, ...BUDGETED_PURPOSES),
  afterHours: fc.constantFrom(0, 0, 0, 30, 200),
})
const step: fc.Arbitrary<Action> = fc.oneof(
  { weight: 8, arbitrary: plan },
  { weight: 10, arbitrary: fc.constant({ do: 'gate' as const, worker: 0 }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(30, 600, 1440, 21_600, 43_201) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('object' as const), person, channel }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pause' as const), person, days: fc.constantFrom(1, 180) }) },
)

/** Both on a database of their own. */
export async function run({ people, histories, seed }: { people: number; histories: number; seed: number }) {
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url, { connections: 24 })
  const broken = await campaigns(database, people)
  let steps = 0
  const sample = fc.sample(fc.array(step, { minLength: 12, maxLength: 30 }), { numRuns: histories, seed })
  for (const actions of sample) {
    steps += actions.length
    const parted = await history(database, actions)
    if (parted) broken.push(`${parted} in ${JSON.stringify(actions)}`.slice(0, 900))
  }
  await database.close()
  await scratch.stop()
  return {
    name: 'contact budget on PostgreSQL',
    runs: people * CAMPAIGNS + histories,
    failures: broken.length,
    seed,
    detail: `${WORKERS} senders, ${CAMPAIGNS} campaigns, ${people} people; ${histories} histories of ${steps} steps as in the model${broken.length > 0 ? `; ${broken[0]}` : ''}`,
  }
}
