import { createServer, type Socket } from 'node:net'

/** The points of a conversation at which a server can misbehave. */
export type Point = 'banner' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'dot'

/** What the server does at one point: a reply such as `451 4.3.0 later`, nothing at all, its usual reply late, or breaking off. */
export type Script = Partial<Record<Point, string | 'silence' | 'late' | 'hang up' | 'reset'>> & {
  /** Takes the mail at the dot, whatever it says of it then. */
  taken?: boolean
}

const LATE_MS = 900

const USUAL: Record<Point, string> = {
  banner: '220 scripted',
  EHLO: '250-scripted\r\n250-AUTH PLAIN\r\n250 8BITMIME',
  AUTH: '235 2.7.0 welcome',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go on',
  dot: '250 2.0.0 queued as 4711',
}

/**
 * A mail server that follows a script, or another one for each conversation and mail, for tests; `accepted` are the mails it took,
 * `bodies` whatever arrived before a dot.
 */
export async function scriptedServer(script: Script | (() => Script)) {
  const accepted: string[] = []
  const bodies: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    converse(socket, typeof script === 'function' ? script : () => script, accepted, bodies)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://user:word@127.0.0.1:${port}`,
    accepted,
    bodies,
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise(resolve => server.close(resolve))
    },
  }
}

function converse(socket: Socket, next: () => Script, accepted: string[], bodies: string[]) {
  let script = next()
  let waiting = ''
  let inBody = false
  const say = (point: Point): boolean => {
    const words = script[point] ?? USUAL[point]
    if (words === 'hang up') socket.destroy()
    else if (words === 'reset') socket.resetAndDestroy()
    else if (words === 'late') setTimeout(() => socket.writable && socket.write(`${USUAL[point]}\r\n`), LATE_MS)
    else if (words !== 'silence') socket.write(`${words}\r\n`)
    return words === USUAL[point]
  }
  const endBody = (end: number) => {
    const body = waiting.slice(0, end)
    waiting = waiting.slice(end + 5)
    inBody = false
    const { taken } = script
    if (say('dot') || taken) accepted.push(body)
  }
  socket.on('error', () => undefined)
  socket.on('data', chunk => {
    waiting += chunk.toString('latin1')
    while (waiting) {
      if (inBody) {
        const end = waiting.indexOf('\r\n.\r\n')
        bodies[0] = waiting
        if (end < 0) return
        endBody(end)
        continue
      }
      const line = waiting.indexOf('\r\n')
      if (line < 0) return
      const command = waiting.slice(0, 4).toUpperCase()
      waiting = waiting.slice(line + 2)
      if (command === 'MAIL') script = next()
      if (command === 'QUIT') socket.end('221 bye\r\n')
      else if (command === 'DATA') inBody = say('DATA')
      else if (command === 'HELO') say('EHLO')
      else if (command === 'EHLO' || command === 'AUTH' || command === 'MAIL' || command === 'RCPT') say(command)
      else socket.write('250 ok\r\n')
    }
  })
  say('banner')
}
