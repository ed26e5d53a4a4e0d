// A client that never finishes: opens many sockets, keeps each of them busy in its own way, and says when the server dropped them.
import { connect } from 'node:net'

/** No socket is held longer than this: it counts as never dropped. */
const LONGEST_MS = 45_000

const [port = '', count = '', ...paths] = process.argv.slice(2)

type Trick = (path: string) => { first: string; drip: string | null }
const head = (path: string, type = 'application/x-www-form-urlencoded') =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\n`
const chunk = (size: number) => `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`

/** Ways to keep a socket busy without ever finishing: what is sent at once, and what drips after it. */
const TRICKS: Trick[] = [
  path => ({ first: head(path), drip: null }),
  path => ({ first: head(path), drip: 'X' }),
  path => ({ first: `${head(path)}Content-Length: 5000\r\n\r\n`, drip: 'x' }),
  path => ({ first: `${head(path)}Transfer-Encoding: chunked\r\n\r\n`, drip: chunk(1) }),
  path => ({ first: `${head(path, 'application/json')}Transfer-Encoding: chunked\r\n\r\n`, drip: chunk(1) }),
  path => ({ first: `${head(path)}Transfer-Encoding: chunked\r\n\r\n`, drip: chunk(10_000) }),
  path => ({ first: `${head(path)}X-Long: ${'x'.repeat(20_000)}`, drip: 'x' }),
]

/** Opens a socket and keeps it busy; resolves with the time after which the server dropped it. */
function hold({ first, drip }: ReturnType<Trick>): { opened: Promise<void>; dropped: Promise<number> } {
  const since = performance.now()
  const socket = connect(Number(port), '127.0.0.1')
  const opened = new Promise<void>(resolve => socket.once('connect', () => socket.write(first, () => resolve())))
  const timer = setInterval(() => drip && socket.write(drip), 1000)
  socket.on('error', () => undefined)
  socket.on('data', () => undefined)
  const dropped = new Promise<number>(resolve => {
    socket.once('close', () => {
      clearInterval(timer)
      resolve(performance.now() - since)
    })
  })
  return { opened, dropped }
}

const held = Array.from({ length: Number(count) }, (_, i) => {
  const trick = TRICKS[i % TRICKS.length] ?? TRICKS[0]
  const path = paths[Math.floor(i / TRICKS.length) % paths.length] ?? '/'
  return hold(trick?.(path) ?? { first: '', drip: null })
})
await Promise.all(held.map(one => Promise.race([one.opened, one.dropped])))
process.send?.('open')
const never = new Promise<number>(resolve => setTimeout(resolve, LONGEST_MS, Number.MAX_SAFE_INTEGER))
process.send?.(await Promise.all(held.map(one => Promise.race([one.dropped, never]))))
process.disconnect?.()
