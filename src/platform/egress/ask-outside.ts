import { type ClientRequest, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { EgressProblem } from './egress-problem.ts'
import { type EgressRules, findWay, type Way } from './find-way.ts'

/** One request to another system. */
export type OutsideRequest = {
  method: 'GET' | 'POST' | 'PUT'
  url: string
  headers: Record<string, string>
  body: string | null
}

/** What came back; at most 64 kB of it are looked at. */
export type OutsideReply = { status: number; body: string }

/** A request whose way is found and checked; `send` lets it go. */
export type ReadyRequest = { send: () => Promise<OutsideReply> }

const PATIENCE_MS = 15_000
const MOST_BYTES = 65_536

/** Checks where a request would go; nothing leaves before `send` (case M9: pinned address, no redirects, 15 s, 64 kB, no proxy). */
export async function readyRequest(asked: OutsideRequest, rules: EgressRules): Promise<ReadyRequest> {
  if (!URL.canParse(asked.url)) throw new EgressProblem('forbidden', 'This is not a web address.')
  const url = new URL(asked.url)
  const way = await findWay(url, rules)
  return { send: () => send(url, asked, way) }
}

/** Asks another system at once. */
export const askOutside = async (asked: OutsideRequest, rules: EgressRules): Promise<OutsideReply> =>
  (await readyRequest(asked, rules)).send()

function send(url: URL, asked: OutsideRequest, way: Way): Promise<OutsideReply> {
  return new Promise((resolve, reject) => {
    let connected = false
    const fail = (cause: unknown) =>
      reject(
        connected
          ? new EgressProblem('no_reply', 'The other system did not answer.', cause)
          : new EgressProblem('unreachable', 'The other system was not reached.', cause),
      )
    const secure = url.protocol === 'https:'
    const outgoing: ClientRequest = (secure ? httpsRequest : httpRequest)(url, optionsOf(asked, way))
    const timer = setTimeout(() => outgoing.destroy(new Error('too slow')), PATIENCE_MS)
    outgoing.on('socket', socket => socket.on(secure ? 'secureConnect' : 'connect', () => (connected = true)))
    outgoing.on('error', fail)
    outgoing.on('close', () => clearTimeout(timer))
    outgoing.on('response', incoming =>
      read(incoming).then(body => {
        resolve({ status: incoming.statusCode ?? 0, body })
        outgoing.destroy()
      }, fail),
    )
    outgoing.end(asked.body ?? undefined)
  })
}

const optionsOf = ({ method, headers, body }: OutsideRequest, way: Way): RequestOptions => ({
  method,
  headers: {
    'user-agent': 'Echolot',
    ...headers,
    ...(body === null ? {} : { 'content-length': Buffer.byteLength(body) }),
  },
  agent: false,
  // The address that was checked is the one that is called; certificates are still checked by the name.
  lookup: (_host, options, done) =>
    options.all ? done(null, [{ address: way.address, family: way.family }]) : done(null, way.address, way.family),
})

/** The first 64 kB; what a system says beyond them is not waited for. */
function read(incoming: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const end = () => resolve(Buffer.concat(chunks).subarray(0, MOST_BYTES).toString())
    incoming.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes >= MOST_BYTES) end()
    })
    incoming.on('end', end)
    incoming.on('error', reject)
    incoming.on('aborted', () => reject(new Error('cut off')))
  })
}
