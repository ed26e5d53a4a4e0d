import { connect, type Socket } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { invitedPeople } from '../../../test/harness/invited-people.ts'
import { testTools } from '../../../test/harness/product.ts'
import { listen } from '../../platform/http/listen.ts'
import { answerPages } from './pages.ts'

const { database } = await freshDatabase()
const north = await freshWorkspace(database)
const { links } = await invitedPeople(database, north.scope, 1)
const token = links[0]?.token ?? ''
const { tools } = testTools(database)
const door = await listen(answerPages({ ...tools, clock: () => new Date() }).fetch, 0, '127.0.0.1')
afterAll(() => door.close(100))

const DROPPED_MS = 15_000
const HALF_OPEN = 900

const HEAD = `POST /r/${token} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n`
/** Ways to keep a socket busy without ever finishing: what is sent at once, and what drips after it. */
const TRICKS = {
  'half a head and silence': { first: HEAD, drip: null },
  'a head byte by byte': { first: HEAD, drip: 'X' },
  'a body byte by byte': { first: `${HEAD}Content-Length: 5000\r\n\r\n`, drip: 'x' },
  'a chunked body without end': { first: `${HEAD}Transfer-Encoding: chunked\r\n\r\n`, drip: '1\r\nx\r\n' },
}

/** Resolves with the time after which the server dropped the socket. */
function trick({ first, drip }: { first: string; drip: string | null }): Promise<number> {
  return new Promise(resolve => {
    const since = performance.now()
    const socket: Socket = connect(door.port, '127.0.0.1', () => socket.write(first))
    const timer = setInterval(() => drip && socket.write(drip), 1000)
    socket.on('error', () => undefined)
    socket.on('data', () => undefined)
    socket.on('close', () => {
      clearInterval(timer)
      resolve(performance.now() - since)
    })
  })
}

/** Times of honest visits, in ms, longest last. */
async function honest(visits: number): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < visits; i++) {
    const since = performance.now()
    const reply = await fetch(`http://127.0.0.1:${door.port}/r/${token}`)
    await reply.arrayBuffer()
    expect(reply.status).toBe(200)
    times.push(performance.now() - since)
  }
  return times.sort((a, b) => a - b)
}

test('nine hundred sockets that never finish are dropped within 15 s, and honest visitors do not notice (L6)', async () => {
  await honest(20)
  const usual = (await honest(100))[98] ?? 0
  const names = Object.keys(TRICKS) as (keyof typeof TRICKS)[]
  const slow = names.flatMap(name => Array.from({ length: HALF_OPEN / names.length }, () => trick(TRICKS[name])))
  const meanwhile = (await honest(100))[98] ?? 0
  expect(meanwhile).toBeLessThan(Math.max(2 * usual, 250))
  const dropped = await Promise.all(slow)
  expect(Math.max(...dropped)).toBeLessThan(DROPPED_MS + 500)
}, 60_000)
