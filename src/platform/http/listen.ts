import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'

/** The port is taken or may not be used. */
export class ListenProblem extends Error {
  override readonly name = 'ListenProblem'
}

/** An open door: where it is, and how it closes without cutting anybody off who is served. */
export type Listening = { port: number; close: (patienceMs: number) => Promise<void> }

type Fetch = (request: Request, env?: object) => Response | Promise<Response>

/** A large file takes its time on a slow line. */
const longestRequestMs = 3_600_000

/** Serves HTTP; whoever sends nothing for 14 seconds in the middle of a request, or drips its body, is dropped (case L6). */
export const listen = async (fetch: Fetch, port: number, host: string): Promise<Listening> => {
  const server = createAdaptorServer({
    fetch,
    // Looked after every two seconds, so that who drips a header byte by byte is gone after twelve.
    serverOptions: { headersTimeout: 10_000, requestTimeout: longestRequestMs, connectionsCheckingInterval: 2_000 },
  }) as Server
  dropStalled(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(problemOf(error, port, host)))
    server.listen(port, host, resolve)
  })
  return { port: (server.address() as AddressInfo).port, close: patienceMs => close(server, patienceMs) }
}

const stallMs = 14_000
/** How long a body may take to come up to speed, and the slowest line that still counts as one. */
const startMs = 12_000
const slowestBytesPerSecond = 500

const dropStalled = (server: Server) => {
  const receiving = new WeakMap<Socket, { complete: boolean }>()
  server.keepAliveTimeout = 10_000
  server.timeout = stallMs
  server.on('request', request => {
    receiving.set(request.socket, request)
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
    if (encoding || Number(length ?? 0) > 0) dropDripping(request)
  })
  server.on('timeout', socket => {
    // A slow answer is our own doing, and a stream of news is silent for long; only half-sent requests are dropped.
    if (receiving.get(socket)?.complete !== true) socket.destroy()
  })
}

const dropDripping = (request: IncomingMessage) => {
  const before = request.socket.bytesRead
  const began = performance.now()
  const look = () => {
    const perSecond = ((request.socket.bytesRead - before) * 1000) / (performance.now() - began)
    if (!request.complete && perSecond < slowestBytesPerSecond) request.socket.destroy()
  }
  const timer = setInterval(look, startMs)
  request.once('close', () => clearInterval(timer))
}

const close = (server: Server, patienceMs: number) =>
  new Promise<void>(resolve => {
    const timer = setTimeout(() => server.closeAllConnections(), patienceMs)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })

const problemOf = (error: Error, port: number, host: string): Error => {
  const { code } = error as NodeJS.ErrnoException
  const another = 'or choose another one with ECHOLOT_PORT'
  if (code === 'EADDRINUSE')
    return new ListenProblem(`Port ${port} is used by another program. Stop that one, ${another}.`)
  if (code === 'EACCES')
    return new ListenProblem(`Port ${port} may not be used by an ordinary user. Put a proxy in front, ${another}.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new ListenProblem(`${host} is no address of this machine. Correct ECHOLOT_HOST (127.0.0.1 or 0.0.0.0).`)
  }
  return error
}
