// S5: tokens are guessed and twisted by the million, and the time of a wrong one says nothing about how wrong it was.

import { randomBytes } from 'node:crypto'
import { migratedDatabase } from '../../scripts/gen/scratch-database.ts'
import { createApp } from '../../src/app.ts'
import { respondToken, stopToken } from '../../src/loop/messages/index.ts'
import { findAsked } from '../../src/loop/responses/queries/invitations.ts'
import { Database } from '../../src/platform/database/index.ts'
import { openToken, randomToken, tokenHash } from '../../src/platform/secrets/index.ts'
import { invitedPeople } from '../harness/invited-people.ts'
import { testTools } from '../harness/product.ts'
import { welch } from './_welch.ts'

export const guarantee = 'S5'
export const promise =
  'A link cannot be guessed: 128 bits, no hit among random and twisted tokens, and the time of a miss tells neither how near it was nor whom it belonged to.'
export const small = { guesses: 20_000, timings: 300 }
export const long = { guesses: 10_000_000, timings: 10_000 }

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const PEOPLE = 500
const AT_ONCE = 5000
/** Beyond this two samples of times are told apart (as in dudect). */
const TELLING = 4.5
const BITS = 128

type Setting = { database: Database; secret: string; workspaceId: string; links: string[]; erased: string[] }

export async function run({ guesses, timings }: { guesses: number; timings: number }) {
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url, { connections: 4 })
  try {
    const { tools } = testTools(database)
    const setting = { database, secret: tools.settings.secret, ...(await company(database)) }
    const hits = (await guessLinks(setting, guesses / 2)) + guessSealed(setting, guesses / 2)
    const uneven = unevenBits()
    const fetch = createApp({ ...tools, clock: () => new Date() }).fetch
    const ts = await timeMisses(path => fetch(new Request(`http://localhost:4747${path}`)), setting, timings)
    const told = Object.values(ts).filter(t => Math.abs(t) >= TELLING).length
    const seen = Object.entries(ts).map(([pair, t]) => `${pair} t = ${t.toFixed(1)}`)
    const detail = `${hits} hits; ${uneven} of ${BITS} bits uneven; ${timings} times each: ${seen.join(', ')}`
    return { name: 'tokens guessed', runs: guesses, failures: hits + uneven + told, seed: 0, detail }
  } finally {
    await database.close()
    await scratch.stop()
  }
}

/** People with links, and as many whose people were erased since. */
async function company(database: Database) {
  const { workspace_id: workspaceId } = await database.inInstance(tx =>
    tx.insertInto('workspaces').values({ name: 'Nordwind' }).returning('workspace_id').executeTakeFirstOrThrow(),
  )
  const { links } = await invitedPeople(database, { workspaceId }, PEOPLE)
  const gone = await invitedPeople(database, { workspaceId }, PEOPLE)
  await database.pool.query('delete from people where person_id = any($1::uuid[])', [
    gone.links.map(link => link.personId),
  ])
  return { workspaceId, links: links.map(({ token }) => token), erased: gone.links.map(({ token }) => token) }
}

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T

/** A good token with one sign changed, cut, doubled, turned round or in other letters; now and then a random one. */
function twisted(token: string): string {
  const at = Math.floor(Math.random() * token.length)
  const ways = [
    () => token.slice(0, at) + pick([...SIGNS]) + token.slice(at + 1),
    () => token.slice(0, -1) + pick([...SIGNS]),
    () => pick([...SIGNS]) + token.slice(1),
    () => token.slice(0, at) + token.slice(at + 1) + pick([...SIGNS]),
    () => [...token].reverse().join(''),
    () => token.toLowerCase(),
    () =>
      randomBytes(Math.ceil((token.length * 3) / 4))
        .toString('base64url')
        .slice(0, token.length),
  ]
  const guess = pick(ways)()
  return guess === token ? twisted(token) : guess
}

/** Looks guesses up as the pages do, many in one query. */
async function guessLinks({ database, links }: Setting, guesses: number): Promise<number> {
  const real = new Set(links)
  let hits = 0
  for (let done = 0; done < guesses; done += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, guesses - done) }, () => twisted(pick(links)))
    hits += (await findAsked(database, some.filter(guess => !real.has(guess)).map(tokenHash))).size
  }
  // The look-up itself has to work, or no miss would mean anything.
  const found = await findAsked(database, links.map(tokenHash))
  return hits + (links.length - found.size)
}

/** The same for tokens that prove themselves, also with the proof of another purpose. */
function guessSealed({ secret, workspaceId }: Setting, guesses: number): number {
  const good = stopToken(secret, { workspaceId, channel: 'email', addressKey: Buffer.alloc(32, 7) })
  let hits = openToken(secret, 'preferences', good) ? 1 : 0
  for (let done = 0; done < guesses; done++) if (openToken(secret, 'unsubscribe', twisted(good))) hits += 1
  return hits + (openToken(secret, 'unsubscribe', good) ? 0 : 1)
}

const SAMPLE = 20_000

/** Bits of made tokens that are not set in about half of them; six standard errors are allowed. */
function unevenBits(): number {
  let uneven = 0
  for (const make of [randomToken, () => respondToken('x'.repeat(32), crypto.randomUUID())]) {
    const set = new Uint32Array(BITS)
    for (let i = 0; i < SAMPLE; i++) {
      const bytes = Buffer.from(make(), 'base64url')
      if (bytes.length * 8 !== BITS) return BITS
      for (let bit = 0; bit < BITS; bit++) set[bit] = (set[bit] ?? 0) + (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1)
    }
    uneven += set.filter(n => Math.abs(n - SAMPLE / 2) > 6 * Math.sqrt(SAMPLE / 4)).length
  }
  return uneven
}

type Get = (path: string) => Response | Promise<Response>

/** Times of two kinds of misses, in random order, so that whatever else the machine does meets both alike. */
async function timeMisses(get: Get, setting: Setting, timings: number): Promise<Record<string, number>> {
  const { secret, workspaceId, links, erased } = setting
  const stop = stopToken(secret, { workspaceId, channel: 'email', addressKey: Buffer.alloc(32, 7) })
  const nearly = (token: string) => token.slice(0, -2) + (token.endsWith('AA') ? 'BA' : 'AA')
  const macAt = Math.ceil(((Buffer.from(stop, 'base64url').length - 16) * 8) / 6) + 1
  const firstOfMac = () => stop.slice(0, macAt) + (stop[macAt] === 'A' ? 'B' : 'A') + stop.slice(macAt + 1)
  const pairs: Record<string, [() => string, () => string]> = {
    'unknown or erased': [() => `/r/${randomToken()}`, () => `/r/${pick(erased)}`],
    'far or near': [() => `/r/${randomToken()}`, () => `/r/${nearly(pick(links))}`],
    'proof wrong at its first or last sign': [() => `/u/${firstOfMac()}`, () => `/u/${nearly(stop)}`],
  }
  const ts: Record<string, number> = {}
  for (const [name, pair] of Object.entries(pairs)) ts[name] = await compare(get, pair, timings)
  return ts
}

const WARM_UP = 50

async function compare(get: Get, pair: [() => string, () => string], timings: number): Promise<number> {
  const times: [number[], number[]] = [[], []]
  for (let i = -WARM_UP; i < 2 * timings; i++) {
    const side = Math.random() < 0.5 ? 0 : 1
    const path = pair[side]()
    const began = performance.now()
    const reply = await get(path)
    await reply.text()
    const ms = performance.now() - began
    if (reply.status !== 404) throw new Error(`${path} got ${reply.status}, not the page of garbage`)
    if (i >= 0) times[side].push(ms)
  }
  return welch(...times)
}
